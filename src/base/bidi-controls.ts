import type { Sink } from './diagnostic.ts';
import type { Origin } from './origin.ts';

/** UTF-16 indexes of U+202D and U+202E, which turn text against its own direction: people see other words than machines read. */
export function* overridesIn(text: string): Iterable<number> {
  for (const { index } of text.matchAll(/[\u202D\u202E]/g)) yield index;
}

const OPENER = /[\u202A\u202B\u202D\u202E\u2066-\u2068]/;
const POP_EMBEDDING = '\u202C';
const POP_ISOLATE = '\u2069';

/** The first embedding or isolate that is not closed within the text, or is closed twice; null where all are in pairs. */
export function unbalancedIn(text: string): number | null {
  const open: { readonly index: number; readonly closer: string }[] = [];
  for (const { 0: control, index } of text.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
    if (OPENER.test(control)) open.push({ index, closer: control >= '\u2066' ? POP_ISOLATE : POP_EMBEDDING });
    else if (open.at(-1)?.closer === control) open.pop();
    else return index;
  }
  return open[0]?.index ?? null;
}

/** `202E` */
export function codeAt(text: string, index: number): string {
  return text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
}

/** What the words of a paragraph are searched for, in a text that is in no paragraph: a title, a description, a name. */
export function reportControls(text: string, origin: Origin, sink: Sink): void {
  if (!CONTROL.test(text)) return;
  for (const index of overridesIn(text)) sink.report('bidi-override', origin, { code: codeAt(text, index) });
  const unbalanced = unbalancedIn(text);
  if (unbalanced !== null)
    sink.report('bidi-unbalanced', origin, { code: codeAt(text, unbalanced), text: text.slice(0, 40) });
}

const CONTROL = /[\u202A-\u202E\u2066-\u2069]/;

/**
 * Without the embeddings and overrides of UAX#9 (U+202A–U+202E): in a reader's list of books, in its title bar or in
 * the contents an unclosed one would turn round the words beside it.
 */
export function tameText(text: string): string {
  return text.replace(/[\u202A-\u202E]/g, '');
}

/** A file's name without any control of direction: `report\u202Efdp.exe` would be shown as `reportexe.pdf`. */
export function tameName(name: string): string {
  return name.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');
}
