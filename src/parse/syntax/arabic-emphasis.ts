import { attention } from 'micromark-core-commonmark';
import type { Construct, Extension, Token } from 'micromark-util-types';

/** The text that is being parsed, for constructs that look around in it. */
export interface Reading {
  text: string;
}

const ASTERISK = 42;
const UNDERSCORE = 95;
const TILDE = 126;

/**
 * CommonMark's flanking rules (0.31, 6.2) take words to be parted by spaces: `**` between a letter and a
 * mark of punctuation neither opens (`و**«المجلة»**`) nor closes (`**قال:**نعم`). Arabic writes its
 * particles onto the next word, so here a run also opens after an Arabic letter and closes before one.
 */
export function relaxEmphasis(reading: Reading): Extension {
  const relaxed = relaxRuns(attention, reading);
  return { text: { [ASTERISK]: relaxed, [UNDERSCORE]: relaxed } };
}

/** The same for GFM's `~~`. */
export function relaxStrikethrough(extension: Extension, reading: Reading): Extension {
  const constructs = [extension.text?.[TILDE] ?? []].flat();
  if (constructs.length === 0) return extension;
  const relaxed = constructs.map((construct) => relaxRuns(construct, reading));
  return { ...extension, text: { ...extension.text, [TILDE]: relaxed } };
}

/** The construct of a run of marks that opens or closes, with a second look at what it may do. */
function relaxRuns(construct: Construct, reading: Reading): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const start = this.now().offset;
      let run: Token | null = null;
      const watched = {
        ...effects,
        exit: (type: Parameters<typeof effects.exit>[0]) => {
          run = effects.exit(type);
          return run;
        },
      };
      return construct.tokenize.call(
        this,
        watched,
        (code) => {
          if (run) relaxRun(run, reading.text, start, this.now().offset);
          return ok(code);
        },
        nok,
      );
    },
  };
}

/** The run lies at [start, end) of `text`. */
function relaxRun(run: Token, text: string, start: number, end: number): void {
  const [before, after] = [text[start - 1] ?? '', text[end] ?? ''];
  if (!run._open && OPENS_AFTER_LETTER.test(after) && ENDS_IN_ARABIC.test(lastUnits(text, start)))
    run._open = true;
  if (!run._close && CLOSES_BEFORE_LETTER.test(before) && STARTS_IN_ARABIC.test(text.slice(end, end + 4)))
    run._close = true;
  if (!run._open && text[start] === '_' && isWordLike(after) && PARTICLE.test(lastUnits(text, start)))
    run._open = true;
}

const lastUnits = (text: string, end: number) => text.slice(Math.max(0, end - 6), end);

const isWordLike = (unit: string) => /[\p{L}\p{M}]/u.test(unit);

/** Punctuation that begins a phrase: all but what ends a word or a sentence. */
const OPENS_AFTER_LETTER = /(?![\p{Pe}\p{Pf}،؛؟.,;:!?%٪…])[\p{P}\p{S}]/u;

/** Punctuation that ends a phrase. */
const CLOSES_BEFORE_LETTER = /(?![\p{Ps}\p{Pi}#@])[\p{P}\p{S}]/u;

/** Joiners and marks of direction between the letter and the run are not seen by who writes it. */
const UNSEEN = '[\\u200B-\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069]*';
const LETTER = '[\\p{Script=Arabic}\\u0640\\u064B-\\u0655](?<=[\\p{L}\\p{M}])';
const ENDS_IN_ARABIC = new RegExp(`${LETTER}${UNSEEN}$`, 'u');
const STARTS_IN_ARABIC = new RegExp(`^${UNSEEN}${LETTER}`, 'u');

/**
 * `_` within a word is no mark (CommonMark; `#اليوم_الوطني`), but after particles that are written onto
 * a word it is: `و_مائل_`, `بـ_مائل_`.
 */
const PARTICLE = new RegExp(
  `(?:^|[\\s(«"'،؛:\\u2013\\u2014])[وفأ]?(?:[بلكس]\\u0640?|ال|بال|كال|لل|[وف]\\u0640?)${UNSEEN}$`,
  'u',
);
