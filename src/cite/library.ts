import type { Sink } from '../base/diagnostic.ts';
import { limits } from '../base/limits.ts';
import { nearest } from '../base/nearest.ts';
import { formatOrigin } from '../base/origin.ts';
import type { BibliographyFile } from '../project/bibliography.ts';
import { referencesOf } from './from-bibtex.ts';
import { readBibtex } from './read-bibtex.ts';
import { readCsl } from './read-csl.ts';
import type { Reference } from './reference.ts';

/** All entries that a document may cite, in the order of its files. */
export class Library {
  readonly #byKey = new Map<string, Reference>();

  /** The first of two entries of one key is taken, and the other told of. */
  add(reference: Reference, sink: Sink): void {
    const { key, origin } = reference;
    const before = this.#byKey.get(key);
    if (before !== undefined) {
      sink.report('bibliography-twice', origin, { key, place: formatOrigin(before.origin) });
      return;
    }
    this.#byKey.set(key, reference);
  }

  find(key: string): Reference | null {
    return this.#byKey.get(key) ?? null;
  }

  /** The key that was meant, where one is near. */
  guess(key: string): string | null {
    return nearest(key, this.#byKey.keys());
  }

  all(): Iterable<Reference> {
    return this.#byKey.values();
  }
}

/** Reads the files by what they hold, whatever they are called. */
export function readLibrary(files: readonly BibliographyFile[], sink: Sink): Library {
  const library = new Library();
  let room = limits.bibliographyEntries;
  for (const file of files) {
    for (const reference of readFile(file, sink)) {
      if (room-- <= 0) {
        sink.report('bibliography-entries-limit', reference.origin, { limit: limits.bibliographyEntries });
        return library;
      }
      library.add(reference, sink);
    }
  }
  return library;
}

function readFile(file: BibliographyFile, sink: Sink): readonly Reference[] {
  const { path, text } = file;
  const origin = { file: path, line: 1, column: 1 };
  const isJson = /^\s*[[{]/.test(text);
  if (!isJson && !/@\s*[A-Za-z]+\s*[{(]/.test(text)) {
    sink.report(text.trim() === '' ? 'bibliography-empty' : 'bibliography-format', origin, { path });
    return [];
  }
  const references = isJson ? readCsl(file, sink) : referencesOf(readBibtex(file, sink), sink);
  if (references.length === 0) sink.report('bibliography-empty', origin, { path });
  return references;
}
