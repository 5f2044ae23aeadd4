import type { Sink } from '../base/diagnostic.ts';
import { isArtifact } from '../base/element.ts';
import type { Origin } from '../base/origin.ts';
import type { DrawnLine, Laid, Page } from '../page/page.ts';
import { linesOf } from '../page/walk.ts';
import { piecesOf } from '../text/line-pieces.ts';
import { textOfPiece } from '../textlayer/piece-text.ts';
import { unfold } from '../textlayer/word-ligatures.ts';

/** What we use of pdf.js, an optional peer: another program than ours has to read what we wrote. */
export interface PdfReader {
  getDocument(options: { data: Uint8Array; verbosity: number }): { readonly promise: Promise<ReadDocument> };
}

interface ReadDocument {
  getPage(
    number: number,
  ): Promise<{ getTextContent(options: object): Promise<{ readonly items: readonly TextItem[] }> }>;
  destroy(): Promise<void>;
}

interface TextItem {
  readonly str?: string;
  readonly hasEOL?: boolean;
}

/** Lines named one by one; the rest are counted. */
const MOST_REPORTED = 20;

/**
 * Reads a PDF back with pdf.js and reports the words of laid pages that are not in its text: each as
 * often as it was laid, wherever on its page. Order and spaces are readers' affairs; a word is there or
 * it is lost.
 *
 * @param loadReader null where no reader is installed
 */
export async function verify(
  bytes: Uint8Array,
  laid: Laid,
  loadReader: () => Promise<PdfReader | null>,
  sink: Sink,
): Promise<void> {
  const reader = await loadReader();
  if (reader === null) {
    sink.report('verify-no-reader', null);
    return;
  }
  // pdf.js keeps the buffer for itself.
  const document = await reader.getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  let left = MOST_REPORTED;
  for (const page of laid.pages) {
    const text = await readPage(document, page.index + 1);
    for (const { origin, words } of findLost(page, text)) {
      if (left-- > 0)
        sink.report('verify-differs', origin, { page: String(page.index + 1), words: words.join(' ') });
    }
  }
  await document.destroy();
  if (left < 0) sink.report('verify-more', null, { count: String(-left) });
}

async function readPage(document: ReadDocument, number: number): Promise<string> {
  // Otherwise it spells out ﷺ and its like and turns the letters round.
  const options = { disableNormalization: true };
  const { items } = await (await document.getPage(number)).getTextContent(options);
  return even(items.map(({ str = '', hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''));
}

interface LostWords {
  readonly origin: Origin | null;
  readonly words: readonly string[];
}

function findLost(page: Page, text: string): LostWords[] {
  const found = new Map<string, number>();
  for (const word of wordsOf(text)) found.set(word, (found.get(word) ?? 0) + 1);
  const squeezed = text.replaceAll(' ', '');
  const lost: LostWords[] = [];
  for (const drawItem of linesOf([page])) {
    const line = even(piecesOf(drawItem.line).map(textOfPiece).join(''));
    const words = wordsOf(line).filter((word) => !take(word, found));
    // A space too many or too few loses no word.
    if (words.length > 0 && !squeezed.includes(line.replaceAll(' ', '')))
      lost.push({ origin: originOf(drawItem), words });
  }
  return lost;
}

function take(word: string, found: Map<string, number>): boolean {
  const count = found.get(word) ?? 0;
  if (count > 0) found.set(word, count - 1);
  return count > 0;
}

function originOf({ line }: DrawnLine): Origin | null {
  for (const { tagTarget } of piecesOf(line)) if (!isArtifact(tagTarget)) return tagTarget.origin;
  return null;
}

/** pdf.js drops format characters, and `<` and `>` of right-to-left text; U+034F stands at spaces: see `InklessGlyph`. */
function even(text: string): string {
  return unfold(text)
    .replace(/[\u034F\p{Cf}<>]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function wordsOf(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}
