import type { ContainerDirective } from 'mdast-util-directive';
import type { Sink } from '../base/diagnostic.ts';
import { FAULT_WORDS } from '../base/fault-words.ts';
import { limits } from '../base/limits.ts';
import { type World, WorldError } from '../base/world.ts';
import { originOf } from '../parse/node-origin.ts';
import type { OpenWords, SetWords } from '../vector/outlined-text.ts';
import { locateFile } from './locate-file.ts';

/** Rows of a file of data, as written. */
export type DataRows = readonly (readonly string[])[];

type Refusal = { readonly reason: string; readonly reasonAr: string };

/** What the charts of one document are drawn with: files of data, and words as outlines. */
export class ChartLoader {
  readonly #world: World;
  readonly #openWords: OpenWords;
  readonly #files = new Map<string, DataRows | Refusal>();
  #setWords: SetWords | null = null;

  constructor(world: World, openWords: OpenWords) {
    this.#world = world;
    this.#openWords = openWords;
  }

  async load(node: ContainerDirective): Promise<void> {
    this.#setWords ??= await this.#openWords();
    const data = node.attributes?.['data'];
    const path = data && locateFile(data, originOf(node).file);
    if (path && !this.#files.has(path)) this.#files.set(path, await this.#read(path));
  }

  /** @throws Error where no chart was loaded */
  get setWords(): SetWords {
    if (this.#setWords === null) throw new Error('no chart was loaded');
    return this.#setWords;
  }

  /** The rows of the file that a chart names, which was loaded; null where it cannot be read, which is reported. */
  rowsOf(node: ContainerDirective, sink: Sink): DataRows | null {
    const name = node.attributes?.['data'] ?? '';
    const origin = originOf(node);
    const path = locateFile(name, origin.file);
    const found = path === null ? FAULT_OUTSIDE : this.#files.get(path)!;
    if (!('reason' in found)) return found;
    sink.report('chart-data', origin, { path: name, ...found });
    return null;
  }

  async #read(path: string): Promise<DataRows | Refusal> {
    try {
      const text = this.#world.readText(path);
      if (text.length > limits.dataLength) return TOO_LONG;
      // Loaded by documents with charts of files alone.
      const { readCsv } = await import('./read-csv.ts');
      return readCsv(text);
    } catch (error) {
      if (!(error instanceof WorldError)) throw error;
      const { en: reason, ar: reasonAr } = FAULT_WORDS[error.fault];
      return { reason, reasonAr };
    }
  }
}

const FAULT_OUTSIDE: Refusal = { reason: FAULT_WORDS.outside.en, reasonAr: FAULT_WORDS.outside.ar };
const TOO_LONG: Refusal = { reason: 'too long to be drawn', reasonAr: 'أطول من أن يُرسم' };
