import type { Sink } from '../base/diagnostic.ts';
import { limits } from '../base/limits.ts';
import { type World, WorldError } from '../base/world.ts';
import type { BibliographyChoice, BibliographyFile } from './bibliography.ts';
import { reportFault } from './report-fault.ts';

/** Reads the files of entries that a document names, in their order; what cannot be read is reported and left out. */
export function readBibliography(
  choices: readonly BibliographyChoice[],
  world: World,
  sink: Sink,
): readonly BibliographyFile[] {
  const files: BibliographyFile[] = [];
  const taken = new Set<string>();
  let room = limits.bibliographyLength;
  for (const choice of choices) {
    if (taken.has(choice.path)) continue;
    taken.add(choice.path);
    const text = readOrReport(choice, world, sink);
    if (text === null) continue;
    room -= text.length;
    if (room < 0) {
      const size = limits.bibliographyLength / (1024 * 1024);
      sink.report('bibliography-limit', choice.origin, { path: choice.path, size });
      break;
    }
    files.push({ path: choice.path, text });
  }
  return files;
}

function readOrReport({ path, origin }: BibliographyChoice, world: World, sink: Sink): string | null {
  try {
    return world.readText(path);
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    const { fault } = error;
    // The text can be shown without: its references stand as they are typed.
    if (fault === 'missing' || fault === 'outside' || fault === 'hidden')
      sink.report(`bibliography-${fault}`, origin, { path });
    else if (fault === 'not-utf8') sink.report('bibliography-encoding', origin, { path });
    else reportFault(error, origin, sink);
    return null;
  }
}
