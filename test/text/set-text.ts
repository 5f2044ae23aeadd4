import { Sink } from '../../src/base/diagnostic.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import type { FontBook } from '../../src/font/font-book.ts';
import { loadHarfbuzz } from '../../src/font/harfbuzz-face.ts';
import { openFonts } from '../../src/font/open-fonts.ts';
import type { ParagraphStyle } from '../../src/style/blocks.ts';
import type { Inline, TextInline, TextStyle } from '../../src/style/inline.ts';
import { breakLines } from '../../src/text/break-lines.ts';
import { itemiseText } from '../../src/text/itemise.ts';
import type { Line } from '../../src/text/line.ts';
import { shapeText } from '../../src/text/shape.ts';
import type { Shaped } from '../../src/text/shaped.ts';

await loadHarfbuzz();

export const sink = new Sink();
export const fonts: FontBook = openFonts(openNodeWorld(process.cwd()));

export const AMIRI: TextStyle = {
  family: 'amiri',
  weight: 400,
  italic: false,
  size: 12,
  color: '#000000',
  rise: 0,
  lang: 'ar',
  lines: { under: false, over: false, through: false },
};

export const JUSTIFIED: ParagraphStyle = {
  direction: 'rtl',
  align: 'justify',
  leading: 20,
  indent: 0,
  kashida: 'none',
  fit: null,
  shrink: 1,
  orphans: 2,
  widows: 2,
  preformatted: false,
};

export function inline(text: string, style: Partial<TextStyle> = {}): TextInline {
  return {
    kind: 'text',
    text,
    style: { ...AMIRI, ...style },
    tagTarget: { artifact: 'Layout', subtype: null },
    link: null,
    isolates: [],
    origin: { file: 'test.md', line: 1, column: 1 },
  };
}

export function shapeInlines(inlines: readonly Inline[], paragraph: ParagraphStyle = JUSTIFIED): Shaped {
  return shapeText(itemiseText(inlines, paragraph, fonts, sink));
}

export function setText(text: string, width: number, paragraph: ParagraphStyle = JUSTIFIED): readonly Line[] {
  return breakLines(
    shapeInlines([inline(text)], paragraph),
    paragraph,
    { width, firstIndent: 0, beside: null },
    sink,
  );
}
