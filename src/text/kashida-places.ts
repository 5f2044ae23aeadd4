import {
  joiningTypeOf,
  joinsBackward,
  joinsForward,
  NON_JOINING,
  TRANSPARENT,
} from './unicode/joining-type.ts';

/** A place where a word may be elongated. */
export interface KashidaPlace {
  /** UTF-16 offset in the word: a tatweel would stand before the character here. */
  readonly offset: number;
  /** 1 is where a scribe elongates first; see RULES. */
  readonly rank: number;
}

/** A letter with its joins resolved, marks skipped. */
interface Letter {
  readonly codePoint: number;
  readonly offset: number;
  readonly joinedBefore: boolean;
  readonly joinedAfter: boolean;
  /** Whether an invisible control stands before it. */
  readonly guarded: boolean;
}

/** Code points rather than strings, which would be made anew for every letter of every word. */
const lettersOf = (letters: string): ReadonlySet<number> =>
  new Set(Array.from(letters, (letter) => letter.codePointAt(0)!));

const TATWEEL = 0x0640;
const SEEN_SAD = lettersOf('سشصضڛښڜۺ');
const TEH_MARBUTA_HEH_DAL = lettersOf('ةۃهہەدذڈڌڎ');
const ALEF_TAH_LAM_KAF = lettersOf('اأإآٱطظلكکگڭڪ');
const BEH_LIKE = lettersOf('بتثنيپٹٺڻئیې');
const REH_YEH = lettersOf('رزڑژيىیے');
const WAW_AIN_QAF_FEH = lettersOf('وؤعغقفڤڨ');
const YEH = lettersOf('يىیئے');
const LAM = lettersOf('لڵ');
const ALEF = lettersOf('اأإآٱ');

/** A rule looks at the letters around a join: `before` joins to `after`, which is followed by `next` in the word. */
interface JoinContext {
  readonly before: number;
  readonly after: number;
  /** Whether `after` is in its final form: it joins nothing that follows. */
  readonly final: boolean;
  /** The letter that `after` joins to, 0 where it is final. */
  readonly next: number;
  /** Whether `next` is in its final form. */
  readonly nextFinal: boolean;
  /** Whether `after` is the last letter of the word. */
  readonly last: boolean;
}

/**
 * Where to elongate, best first: the classes that Word and LibreOffice share
 * (LibreOffice core, i18nutil/source/utility/kashida.cxx; alreq, "Kashida").
 */
const RULES: readonly ((join: JoinContext) => boolean)[] = [
  // 1. The author typed one already.
  ({ before }) => before === TATWEEL,
  // 2. After seen and sad, whose teeth run on into the stroke.
  ({ before }) => SEEN_SAD.has(before),
  // 3. Before a final teh marbuta, heh or dal.
  ({ after, final }) => final && TEH_MARBUTA_HEH_DAL.has(after),
  // 4. Before a final alef, tah, lam, kaf or gaf.
  ({ after, final }) => final && ALEF_TAH_LAM_KAF.has(after),
  // 5. Before a beh-like letter that leads into a final reh or yeh.
  ({ after, final, next, nextFinal }) => !final && BEH_LIKE.has(after) && nextFinal && REH_YEH.has(next),
  // 6. Before a waw, ain, qaf or feh that ends the word.
  ({ after, last }) => last && WAW_AIN_QAF_FEH.has(after),
  // 7. Before any other letter that ends the word.
  ({ last }) => last,
  // 8. Before a final form inside the word: مـؤتمر only where مؤتمـر will not do.
  ({ final }) => final,
];

/** Joins that are never stretched. */
const NEVER: readonly ((join: JoinContext) => boolean)[] = [
  // Lam-alef is one shape, vowels between its letters or not.
  ({ before, after }) => LAM.has(before) && ALEF.has(after),
  // A final yeh is drawn from the letter before it: only the teeth of seen leave room.
  ({ before, after, final }) => final && YEH.has(after) && !SEEN_SAD.has(before),
];

/** Every place a word offers, best first; among equals the one nearest the word's end. */
export function findKashidaPlaces(word: string): readonly KashidaPlace[] {
  const letters = joinedLetters(word);
  const places: KashidaPlace[] = [];
  for (let i = 1; i < letters.length; i++) {
    const before = letters[i - 1]!;
    const after = letters[i]!;
    const next = letters[i + 1];
    if (!after.joinedBefore || after.guarded) continue;
    const join: JoinContext = {
      before: before.codePoint,
      after: after.codePoint,
      final: !after.joinedAfter,
      next: after.joinedAfter ? next!.codePoint : 0,
      nextFinal: after.joinedAfter && !next!.joinedAfter,
      last: i === letters.length - 1,
    };
    if (NEVER.some((forbids) => forbids(join))) continue;
    const rank = RULES.findIndex((applies) => applies(join)) + 1;
    if (rank > 0) places.push({ offset: after.offset, rank });
  }
  return places.sort((a, b) => a.rank - b.rank || b.offset - a.offset);
}

/** Letters in logical order with what they join to; joiners and non-joiners break or make joins and are no letters. */
function joinedLetters(word: string): readonly Letter[] {
  const letters: { -readonly [Fact in keyof Letter]: Letter[Fact] }[] = [];
  let previousType = NON_JOINING;
  let guarded = false;
  for (let offset = 0; offset < word.length; ) {
    const codePoint = word.codePointAt(offset)!;
    const type = joiningTypeOf(codePoint);
    // No elongation beside a joiner or non-joiner: the author has settled this join by hand.
    if (codePoint === ZWNJ || codePoint === ZWJ) previousType = NON_JOINING;
    else if (CONTROLS.has(codePoint)) guarded = true;
    else if (type !== TRANSPARENT) {
      const joinedBefore = joinsForward(previousType) && joinsBackward(type);
      if (joinedBefore) letters.at(-1)!.joinedAfter = true;
      letters.push({ codePoint, offset, joinedBefore, joinedAfter: false, guarded });
      previousType = type;
      guarded = false;
    }
    offset += codePoint > 0xffff ? 2 : 1;
  }
  return letters;
}

const ZWNJ = 0x200c;
const ZWJ = 0x200d;

/** Soft hyphen, zero width space, marks of direction: letters join over them, and readers find them where they are. */
const CONTROLS: ReadonlySet<number> = new Set([0xad, 0x200b, 0x200e, 0x200f, 0x061c]);
