import type { Sink } from '../base/diagnostic.ts';
import type { World } from '../base/world.ts';
import type { ZipEntry } from '../base/zip.ts';
import { CodePointFace } from '../font/code-point-face.ts';
import type { Face } from '../font/face.ts';
import { Instancer } from '../font/instance.ts';
import { renameFont } from '../font/rename-font.ts';
import { readFontFile, viewOf } from '../font/sfnt-file.ts';
import type { Laid } from '../page/page.ts';
import { linesOf } from '../page/walk.ts';
import type { GlyphPiece } from '../text/line.ts';
import { piecesOf } from '../text/line-pieces.ts';

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

/**
 * Fonts of what the book is written with and what their layout makes of it, each under a name of its own: a font cut down
 * is a changed one, which may not bear the reserved name of the whole (SIL Open Font License 1.1, condition 3).
 */
export function fontEntries(
  faces: readonly Face[],
  characters: ReadonlySet<number>,
  world: World,
  sink: Sink,
): readonly ZipEntry[] {
  const subsetter = faces.some(mayBeCut) ? new Instancer(world) : null;
  return faces.map((face, index) => {
    const path = `EPUB/${fontPath(face, index)}`;
    if (subsetter === null || !mayBeCut(face)) return { path, bytes: face.bytes };
    const cut = subsetter.subset(face.bytes, characters);
    if (cut !== null) return { path, bytes: renameFont(cut, `Subset ${index + 1}`) };
    sink.report('epub-font-whole', null, { family: face.family });
    return { path, bytes: face.bytes };
  });
}

/** Where `fsType` of OS/2 says in bit 8 that a font is passed on whole or not at all. */
function mayBeCut({ bytes }: Face): boolean {
  const os2 = readFontFile(bytes).get('OS/2');
  return os2 === undefined || (viewOf(os2).getUint16(8) & 0x100) === 0;
}

/** Spaces, hyphens and the tatweel, which a reader may set where none is written. */
const SET_BY_READERS = [0x20, 0xa0, 0x2d, 0x2010, 0x640];

/** What is written between the tags of XHTML, and what a style sheet adds (`content`). */
export function charactersOf(files: readonly ZipEntry[]): ReadonlySet<number> {
  const codePoints = new Set(SET_BY_READERS);
  for (const { path, bytes } of files) {
    const text = new TextDecoder().decode(bytes);
    const words = path.endsWith('.css')
      ? [...text.matchAll(/content:([^;}]*)/g)].map(([, value]) => value).join('')
      : text.replace(/<[^>]*>/g, '');
    for (const character of words) codePoints.add(character.codePointAt(0)!);
  }
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
