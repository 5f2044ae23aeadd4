export interface OrderRow {
  /** The text with ⟨…⟩ around what an isolate is meant for. */
  readonly marked: string;
  readonly logical: string;
  /** From left to right. */
  readonly visual: string;
  readonly by: string;
}
/** The name of the browser; undefined where none is installed. */
export const chromium: string | undefined;
export function readTable(): readonly OrderRow[];
export function toHtml(marked: string): string;
export function measureOrder(paragraphs: readonly string[]): readonly string[];
export function foldOrder(visual: string): string;
