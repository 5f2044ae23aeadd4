import type { FootnoteDefinition, Root } from 'mdast';
import type { CounterStyle } from '../base/counters.ts';
import { formatCounter } from '../base/counters.ts';

/** The notes of a document and the numbers they get, in the order in which the text calls them. */
export class NoteNumbering {
  readonly #definitions = new Map<string, FootnoteDefinition>();
  readonly #labels = new Map<string, string>();
  readonly #counter: CounterStyle;
  #count = 0;

  constructor(body: Root, counter: CounterStyle) {
    this.#counter = counter;
    collectDefinitions(body, this.#definitions);
  }

  get counter(): CounterStyle {
    return this.#counter;
  }

  find(identifier: string): FootnoteDefinition | null {
    return this.#definitions.get(identifier) ?? null;
  }

  /** The number of a note as printed; `isNew` where this is the first call, which is the one that prints the note. */
  call(identifier: string): { readonly label: string; readonly isNew: boolean } {
    const known = this.#labels.get(identifier);
    if (known !== undefined) return { label: known, isNew: false };
    const label = formatCounter(this.#counter, ++this.#count);
    this.#labels.set(identifier, label);
    return { label, isNew: true };
  }

  /** Numbers begin again at ١: for books that count by chapter. */
  restart(): void {
    this.#count = 0;
  }
}

/** Definitions may stand inside containers: templates graft the text into them. */
function collectDefinitions(
  parent: { readonly children: readonly unknown[] },
  definitions: Map<string, FootnoteDefinition>,
): void {
  for (const child of parent.children as FootnoteDefinition[]) {
    if (child.type === 'footnoteDefinition') {
      if (!definitions.has(child.identifier)) definitions.set(child.identifier, child);
    } else if (CONTAINERS.has(child.type)) {
      collectDefinitions(child, definitions);
    }
  }
}

const CONTAINERS: ReadonlySet<string> = new Set(['containerDirective', 'blockquote', 'list', 'listItem']);
