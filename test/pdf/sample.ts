import type { Artifact, StructElement } from '../../src/base/element.ts';
import { polygon } from '../../src/base/path.ts';
import type { DrawItem, DrawnPath, Laid } from '../../src/page/page.ts';
import type { RasterImage } from '../../src/resolve/image-source.ts';
import type { Link } from '../../src/resolve/inline-nodes.ts';
import type { LeaderPiece } from '../../src/text/line.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import { imageOf } from '../raster/pages.ts';
import { writePng } from '../raster/png-writer.ts';
import { drawnLine, element, laid, openFace, PAGE, type Part, page, setLines, textStyle } from './lay.ts';

/** A document with one of everything the painter knows. */

const face = openFace('amiri');
const bold = openFace('amiri-bold');
const style = textStyle();
const HEADER: Artifact = { artifact: 'Pagination', subtype: 'Header' };
const RULE: Artifact = { artifact: 'Layout', subtype: null };
const WIDTH = PAGE.width - 144;

export function sample(): Laid {
  const root = element('Document', null);
  const first = firstPage(root);
  const second = secondPage(root);
  return laid(
    root,
    [
      page(0, first, {
        label: 'أ',
        outline: [{ entry: { level: 1, title: 'الفصل الأول' }, y: 80, tagTarget: root }],
      }),
      page(1, second, {
        label: '١',
        anchors: [
          { id: 'ملحق', x: 0, y: 90, tagTarget: root },
          { id: 'غير مقصود', x: 0, y: 200, tagTarget: root },
        ],
        outline: [
          { entry: { level: 2, title: 'ملحق' }, y: 90, tagTarget: root },
          { entry: { level: 1, title: 'الفصل الثاني' }, y: 300, tagTarget: root },
        ],
      }),
    ],
    { title: 'تقرير <أول> & "أخير"', author: 'فلان', subject: 'وصف', keywords: ['كلمة', 'مفتاح'] },
  );
}

function firstPage(root: StructElement): DrawItem[] {
  const h1 = element('H1', root);
  const p = element('P', root);
  const external = element('Link', p);
  const reference = element('Reference', p);
  const note = element('Note', p);
  const internal = element('Link', p);
  const code = element('Code', p, { lang: 'en' });
  const site: Link = { kind: 'external', uri: 'https://example.org/تقرير?a=1', contents: 'موقع الهيئة' };
  const inner: Link = { kind: 'internal', target: 'ملحق', contents: 'الملحق' };
  const linked = textStyle({ color: '#005A9C', lines: { under: true, over: false, through: false } });
  return [
    ...lines(60, [
      { text: 'رأس الصفحة', tagTarget: HEADER, face, style: textStyle({ size: 9, color: '#777777' }) },
    ]),
    ...lines(100, [
      { text: 'الفصل الأول (تمهيد)', tagTarget: h1, face: bold, style: textStyle({ size: 22 }) },
    ]),
    ...lines(150, [
      { text: 'نشرت الهيئة على ', tagTarget: p, face, style },
      { text: 'موقعها في الشبكة العالمية', tagTarget: external, face, style: linked, link: site },
      { text: ' تقريراً سنوياً عن عام 2011', tagTarget: p, face, style },
      { text: '١', tagTarget: reference, face, style: textStyle({ size: 8, rise: 5 }) },
      { text: '، وفيه جداول يضمها ', tagTarget: p, face, style },
      { text: 'الملحق', tagTarget: internal, face, style: linked, link: inner },
      { text: ' وأمثلة مثل ', tagTarget: p, face, style },
      { text: 'npm run pdf', tagTarget: code, face, style },
      { text: ' لمن أراد.', tagTarget: p, face, style },
    ]),
    rule(700),
    ...lines(720, [
      { text: 'حاشية أولى في أسفل الصفحة.', tagTarget: note, face, style: textStyle({ size: 10 }) },
    ]),
  ];
}

function secondPage(root: StructElement): DrawItem[] {
  const table = element('Table', root);
  const head = element('TR', element('THead', table));
  const row = element('TR', element('TBody', table));
  const cell = (text: string, tagTarget: StructElement, x: number, y: number) =>
    lines(y, [{ text, tagTarget: element('P', tagTarget), face, style }], x, 100);
  const column = { attributes: { scope: 'Column' as const } };
  const list = element('L', root, { attributes: { listNumbering: 'Disc' } });
  const item = element('LI', list);
  const figure = element('Figure', root, { alt: 'شعار الهيئة' });
  const contents = element('TOCI', element('TOC', root));
  return [
    ...cell('البلد', element('TH', head, column), 400, 100),
    ...cell('السنة', element('TH', head, column), 250, 100),
    ...cell('مصر', element('TD', row), 400, 130),
    emptyCell(element('TD', row)),
    ...lines(180, [{ text: '•', tagTarget: element('Lbl', item), face, style }]),
    ...lines(
      180,
      [{ text: 'بند أول', tagTarget: element('P', element('LBody', item)), face, style }],
      72,
      WIDTH - 20,
    ),
    { kind: 'image', rect: { x: 250, y: 220, width: 80, height: 80 }, image: png(true), tagTarget: figure },
    {
      kind: 'path',
      path: polygon([
        { x: 250, y: 310 },
        { x: 330, y: 310 },
        { x: 290, y: 330 },
      ]),
      fill: '#C0392B',
      stroke: { width: 1, color: '#000000' },
      tagTarget: figure,
    },
    ...contentsLine(contents, 380),
  ];
}

function lines(y: number, parts: readonly Part[], x = 72, width = WIDTH): DrawItem[] {
  return setLines(parts, width).map((line, index) => drawnLine(line, y + 26 * index, x));
}

function rule(y: number): DrawnPath {
  const points = [
    { x: 400, y },
    { x: 523, y },
    { x: 523, y: y + 0.5 },
    { x: 400, y: y + 0.5 },
  ];
  return { kind: 'path', path: polygon(points), fill: '#000000', stroke: null, tagTarget: RULE };
}

function emptyCell(tagTarget: StructElement): DrawnPath {
  return { kind: 'path', path: [], fill: null, stroke: null, tagTarget };
}

/** A title, dots, a page number. */
function contentsLine(tagTarget: StructElement, y: number): DrawItem[] {
  const [title] = setLines([{ text: 'الفصل الأول', tagTarget, face, style }], WIDTH);
  const [number] = setLines([{ text: '١٢', tagTarget, face, style }], 20);
  const start = piecesOf(title!)[0]!;
  const dots = face.shape({
    text: ' .',
    before: '',
    after: '',
    rtl: false,
    script: 'Latn',
    lang: 'ar',
    features: '',
  });
  const leader: LeaderPiece = {
    kind: 'leader',
    x: 20,
    width: piecesOf(title!).at(-1)!.x - 24,
    level: 1,
    style,
    tagTarget,
    link: null,
    face,
    pattern: dots,
  };
  const last = piecesOf(number!)[0]!;
  const pieces = [start, ...piecesOf(title!).slice(1), leader, { ...last, x: 0 }];
  return [drawnLine({ ...title!, words: { kind: 'placed', pieces } }, y)];
}

/** A red square of 8 pixels, translucent or not. */
export function png(alpha: boolean): RasterImage {
  const kind = { width: 8, height: 8, depth: 8, colorType: alpha ? 6 : 2 };
  return imageOf(
    writePng(kind, (_x, _y, channel) => [220, 20, 20, 128][channel]!),
    'square.png',
  );
}
