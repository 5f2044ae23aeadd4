import { isArtifact } from '../base/element.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Inline, InlineContent } from '../style/inline.ts';

/** The characters of a paragraph and the inline that each stretch of them belongs to. */
export interface Collected {
  readonly text: string;
  /** Cover `text` in order. UTF-16 offsets. */
  readonly spans: readonly Span[];
}

/** And where anchors stand in them. */
export interface Anchored extends Collected {
  /** In the order of their offsets. */
  readonly anchors: readonly TextAnchor[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly inline: Inline;
  /** Of the inline among those of the paragraph. */
  readonly index: number;
}

/** An anchor before the character at `at`, a UTF-16 offset; at the end of the text behind its last. */
export interface TextAnchor {
  readonly at: number;
  /** Which inline of the paragraph it is. */
  readonly inline: number;
}

/** What nearly every paragraph has of them: a book has a hundred thousand lines. */
const NO_ANCHORS: readonly TextAnchor[] = [];

/**
 * What stands in the string for things that are not text, chosen for what UAX#9 makes of it: a leader
 * separates segments (class S), a forced break is white space, an image is a neutral object.
 */
export const LEADER = '\t';
export const LINE_BREAK = '\u2028';
export const OBJECT = '\uFFFC';

/** One string for the paragraph, so that bidi, joining and breaking see across every change of style. */
export function collect(inlines: InlineContent, preformatted: boolean): Anchored {
  const spans: Span[] = [];
  let anchors = NO_ANCHORS;
  let text = '';
  for (const [index, inline] of inlines.entries()) {
    const start = text.length;
    if (inline.kind === 'anchor') anchors = [...anchors, { at: start, inline: index }];
    const characters = charactersOf(inline, preformatted);
    // White space collapses across inlines as it does inside one: "a **b** " + " c".
    text +=
      !preformatted && inline.kind === 'text' && endsInSpace(text)
        ? characters.replace(/^ +/, '')
        : characters;
    if (text.length > start) spans.push({ start, end: text.length, inline, index });
  }
  return { text, spans, anchors };
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
    case 'anchor':
      return '';
    case 'field':
      throw new Error(
        'a field has no characters before pages are known; the paragraph must wait as Deferred',
      );
    default:
      return unreachable(inline, 'the kinds of inlines');
  }
}

/** Code is neither hyphenated nor cut as words are. */
export function isCode({ tagTarget }: Inline): boolean {
  return !isArtifact(tagTarget) && tagTarget.tag === 'Code';
}

/** White space that is not one plain space already: nearly all is, and to replace it by itself copies the text. */
const COLLAPSING = /[\t\r\n\f][ \t\r\n\f]*| [ \t\r\n\f]+/g;

function endsInSpace(text: string): boolean {
  return text === '' || text.endsWith(' ') || text.endsWith(LINE_BREAK);
}
