import type { World } from '../base/world.ts';
import { CodePointFace } from '../font/code-point-face.ts';
import type { Face } from '../font/face.ts';
import { Instancer } from '../font/instance.ts';
import type { Laid } from '../page/page.ts';
import { linesOf } from '../page/walk.ts';
import type { GlyphPiece } from '../text/line.ts';
import { piecesOf } from '../text/line-pieces.ts';
import type { ZipEntry } from './zip.ts';

/** The faces that the print uses, those included that step in for characters the chosen family lacks. */
export function usedFaces(laid: Laid): readonly Face[] {
  const faces = new Map<string, Face>();
  // What no face has is left to the reading system, which may have one.
  for (const { run } of glyphsOf(laid))
    if (!(run.face instanceof CodePointFace)) faces.set(run.face.id, run.face);
  return [...faces.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function* glyphsOf({ pages }: Laid): Iterable<GlyphPiece> {
  for (const { line } of linesOf(pages))
    for (const piece of piecesOf(line)) if (piece.kind === 'glyphs') yield piece;
}

/** Whole, so that the reader's own text can be set in them, up to this size: those of Chinese have 10 MB. Bytes. */
const LARGE = 2 * 1024 * 1024;

export function fontEntries(faces: readonly Face[], laid: Laid, world: World): readonly ZipEntry[] {
  const isAnyLarge = faces.some(({ bytes }) => bytes.length > LARGE);
  const cutter = isAnyLarge ? new Instancer(world) : null;
  return faces.map((face, index) => {
    const isLarge = face.bytes.length > LARGE;
    const bytes = isLarge ? cutter!.subset(face.bytes, charactersOf(face, laid)) : face.bytes;
    return { path: `EPUB/${fontPath(face, index)}`, bytes };
  });
}

function charactersOf(face: Face, laid: Laid): ReadonlySet<number> {
  // spaces are no glyphs of the print
  const codePoints = new Set([0x20, 0xa0]);
  for (const { run } of glyphsOf(laid))
    if (run.face.id === face.id) for (const character of run.text) codePoints.add(character.codePointAt(0)!);
  return codePoints;
}

/** `@font-face` rules; addresses are relative to the style sheet, which lies beside the text. */
export function fontRules(faces: readonly Face[]): string {
  return faces
    .map(
      (face, index) =>
        `@font-face {
  font-family: "${face.family}";
  font-weight: ${face.weight};
  font-style: ${face.italic ? 'italic' : 'normal'};
  src: url("${fontPath(face, index)}");
}
`,
    )
    .join('');
}

function fontPath(face: Face, index: number): string {
  return `fonts/font-${index + 1}.${isPostScript(face) ? 'otf' : 'ttf'}`;
}

/** OpenType with CFF outlines begins with `OTTO` (OpenType 1.9, "Organization of an OpenType Font"). */
function isPostScript({ bytes }: Face): boolean {
  return String.fromCharCode(...bytes.subarray(0, 4)) === 'OTTO';
}
