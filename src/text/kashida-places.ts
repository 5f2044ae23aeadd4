import { joiningTypeOf, joinsBackward, joinsForward, TRANSPARENT } from './unicode/joining-type.ts';

/** A place where a word may be elongated. */
export interface KashidaPlace {
  /** UTF-16 offset in the word: a tatweel would stand before the character here. */
  readonly offset: number;
  /** 1 is where a scribe elongates first; see RULES. */
  readonly rank: number;
}

/** A letter with its joins resolved, marks skipped. */
interface Letter {
  readonly character: string;
  readonly offset: number;
  readonly joinedBefore: boolean;
  readonly joinedAfter: boolean;
}

const TATWEEL = 'ـ';
const SEEN_SAD = 'سشصضڛښڜۺ';
const TEH_MARBUTA_HEH_DAL = 'ةۃهہەدذڈڌڎ';
const ALEF_TAH_LAM_KAF = 'اأإآٱطظلكکگڭڪ';
const BEH_LIKE = 'بتثنيپٹٺڻئیې';
const REH_YEH = 'رزڑژيىیے';
const WAW_AIN_QAF_FEH = 'وؤعغقفڤڨ';
const YEH = 'يىیئے';
const LAM = 'لڵ';
const ALEF = 'اأإآٱ';

/** A rule looks at the letters around a join: `before` joins to `after`, which is followed by `next` in the word. */
interface JoinContext {
  readonly before: string;
  readonly after: string;
  /** Whether `after` is in its final form: it joins nothing that follows. */
  readonly final: boolean;
  /** The letter that `after` joins to, '' where it is final. */
  readonly next: string;
  /** Whether `next` is in its final form. */
  readonly nextFinal: boolean;
  /** Whether `after` is the last letter of the word. */
  readonly last: boolean;
}

const has = (set: string, letter: string) => letter !== '' && set.includes(letter);

/**
 * Where to elongate, best first: the classes that Word and LibreOffice share
 * (LibreOffice core, i18nutil/source/utility/kashida.cxx; alreq, "Kashida").
 */
const RULES: readonly ((join: JoinContext) => boolean)[] = [
  // 1. The author typed one already.
  ({ before }) => before === TATWEEL,
  // 2. After seen and sad, whose teeth run on into the stroke.
  ({ before }) => has(SEEN_SAD, before),
  // 3. Before a final teh marbuta, heh or dal.
  ({ after, final }) => final && has(TEH_MARBUTA_HEH_DAL, after),
  // 4. Before a final alef, tah, lam, kaf or gaf.
  ({ after, final }) => final && has(ALEF_TAH_LAM_KAF, after),
  // 5. Before a beh-like letter that leads into a final reh or yeh.
  ({ after, final, next, nextFinal }) => !final && has(BEH_LIKE, after) && nextFinal && has(REH_YEH, next),
  // 6. Before a waw, ain, qaf or feh that ends the word.
  ({ after, last }) => last && has(WAW_AIN_QAF_FEH, after),
  // 7. Before any other letter that ends the word.
  ({ last }) => last,
  // 8. Before a final form inside the word: مـؤتمر only where مؤتمـر will not do.
  ({ final }) => final,
];

/** Joins that are never stretched. */
const NEVER: readonly ((join: JoinContext) => boolean)[] = [
  // Lam-alef is one shape, vowels between its letters or not.
  ({ before, after }) => has(LAM, before) && has(ALEF, after),
  // A final yeh is drawn from the letter before it: only the teeth of seen leave room.
  ({ before, after, final }) => final && has(YEH, after) && !has(SEEN_SAD, before),
];

/** Every place a word offers, best first; among equals the one nearest the word's end. */
export function findKashidaPlaces(word: string): readonly KashidaPlace[] {
  const letters = joinedLetters(word);
  const places: KashidaPlace[] = [];
  for (let i = 1; i < letters.length; i++) {
    const [before, after, next] = [letters[i - 1]!, letters[i]!, letters[i + 1]];
    if (!after.joinedBefore) continue;
    const join: JoinContext = {
      before: before.character,
      after: after.character,
      final: !after.joinedAfter,
      next: after.joinedAfter ? next!.character : '',
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
  const letters: {
    character: string;
    offset: number;
    type: number;
    joinedBefore: boolean;
    joinedAfter: boolean;
    touched: boolean;
  }[] = [];
  for (let offset = 0; offset < word.length; ) {
    const codePoint = word.codePointAt(offset)!;
    const character = String.fromCodePoint(codePoint);
    const type = joiningTypeOf(codePoint);
    if (codePoint === ZWNJ || codePoint === ZWJ) {
      // No elongation beside either: the author has settled this join by hand.
      const previous = letters.at(-1);
      if (previous) previous.touched = true;
    } else if (type !== TRANSPARENT) {
      const previous = letters.at(-1);
      const joined =
        previous !== undefined && !previous.touched && joinsForward(previous.type) && joinsBackward(type);
      if (joined) previous.joinedAfter = true;
      letters.push({ character, offset, type, joinedBefore: joined, joinedAfter: false, touched: false });
    }
    offset += character.length;
  }
  return letters;
}

const ZWNJ = 0x200c;
const ZWJ = 0x200d;
