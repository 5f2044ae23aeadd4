import type { CharGlyph, PlacedOutline } from '../fontfile/char-glyph.ts';

/** Glyphs whose ink is to be seen elsewhere, or that are shown as one. Font units. */
interface Placed {
  readonly charGlyphs: readonly CharGlyph[];
  readonly left: number;
}

/** One glyph of left-to-right glyphs that begin at `left`. */
export function fuseGlyphs(placed: readonly Placed[]): CharGlyph {
  const outlines: PlacedOutline[] = [];
  let text = '';
  let pen = 0;
  for (const { charGlyphs, left } of placed) {
    pen = left;
    for (const charGlyph of charGlyphs) {
      for (const part of charGlyph.outlines) outlines.push({ ...part, dx: part.dx + pen });
      text += String.fromCodePoint(charGlyph.codePoint) + charGlyph.more;
      pen += charGlyph.advance;
    }
  }
  const codePoint = text.codePointAt(0)!;
  return { codePoint, more: text.slice(codePoint > 0xffff ? 2 : 1), advance: pen, outlines };
}

export function raise(charGlyph: CharGlyph, dy: number): CharGlyph {
  return {
    ...charGlyph,
    outlines: charGlyph.outlines.map((outline) => ({ ...outline, dy: outline.dy + dy })),
  };
}

/** Right-to-left glyphs in logical order, as one of them takes the width of all, and that is `width`. */
export function moveOutlines(charGlyphs: readonly CharGlyph[], dx: number, width: number): CharGlyph[] {
  const moved: CharGlyph[] = [];
  let pen = dx;
  for (const { outlines, ...charGlyph } of charGlyphs) {
    const shown = outlines.map((part) => ({
      ...part,
      dx: part.dx + pen - (moved.length === charGlyphs.length - 1 ? 0 : width),
    }));
    pen += charGlyph.advance;
    moved.push({ ...charGlyph, advance: 0, outlines: shown });
  }
  moved.reverse();
  return moved.map((charGlyph, index) => (index === 0 ? { ...charGlyph, advance: width } : charGlyph));
}

export function widen(charGlyphs: readonly CharGlyph[], width: number): CharGlyph[] {
  const last = charGlyphs.at(-1)!;
  return [...charGlyphs.slice(0, -1), { ...last, advance: last.advance + width }];
}
