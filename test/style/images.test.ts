import { describe, expect, test } from 'vitest';
import { writeJpeg } from '../raster/jpeg-writer.ts';
import { writePng } from '../raster/png-writer.ts';
import { blocksOf, rules, styleWithImages, textsOf } from './style-text.ts';

describe('images of a text', () => {
  const files = {
    'content/map.png': writePng({ width: 400, height: 200, depth: 8, colorType: 0 }, () => 0),
    'photo.jpg': writeJpeg({ width: 1200, height: 800 }),
    'content/plan.svg': '<svg/>',
    'content/broken.png': 'text',
  };

  test('alone in a paragraph it is a figure with its caption, 96 pixels to the inch', async () => {
    const { styled, sink } = await styleWithImages('![خريطة](map.png "خريطة آسيا الوسطى")', { files });
    expect(sink.diagnostics).toEqual([]);
    const [figure] = blocksOf(styled);
    expect(figure).toMatchObject({
      kind: 'stack',
      keepTogether: true,
      children: [
        { kind: 'image', width: 300, height: 150, tagTarget: { tag: 'Figure', alt: 'خريطة' } },
        { kind: 'text', tagTarget: { tag: 'Caption' } },
      ],
    });
  });

  // 400 pixels at 300 to the inch are 1.33 inches; in a text from the right its start is there
  test.each([
    ['![خريطة](map.png){dpi=300}', { width: 96, height: 48, align: 'center' }],
    ['<img src="map.png" alt="خريطة" dpi="300">', { width: 96, height: 48, align: 'center' }],
    ['![خريطة](map.png){dpi=300 width=50%}', { width: { share: 0.5 }, height: null }],
    ['![خريطة](map.png){align=start}', { width: 300, align: 'start' }],
    ['![خريطة](map.png){align=left}', { width: 300, align: 'end' }],
    ['<img src="map.png" alt="خريطة" align="left">', { width: 300, align: 'end' }],
    ['<img src="map.png" alt="خريطة" style="float: right; width: 60px">', { width: 45, align: 'start' }],
    ['<img src="map.png" alt="خريطة" style="float: none" align="top">', { width: 300, align: 'center' }],
  ])('%s is as large, and where, as it says', async (markdown, placed) => {
    const { styled, sink } = await styleWithImages(markdown, { files });
    expect(sink.diagnostics).toEqual([]);
    expect(blocksOf(styled)[0]).toMatchObject({ kind: 'stack', children: [{ kind: 'image', ...placed }] });
  });

  test('in braces and in HTML it may stand at a side', async () => {
    const [braces, html] = await Promise.all(
      ['![خريطة](map.png){side=end width=40%}', '<img src="map.png" alt="خريطة" side="end" width="40%">'].map(
        async (written) =>
          blocksOf((await styleWithImages(`${written}\n\nنص بعدها`, { files })).styled)[0]?.kind,
      ),
    );
    expect(html).toBe(braces);
  });

  test('among words it is no higher than the line', async () => {
    const { styled } = await styleWithImages('شارة ![شعار](../photo.jpg) هنا', { files });
    const image = blocksOf(styled)
      .flatMap((block) => (block.kind === 'text' ? block.content : []))
      .find((inline) => inline.kind === 'image');
    expect(image).toMatchObject({ height: 15, width: 22.5, image: { path: 'photo.jpg' } });
  });

  test.each([
    ['![خريطة](nowhere.png)', 'image-missing 1:1'],
    ['![خريطة](../../secret.png)', 'image-outside 1:1'],
    ['![خريطة](/etc/passwd)', 'image-outside 1:1'],
    ['![خريطة](broken.png)', 'image-format 1:1'],
    ['![خريطة](plan.svg)', 'image-format 1:1'],
    ['![خريطة](https://example.org/a.png)', 'image-remote 1:1'],
    ['![خريطة](data:image/png;base64,AAAA)', 'image-format 1:1'],
  ])('%s is reported, and stands as a frame with its description and name', async (markdown, complaint) => {
    const { styled, sink } = await styleWithImages(markdown, { files });
    expect(rules(sink)).toEqual([complaint]);
    expect(sink.diagnostics[0]!.severity).toBe('warning');
    const name = /\(([^;)]*)/.exec(markdown)![1]!;
    expect(textsOf(styled)).toEqual(['خريطة', name]);
    const [frame] = blocksOf(styled);
    expect(frame?.kind === 'stack' && frame.rules.map(({ edge }) => edge).sort()).toEqual([
      'after',
      'before',
      'end',
      'start',
    ]);
  });

  test.each([
    ['![خريطة](map.png){width=abc}', 'image-size'],
    ['![خريطة](map.png){width=12furlong}', 'image-size'],
    ['![خريطة](map.png){width=500%}', 'image-width'],
    ['![خريطة](map.png){dpi=0}', 'image-dpi'],
    ['![خريطة](map.png){dpi=sharp}', 'image-dpi'],
    ['شارة ![شعار](map.png "عنوان 44") هنا', 'image-title'],
    ['شارة ![شعار](لا.png "عنوان 44") هنا', 'image-title'],
  ])('%s loses something, and says so', async (markdown, rule) => {
    expect((await styleWithImages(markdown, { files })).sink.diagnostics.map((each) => each.rule)).toContain(
      rule,
    );
  });

  test.each([
    '![خريطة](map.png){width=50%}',
    '![خريطة](map.png){height=3cm}',
    'شارة ![شعار](map.png "شعار") هنا',
    '<img src="map.png" alt="خريطة" width="auto">',
  ])('%s says nothing', async (markdown) => {
    expect((await styleWithImages(markdown, { files })).sink.diagnostics).toEqual([]);
  });

  test('one that cannot be shown among words is its description in brackets', async () => {
    const { styled, sink } = await styleWithImages('شارة ![شعار](لا.png) ثم ![شعار](لا.png)', { files });
    expect(sink.diagnostics).toMatchObject([{ rule: 'image-missing', count: 2 }]);
    expect(textsOf(styled).join('')).toContain('[شعار] ثم [شعار]');
  });

  test.each([
    ['https://img.shields.io/npm/v/some-package.svg?style=flat&label=x', 'some-package.svg'],
    ['https://example.org/', 'https://example.org/'],
    ['صور/لا.png', 'لا.png'],
    ['data:image/png;base64,AA/BB', 'data:image/png'],
  ])('a row of badges without descriptions shows of %s the name, and the message all', async (url, name) => {
    const { styled, sink } = await styleWithImages(`شارة ![](${url}) هنا`, { files });
    expect(textsOf(styled).join('')).toContain(`شارة [${name}] هنا`);
    const shown = sink.diagnostics.find(({ rule }) => rule !== 'image-alt-missing');
    expect(shown?.message.en).toContain(url.replace(/;.*/, ''));
  });

  test('one without a description is a figure without one, so that no claim is made for it', async () => {
    const { styled } = await styleWithImages('![](map.png)', { files });
    const figure = blocksOf(styled).flatMap((block) => (block.kind === 'stack' ? block.children : []))[0];
    expect(figure).toMatchObject({ kind: 'image', tagTarget: { tag: 'Figure', alt: null } });
  });

  test('one picture printed twice is one picture', async () => {
    const { styled } = await styleWithImages('![أ](map.png)\n\n![ب](./map.png)', { files });
    const images = blocksOf(styled)
      .flatMap((block) => (block.kind === 'stack' ? block.children : []))
      .flatMap((block) => (block.kind === 'image' ? [block.image] : []));
    expect(images).toHaveLength(2);
    expect(images[0]).toBe(images[1]);
  });
});
