import type { Resolved } from '../resolve/nodes.ts';
import { PlainText } from './plain-text.ts';

/** The plain stage: the document as UTF-8 text. */
export function writePlain(document: Resolved): Uint8Array {
  return new TextEncoder().encode(new PlainText(document, true).write());
}
