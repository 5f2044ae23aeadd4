import { unreachable } from '../base/unreachable.ts';
import type { Inline, InlineContent } from '../style/inline.ts';

/** The characters of a paragraph and the inline that each stretch of them belongs to. */
export interface Collected {
  readonly text: string;
  /** Cover `text` in order. UTF-16 offsets. */
  readonly spans: readonly Span[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly inline: Inline;
}

/**
 * What stands in the string for things that are not text, chosen for what UAX#9 makes of it: a leader
 * separates segments (class S), a forced break is white space, an image is a neutral object.
 */
export const LEADER = '\t';
export const LINE_BREAK = '\u2028';
export const OBJECT = '\uFFFC';

/** One string for the paragraph, so that bidi, joining and breaking see across every change of style. */
export function collect(inlines: InlineContent, preformatted: boolean): Collected {
  const spans: Span[] = [];
  let text = '';
  for (const inline of inlines) {
    const start = text.length;
    const characters = charactersOf(inline, preformatted);
    // White space collapses across inlines as it does inside one: "a **b** " + " c".
    text +=
      !preformatted && inline.kind === 'text' && endsInSpace(text)
        ? characters.replace(/^ +/, '')
        : characters;
    if (text.length > start) spans.push({ start, end: text.length, inline });
  }
  return { text, spans };
}

function charactersOf(inline: Inline, preformatted: boolean): string {
  switch (inline.kind) {
    case 'text':
      return preformatted
        ? inline.text.replace(/\r?\n/g, LINE_BREAK).replace(/\t/g, '    ')
        : inline.text.replace(COLLAPSING, ' ');
    case 'break':
      return LINE_BREAK;
    case 'leader':
      return LEADER;
    case 'image':
      return OBJECT;
    case 'note-ref':
      return inline.label;
    case 'field':
      throw new Error('a field has no characters before pages are known; the paragraph must wait as Late');
    default:
      return unreachable(inline, 'text, break, leader, image, note-ref, field');
  }
}

/** White space that is not one plain space already: nearly all is, and to replace it by itself copies the text. */
const COLLAPSING = /[\t\r\n\f][ \t\r\n\f]*| [ \t\r\n\f]+/g;

function endsInSpace(text: string): boolean {
  return text === '' || text.endsWith(' ') || text.endsWith(LINE_BREAK);
}
