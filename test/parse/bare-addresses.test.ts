import { describe, expect, test } from 'vitest';
import { nodesOf, parse, textOf } from './read-tree.ts';

/** Where the links of a text lead to, and what they say. */
function linksOf(text: string): string[] {
  return nodesOf(parse(text).root).flatMap((node) =>
    node.type === 'link' ? [`${textOf(node)} → ${node.url}`] : [],
  );
}

const leadsTo = (address: string) => [`${address} → ${address}`];

describe('a bare address ends before a mark of the sentence', () => {
  test.each(['،', '؛', '؟', '۔', '»', '”', '…', '—', '؟»', '، و', '\u200f', '\u2069', '؟\nثم', '…؟'])(
    'https://example.org%s',
    (after) => {
      expect(linksOf(`انظر https://example.org${after}`)).toEqual(leadsTo('https://example.org'));
      expect(linksOf(`انظر https://example.org/مسار/ص${after} ثم`)).toEqual(
        leadsTo('https://example.org/مسار/ص'),
      );
      expect(linksOf(`> انظر https://example.org/a?b=c${after}`)).toEqual(
        leadsTo('https://example.org/a?b=c'),
      );
      expect(linksOf(`| أ |\n|---|\n| https://example.org${after} |`)).toEqual(
        leadsTo('https://example.org'),
      );
    },
  );

  test.each([
    ['(https://example.org/a)، ثم', 'https://example.org/a'],
    ['(انظر https://example.org/a_(b))؛', 'https://example.org/a_(b)'],
    ['«https://example.org» قال', 'https://example.org'],
    ['وhttps://example.org، ثم', 'https://example.org'],
    ['https://example.org/x.html.', 'https://example.org/x.html'],
    ['https://example.org/?q=a&b=c؟', 'https://example.org/?q=a&b=c'],
    ['**https://example.org**، ثم', 'https://example.org'],
    [
      'https://ar.wikipedia.example/wiki/القاهرة_(مدينة)، ثم',
      'https://ar.wikipedia.example/wiki/القاهرة_(مدينة)',
    ],
  ])('%s', (text, address) => {
    expect(linksOf(text)).toEqual(leadsTo(address));
  });

  test('and the next one begins where it begins', () => {
    expect(linksOf('https://a.example، https://b.example؛ www.c.example؟')).toEqual([
      ...leadsTo('https://a.example'),
      ...leadsTo('https://b.example'),
      'www.c.example → http://www.c.example',
    ]);
  });

  test.each(['«www.example.org»', '“www.example.org”', '\u200fwww.example.org،', '—www.example.org…'])(
    'and may follow such a mark: %s',
    (text) => {
      expect(linksOf(text)).toEqual(['www.example.org → http://www.example.org']);
    },
  );

  test.each(['كلمةwww.example.org', 'https://', 'https://، ثم', 'www.، ثم', 'httpsx://a.example'])(
    'is none: %s',
    (text) => {
      expect(linksOf(text)).toEqual([]);
    },
  );

  test.each([
    ['[https://example.org/a]', 'https://example.org/a'],
    ['[انظر https://example.org/a]، ثم', 'https://example.org/a'],
    ['[انظر: https://example.org/أ]وبعده', 'https://example.org/أ'],
    ['[غير مغلق https://example.org/a_(b)). ثم', 'https://example.org/a_(b)'],
    ['![https://example.org/a]', 'https://example.org/a'],
    ['{https://example.org/a}، ثم', 'https://example.org/a'],
  ])('and behind a bracket of which no link comes: %s', (text, address) => {
    expect(linksOf(text)).toEqual(leadsTo(address));
  });

  test('behind a bracket also without a scheme, and of mail', () => {
    expect(linksOf('[www.example.org/a]، [xwww.example.org] [a@example.org؛]')).toEqual([
      'www.example.org/a → http://www.example.org/a',
      'a@example.org → mailto:a@example.org',
    ]);
  });

  test('is none behind a bracket where a backslash says so, and in the words of a link', () => {
    expect(linksOf('[ن https\\://example.org/a]')).toEqual([]);
    for (const words of ['**س [ن] https://example.org/a**', '*info@مثال.إختبار*', '[ن] www.example.org'])
      expect(linksOf(`[${words}](https://example.org/b)`)).toHaveLength(1);
  });

  test('what stands between angle brackets or in brackets is left to its author', () => {
    expect(linksOf('[س](https://example.org/a،b)')).toEqual(['س → https://example.org/a،b']);
    expect(linksOf('<https://example.org/a،b>')).toEqual([
      'https://example.org/a،b → https://example.org/a،b',
    ]);
  });
});

describe('an Arabic host', () => {
  test.each([
    ['https://مثال.إختبار/مسار، ثم', 'https://مثال.إختبار/مسار', 'https://xn--mgbh0fb.xn--kgbechtv/مسار'],
    ['www.مثال.إختبار؛', 'www.مثال.إختبار', 'http://www.xn--mgbh0fb.xn--kgbechtv'],
    [
      'https://مثال.إختبار:8080/?س=1',
      'https://مثال.إختبار:8080/?س=1',
      'https://xn--mgbh0fb.xn--kgbechtv:8080/?س=1',
    ],
    ['[الموقع](https://مثال.إختبار)', 'الموقع', 'https://xn--mgbh0fb.xn--kgbechtv'],
    [
      '[راسلنا](mailto:info@مثال.إختبار?subject=س)',
      'راسلنا',
      'mailto:info@xn--mgbh0fb.xn--kgbechtv?subject=س',
    ],
  ])('stands as it is written, and leads to its A-label: %s', (text, words, url) => {
    expect(linksOf(text)).toEqual([`${words} → ${url}`]);
    expect(parse(text).sink.diagnostics).toEqual([]);
  });
});

describe('a bare address of mail', () => {
  test.each([
    ['راسلنا: info@مثال.إختبار، أو', 'info@مثال.إختبار', 'info@xn--mgbh0fb.xn--kgbechtv'],
    ['(info@مثال.إختبار)', 'info@مثال.إختبار', 'info@xn--mgbh0fb.xn--kgbechtv'],
    ['وinfo@مثال.إختبار.', 'info@مثال.إختبار', 'info@xn--mgbh0fb.xn--kgbechtv'],
    ['first.last+a@example.إختبار؟', 'first.last+a@example.إختبار', 'first.last+a@example.xn--kgbechtv'],
    ['معلومات@مثال.إختبار، ثم', 'معلومات@مثال.إختبار', 'معلومات@xn--mgbh0fb.xn--kgbechtv'],
    ['info@example.org، ثم', 'info@example.org', 'info@example.org'],
    ['**info@مثال.إختبار**', 'info@مثال.إختبار', 'info@xn--mgbh0fb.xn--kgbechtv'],
  ])('is a link: %s', (text, words, address) => {
    expect(linksOf(text)).toEqual([`${words} → mailto:${address}`]);
  });

  test.each(['قال @فلان. ثم', 'a@ب', '`info@مثال.إختبار`', 'نص @ نص.نص', 'سعر الكيلو @ 3.5 ريال'])(
    'is none: %s',
    (text) => {
      expect(linksOf(text)).toEqual([]);
    },
  );

  test('is not made inside another link', () => {
    expect(linksOf('[info@مثال.إختبار](https://example.org)')).toEqual([
      'info@مثال.إختبار → https://example.org',
    ]);
  });
});
