import { CodePointFace } from '../font/code-point-face.ts';
import type { Face } from '../font/face.ts';
import type { Laid } from '../page/page.ts';
import type { Entry } from './zip.ts';

/** The faces that the print uses, those included that step in for characters the chosen family lacks. */
export function usedFaces({ pages }: Laid): readonly Face[] {
  const faces = new Map<string, Face>();
  for (const { marks } of pages) {
    for (const mark of marks) {
      if (mark.kind !== 'line') continue;
      // What no face has is left to the reading system, which may have one.
      for (const piece of mark.line.pieces)
        if (piece.kind === 'glyphs' && !(piece.run.face instanceof CodePointFace))
          faces.set(piece.run.face.id, piece.run.face);
    }
  }
  return [...faces.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function fontEntries(faces: readonly Face[]): readonly Entry[] {
  return faces.map((face, index) => ({ path: `EPUB/${fontPath(face, index)}`, bytes: face.bytes }));
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
