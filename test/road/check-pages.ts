import { isArtifact, type StructElement, type TagTarget } from '../../src/base/element.ts';
import { pointsOf } from '../../src/base/path.ts';
import { textOfLine } from '../../src/page/dump-pages.ts';
import type { DrawItem, DrawnLine, Laid, Page } from '../../src/page/page.ts';
import { textArea, turnPage } from '../../src/page/text-area.ts';
import type { PageGeometry } from '../../src/style/styled.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';

/** A hundredth of a point: rounding, not layout. */
const EPSILON = 0.01;

/** What no page of any document may show, as sentences; [] where all is well. */
export function findFaults(laid: Laid, style: PageGeometry): readonly string[] {
  return laid.pages.flatMap((page) =>
    [
      ...outsidePage(page),
      ...outsideMargins(page, style),
      ...overlaps(page),
      ...strandedHeading(page, laid),
      ...strayNotes(page),
    ].map((fault) => `page ${page.index + 1}: ${fault}`),
  );
}

/** Running heads, folios, repeated table headers: nothing that is read aloud. */
export function isFurniture({ line }: DrawnLine): boolean {
  return piecesOf(line).length > 0 && piecesOf(line).every((piece) => isArtifact(piece.tagTarget));
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

function outsidePage({ drawItems, size }: Page): string[] {
  return drawItems
    .filter((drawItem) => {
      const box = boxOf(drawItem);
      return (
        box !== null &&
        (box.x < -EPSILON ||
          box.y < -EPSILON ||
          box.right > size.width + EPSILON ||
          box.bottom > size.height + EPSILON)
      );
    })
    .map((drawItem) => `${describe(drawItem)} is outside the page`);
}

/** Covers have a layout of their own: their text stands in a box that fills the page. */
function outsideMargins(page: Page, style: PageGeometry): string[] {
  if (isCover(page)) return [];
  const isTurned = page.size.width > page.size.height;
  const area = textArea(isTurned ? turnPage(style) : style, page.side);
  return textLines(page)
    .filter((drawItem) => {
      const box = inkOf(drawItem);
      return (
        box.x < area.x - EPSILON ||
        box.right > area.x + area.width + EPSILON ||
        drawItem.baseline < area.y ||
        drawItem.baseline > area.y + area.height + EPSILON
      );
    })
    .map((drawItem) => `${describe(drawItem)} is outside the margins`);
}

function isCover({ drawItems, size }: Page): boolean {
  return drawItems.some((drawItem) => {
    const box = drawItem.kind === 'path' && drawItem.fill !== null ? boxOf(drawItem) : null;
    return box !== null && box.right - box.x > size.width - 1 && box.bottom - box.y > size.height / 2;
  });
}

function overlaps(page: Page): string[] {
  const lines = page.drawItems.filter(
    (drawItem) => drawItem.kind === 'line' && piecesOf(drawItem.line).length > 0,
  ) as DrawnLine[];
  const faults: string[] = [];
  for (const [index, drawItem] of lines.entries()) {
    const a = inkOf(drawItem);
    for (const other of lines.slice(index + 1)) {
      const b = inkOf(other);
      const apart =
        a.right <= b.x + EPSILON || b.right <= a.x + EPSILON || a.bottom <= b.y || b.bottom <= a.y;
      if (!apart) faults.push(`${describe(drawItem)} overlaps ${describe(other)}`);
    }
  }
  return faults;
}

/** A heading is followed by some of its text, on its own page; nothing can be done where all is headings. */
function strandedHeading(page: Page, laid: Laid): string[] {
  const isHeading = (drawItem: DrawnLine) => ancestors(drawItem).some(({ tag }) => /^H\d$/.test(tag));
  const body = textLines(page).filter((drawItem) => ancestors(drawItem).every(({ tag }) => tag !== 'Note'));
  const last = body.at(-1);
  if (last === undefined || page.index === laid.pages.length - 1) return [];
  return isHeading(last) && !body.every(isHeading)
    ? [`${describe(last)} is a heading and the last on its page`]
    : [];
}

/** A note begins at the foot of the page that refers to it. */
function strayNotes(page: Page): string[] {
  const here = new Set(textLines(page).flatMap(ancestors));
  return textLines(page)
    .flatMap(({ line }) => line.notes)
    .filter(({ element }) => !here.has(element))
    .map(({ id }) => `the note ${id} is not on the page of its reference`);
}

function textLines({ drawItems }: Page): readonly DrawnLine[] {
  return drawItems.filter(
    (drawItem): drawItem is DrawnLine =>
      drawItem.kind === 'line' && piecesOf(drawItem.line).length > 0 && !isFurniture(drawItem),
  );
}

function ancestors({ line }: DrawnLine): readonly StructElement[] {
  const found = new Set<StructElement>();
  for (const { tagTarget } of piecesOf(line)) {
    let at: TagTarget | null = tagTarget;
    while (at !== null && !isArtifact(at)) {
      found.add(at);
      at = at.parent;
    }
  }
  return [...found];
}

/** Where a line has ink, roughly: from the height of its small letters to a little below its baseline. */
function inkOf({ line, x, baseline }: DrawnLine): Box {
  const inked = piecesOf(line).filter(({ kind }) => kind === 'glyphs' || kind === 'image');
  const size = Math.max(0, ...inked.map(({ style }) => style.size));
  return {
    x: x + Math.min(...inked.map((piece) => piece.x)),
    right: x + Math.max(...inked.map((piece) => piece.x + piece.width)),
    y: baseline - size * 0.5,
    bottom: baseline + size * 0.15,
  };
}

function boxOf(drawItem: DrawItem): Box | null {
  if (drawItem.kind === 'line') return piecesOf(drawItem.line).length === 0 ? null : inkOf(drawItem);
  if (drawItem.kind === 'gutter') return null;
  if (drawItem.kind === 'image') {
    const { x, y, width, height } = drawItem.rect;
    return { x, y, right: x + width, bottom: y + height };
  }
  const points = pointsOf(drawItem.path);
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return { x: Math.min(...xs), y: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function describe(drawItem: DrawItem): string {
  if (drawItem.kind === 'line') return `“${textOfLine(drawItem.line).trim()}”`;
  return drawItem.kind === 'image' ? drawItem.image.path : 'a path';
}
