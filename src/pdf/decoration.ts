import type { Artifact } from '../base/element.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Face } from '../font/face.ts';
import type { DrawnLine } from '../page/page.ts';
import type { TextStyle } from '../style/inline.ts';
import type { LinePiece } from '../text/line.ts';
import { piecesOf } from '../text/line-pieces.ts';
import type { Color } from '../theme/style-values.ts';
import { decimal, type PageContent } from './page-content.ts';

const DECORATION: Artifact = { artifact: 'Layout', subtype: null };
type Kind = keyof TextStyle['lines'];
const KINDS: readonly Kind[] = ['under', 'over', 'through'];

/** A bar under, over or through neighbouring text of one colour. Points; y of its middle. */
interface Bar {
  readonly kind: Kind;
  readonly color: Color;
  start: number;
  end: number;
  y: number;
  thickness: number;
}

/** Draws what lines a line's text has, before the text: ink of letters stays above them. */
export function paintDecorations(drawItem: DrawnLine, content: PageContent): void {
  const pieces = piecesOf(drawItem.line);
  if (!pieces.some((piece) => hasLines(piece.style))) return;
  const visual = pieces.filter((piece) => piece.kind !== 'image').sort((a, b) => a.x - b.x);
  for (const kind of KINDS) {
    for (const bar of barsOf(kind, visual, drawItem)) {
      content.enter(DECORATION, 0, 0);
      content.fill(bar.color);
      const sides = [bar.start, bar.y - bar.thickness / 2, bar.end - bar.start, bar.thickness];
      content.write(`${sides.map((side) => decimal(side)).join(' ')} re f\n`);
    }
  }
}

function hasLines({ lines }: TextStyle): boolean {
  return lines.under || lines.over || lines.through;
}

/** Neighbours share a bar, at the lowest (or highest) and thickest of their faces' own. */
function barsOf(kind: Kind, visual: readonly LinePiece[], drawItem: DrawnLine): Bar[] {
  const bars: Bar[] = [];
  let last: Bar | null = null;
  for (const piece of visual) {
    const face = faceOf(piece);
    if (!face || !piece.style.lines[kind]) {
      last = null;
      continue;
    }
    const bar = barOf(kind, piece, face, drawItem);
    if (last && last.color === bar.color) {
      last.end = bar.end;
      last.y = kind === 'over' ? Math.min(last.y, bar.y) : Math.max(last.y, bar.y);
      last.thickness = Math.max(last.thickness, bar.thickness);
    } else {
      last = bar;
      bars.push(bar);
    }
  }
  return bars;
}

function faceOf(piece: LinePiece): Face | null {
  switch (piece.kind) {
    case 'glyphs':
      return piece.run.face;
    case 'space':
    case 'leader':
      return piece.face;
    case 'image':
      return null;
    default:
      return unreachable(piece, 'the kinds of pieces');
  }
}

function barOf(kind: Kind, piece: LinePiece, face: Face, drawItem: DrawnLine): Bar {
  const { style } = piece;
  const scale = style.size / face.unitsPerEm;
  const y = drawItem.baseline - style.rise - heightOf(kind, face) * scale;
  const start = drawItem.x + piece.x;
  return {
    kind,
    color: style.color,
    start,
    end: start + piece.width,
    y,
    thickness: face.underline.thickness * scale,
  };
}

/**
 * Font units above the baseline. Over: the capital's height and a quarter clears alef and most marks;
 * through: half the x-height, which in Arabic faces is where teeth and loops are.
 */
function heightOf(kind: Kind, face: Face): number {
  switch (kind) {
    case 'under':
      return face.underline.offset;
    case 'over':
      return face.capHeight * 1.25;
    case 'through':
      return face.xHeight / 2;
    default:
      return unreachable(kind, 'the kinds of lines');
  }
}
