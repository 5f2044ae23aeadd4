import type { Nodes } from 'mdast';
import type { Direction } from '../base/geometry.ts';
import { isArtifact } from './element.ts';
import type { InlineContent } from './inline.ts';

/**
 * The direction of a text that may be foreign to what stands around it: by its words, so that an English
 * sentence with an Arabic word in it keeps its full stop at its end in an Arabic paper. Code, and phrases
 * that are set apart with a direction of their own, count only where there is nothing else. A line to a
 * leader (contents) keeps the direction around it: its folio stands at the end edge.
 *
 * @param around of the text around it
 */
export function findDirection(content: InlineContent, around: Direction): Direction {
  const foreign = around === 'rtl' ? LTR : RTL;
  if (!content.some((inline) => inline.kind === 'text' && foreign.test(inline.text))) return around;
  let words = '';
  let apart = '';
  for (const inline of content) {
    if (inline.kind === 'leader') return around;
    if (inline.kind !== 'text') continue;
    const isCode = !isArtifact(inline.role) && inline.role.tag === 'Code';
    if (isCode || inline.isolates.some(({ direction }) => direction !== 'auto')) apart += inline.text;
    else words += inline.text;
  }
  return directionOfText(ANY_LETTER.test(words) ? words : apart, around);
}

/** The direction of blocks that are set as one (a list, a quotation): foreign where each of them is. */
export function directionOfNodes(nodes: readonly Nodes[], around: Direction): Direction {
  const texts = nodes.map(textIn).filter((text) => ANY_LETTER.test(text));
  const own = texts.map((text) => directionOfText(text, around));
  return own.length > 0 && own.every((direction) => direction !== around) ? own[0]! : around;
}

/** The words of a node without its code. */
function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textIn).join(node.type === 'paragraph' ? '' : ' ') : '';
}

/**
 * Shares of foreign words from which a text is foreign: where it begins with one, and where it does not
 * (كتاب The Lord of the Rings is Arabic).
 */
const MOST = 2 / 3;
const NEARLY_ALL = 6 / 7;

/** A capital may begin a name, which a text in any language takes over as it is: it says half as much. */
const NAME_WEIGHT = 0.5;
/** Apart from the loop: as written for older engines the expression would be compiled at every word. */
const IS_NAME = /^\P{L}*\p{Lu}/u;

/** @param around the answer where the words leave it open */
export function directionOfText(text: string, around: Direction): Direction {
  if (!(around === 'rtl' ? LTR : RTL).test(text)) return around;
  let [native, foreign] = [0, 0];
  let begins: Direction | null = null;
  for (const word of text.split(/\s+/)) {
    // `الـPDF` is a word of the sentence around it.
    const startsRtl = isArabicLetter(word.charCodeAt(0));
    const isRtl = startsRtl || RTL.test(word);
    if (!isRtl && !LTR.test(word)) continue;
    const direction = isRtl ? 'rtl' : 'ltr';
    begins ??= direction;
    const weight = !startsRtl && IS_NAME.test(word) ? NAME_WEIGHT : 1;
    if (direction === around) native += weight;
    else foreign += weight;
  }
  if (foreign === 0 || foreign / (native + foreign) < (begins === around ? NEARLY_ALL : MOST)) return around;
  return around === 'rtl' ? 'ltr' : 'rtl';
}

/** How nearly every word of an Arabic text begins: two expressions less for each. */
const isArabicLetter = (unit: number) => unit >= 0x620 && unit <= 0x64a;

/** Letters that are written from the right: also Hebrew, Syriac, Thaana. */
const RTL = /[\u05D0-\u05F2\u0620-\u065F\u066E-\u06D3\u06FA-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Letters that are written from the left: Latin, Greek, Cyrillic and those of Asia. */
const LTR = /[A-Za-z\u00C0-\u024F\u0370-\u052F\u0531-\u0587\u0900-\u1FFF\u3040-\u9FFF\uAC00-\uD7AF]/;

const ANY_LETTER = /\p{L}/u;
