/**
 * The Unicode Line Breaking Algorithm (UAX#14, revision of Unicode 17.0), untailored. Rule numbers in the
 * comments are the annex's. The text is first cut into units: a character with the combining marks that
 * LB9 attaches to it; every rule then looks at the borders between units.
 */
import * as lb from './unicode/line-class.ts';

/** What may happen between two units. */
export const NO_BREAK = 0;
export const MAY_BREAK = 1;
export const MUST_BREAK = 2;

/** Units as columns: classes after LB9 and LB10, first code points, and where in the text each ends. */
interface Units {
  readonly classes: Uint8Array;
  readonly codePoints: Uint32Array;
  /** UTF-16 offsets. */
  readonly ends: Uint32Array;
  /** 1 where the unit's last character is ZWJ (LB8a). */
  readonly joined: Uint8Array;
}

/** Opportunities at the offsets 0…length of `text`, in UTF-16 units. */
export function breakOpportunities(text: string): Uint8Array {
  const found = new Uint8Array(text.length + 1);
  const units = cutUnits(text);
  const { classes, ends } = units;
  const last = classes.length - 1;
  for (let i = 0; i < last; i++) {
    // Four borders in five are between letters, which no rule lets part.
    if (classes[i] === lb.AL && classes[i + 1] === lb.AL) continue;
    found[ends[i]!] = decide(units, i);
  }
  if (last >= 0) found[text.length] = MUST_BREAK; // LB3
  return found;
}

const HARD = new Set([lb.BK, lb.CR, lb.LF, lb.NL]);
/** What takes no combining marks (LB9). */
const BARE = new Set([...HARD, lb.SP, lb.ZW]);

function cutUnits(text: string): Units {
  const classes = new Uint8Array(text.length);
  const codePoints = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  const joined = new Uint8Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    const own = lb.lineClassOf(codePoint);
    const mark = own === lb.CM || own === lb.ZWJ;
    at += codePoint > 0xffff ? 2 : 1;
    // LB9: a mark belongs to the unit before it.
    if (!mark || count === 0 || BARE.has(classes[count - 1]!)) {
      classes[count] = mark ? lb.AL : own; // LB10
      codePoints[count] = codePoint;
      count++;
    }
    ends[count - 1] = at;
    joined[count - 1] = own === lb.ZWJ ? 1 : 0;
  }
  return {
    classes: classes.subarray(0, count),
    codePoints: codePoints.subarray(0, count),
    ends: ends.subarray(0, count),
    joined: joined.subarray(0, count),
  };
}

/** The border after unit `i`: the first rule that speaks decides. */
function decide(units: Units, i: number): number {
  const before = units.classes[i]!;
  const after = units.classes[i + 1]!;
  if (before === lb.CR && after === lb.LF) return NO_BREAK; // LB5
  if (HARD.has(before)) return MUST_BREAK; // LB4, LB5
  if (HARD.has(after) || after === lb.SP || after === lb.ZW) return NO_BREAK; // LB6, LB7
  const base = beforeSpaces(units, i);
  if (base >= 0 && units.classes[base] === lb.ZW) return MAY_BREAK; // LB8
  if (units.joined[i] === 1) return NO_BREAK; // LB8a
  if (before === lb.WJ || after === lb.WJ || before === lb.GL) return NO_BREAK; // LB11, LB12
  if (after === lb.GL && before !== lb.SP && before !== lb.BA && before !== lb.HY && before !== lb.HH)
    return NO_BREAK; // LB12a
  const across = acrossSpaces(units, i, base);
  if (across !== null) return across;
  if (before === lb.SP) return MAY_BREAK; // LB18
  return holdsTogether(units, i, before, after) ? NO_BREAK : MAY_BREAK; // LB31
}

/** The last unit at or before `i` that is not a space, −1 if there is none. */
function beforeSpaces(units: Units, i: number): number {
  let at = i;
  while (at >= 0 && units.classes[at] === lb.SP) at--;
  return at;
}

/** LB13 to LB17: rules that reach over spaces. null = none of them speaks. */
function acrossSpaces(units: Units, i: number, base: number): number | null {
  const after = units.classes[i + 1]!;
  const baseClass = base >= 0 ? units.classes[base]! : -1;
  if (after === lb.CL || after === lb.CP || after === lb.EX || after === lb.SY) return NO_BREAK; // LB13
  if (baseClass === lb.OP) return NO_BREAK; // LB14
  if (baseClass === lb.QU && isInitial(units, base) && opensQuotation(units, base - 1)) return NO_BREAK; // LB15a
  if (after === lb.QU && isFinal(units, i + 1) && closesQuotation(units, i + 2)) return NO_BREAK; // LB15b
  if (after === lb.IS)
    return units.classes[i] === lb.SP && units.classes[i + 2] === lb.NU ? MAY_BREAK : NO_BREAK; // LB15c, LB15d
  if ((baseClass === lb.CL || baseClass === lb.CP) && after === lb.NS) return NO_BREAK; // LB16
  if (baseClass === lb.B2 && after === lb.B2) return NO_BREAK; // LB17
  return null;
}

const isInitial = (units: Units, i: number) => /\p{Pi}/u.test(String.fromCodePoint(units.codePoints[i]!));
const isFinal = (units: Units, i: number) => /\p{Pf}/u.test(String.fromCodePoint(units.codePoints[i]!));

const OPENERS = new Set([...HARD, lb.OP, lb.QU, lb.GL, lb.SP, lb.ZW]);
const CLOSERS = new Set([...HARD, lb.SP, lb.GL, lb.WJ, lb.CL, lb.QU, lb.CP, lb.EX, lb.IS, lb.SY, lb.ZW]);
const opensQuotation = ({ classes }: Units, i: number) => i < 0 || OPENERS.has(classes[i]!);
const closesQuotation = ({ classes }: Units, i: number) => i >= classes.length || CLOSERS.has(classes[i]!);

const LETTERS = new Set([lb.AL, lb.HL]);
const SYLLABLES = new Set([lb.JL, lb.JV, lb.JT, lb.H2, lb.H3]);
const PICTURES = new Set([lb.ID, lb.EB, lb.EM]);

/** LB19 to LB30b, for units that touch. */
function holdsTogether(units: Units, i: number, before: number, after: number): boolean {
  return (
    holdsQuotation(units, i, before, after) ||
    (before !== lb.CB && after !== lb.CB && holdsWord(units, i, before, after)) || // LB20
    holdsNumber(units, i, before, after)
  );
}

function holdsQuotation(units: Units, i: number, before: number, after: number): boolean {
  const eastAsian = (at: number) =>
    at >= 0 && at < units.classes.length && lb.isEastAsian(units.codePoints[at]!);
  if (after === lb.QU) {
    if (!isInitial(units, i + 1)) return true; // LB19
    const nextEastAsian = i + 2 < units.classes.length && eastAsian(i + 2);
    if (!eastAsian(i) || !nextEastAsian) return true; // LB19a
  }
  if (before === lb.QU) {
    if (!isFinal(units, i)) return true; // LB19
    if (!eastAsian(i + 1) || i === 0 || !eastAsian(i - 1)) return true; // LB19a
  }
  return false;
}

/** LB20a to LB24, LB26 to LB30b: everything but quotation marks and numbers. */
function holdsWord(units: Units, i: number, before: number, after: number): boolean {
  if (isHyphen(before) && LETTERS.has(after) && startsWord(units, i)) return true; // LB20a
  if (after === lb.BA || after === lb.HH || after === lb.HY || after === lb.NS || before === lb.BB)
    return true; // LB21
  if (after !== lb.HL && units.classes[i - 1] === lb.HL && breaksAfterHebrew(units, i, before)) return true; // LB21a
  if (before === lb.SY && after === lb.HL) return true; // LB21b
  if (after === lb.IN) return true; // LB22
  if ((LETTERS.has(before) && after === lb.NU) || (before === lb.NU && LETTERS.has(after))) return true; // LB23
  if ((before === lb.PR && PICTURES.has(after)) || (PICTURES.has(before) && after === lb.PO)) return true; // LB23a
  if (
    ((before === lb.PR || before === lb.PO) && LETTERS.has(after)) ||
    (LETTERS.has(before) && (after === lb.PR || after === lb.PO))
  )
    return true; // LB24
  if (holdsSyllable(before, after)) return true;
  if (LETTERS.has(before) && LETTERS.has(after)) return true; // LB28
  if (holdsAksara(units, i, before, after)) return true;
  if (before === lb.IS && LETTERS.has(after)) return true; // LB29
  if (
    (LETTERS.has(before) || before === lb.NU) &&
    after === lb.OP &&
    !lb.isEastAsian(units.codePoints[i + 1]!)
  )
    return true; // LB30
  if (before === lb.CP && !lb.isEastAsian(units.codePoints[i]!) && (LETTERS.has(after) || after === lb.NU))
    return true; // LB30
  if (before === lb.RI && after === lb.RI) return countBack(units, i, lb.RI) % 2 === 1; // LB30a
  return after === lb.EM && (before === lb.EB || isFutureEmoji(units.codePoints[i]!)); // LB30b
}

const isHyphen = (type: number) => type === lb.HY || type === lb.HH;

const WORD_STARTS = new Set([...HARD, lb.SP, lb.ZW, lb.CB, lb.GL]);
const startsWord = ({ classes }: Units, i: number) => i === 0 || WORD_STARTS.has(classes[i - 1]!);

const breaksAfterHebrew = (units: Units, i: number, before: number) =>
  isHyphen(before) || (before === lb.BA && !lb.isEastAsian(units.codePoints[i]!));

/** LB26, LB27. */
function holdsSyllable(before: number, after: number): boolean {
  if (before === lb.JL && SYLLABLES.has(after) && after !== lb.JT) return true;
  if ((before === lb.JV || before === lb.H2) && (after === lb.JV || after === lb.JT)) return true;
  if ((before === lb.JT || before === lb.H3) && after === lb.JT) return true;
  return (SYLLABLES.has(before) && after === lb.PO) || (before === lb.PR && SYLLABLES.has(after));
}

/** LB28a; U+25CC DOTTED CIRCLE stands for any aksara. */
function holdsAksara(units: Units, i: number, before: number, after: number): boolean {
  const aksara = (at: number) => units.classes[at] === lb.AK || units.codePoints[at] === 0x25cc;
  const base = (at: number) =>
    at >= 0 && at < units.classes.length && (aksara(at) || units.classes[at] === lb.AS);
  if (before === lb.AP && base(i + 1)) return true;
  if (base(i) && (after === lb.VF || after === lb.VI)) return true;
  if (before === lb.VI && base(i - 1) && aksara(i + 1)) return true;
  return base(i) && base(i + 1) && units.classes[i + 2] === lb.VF;
}

/** How many units of the class end at `i`. */
function countBack({ classes }: Units, i: number, type: number): number {
  let count = 0;
  while (i - count >= 0 && classes[i - count] === type) count++;
  return count;
}

const isFutureEmoji = (codePoint: number) =>
  /^(?=\p{Extended_Pictographic})\p{Cn}$/u.test(String.fromCodePoint(codePoint));

/** LB25. */
function holdsNumber(units: Units, i: number, before: number, after: number): boolean {
  const { classes } = units;
  if (after === lb.PO || after === lb.PR) {
    const closed = before === lb.CL || before === lb.CP;
    return endsNumber(classes, closed ? i - 1 : i);
  }
  if (after === lb.NU) {
    return (
      before === lb.PO || before === lb.PR || before === lb.HY || before === lb.IS || endsNumber(classes, i)
    );
  }
  if ((before === lb.PO || before === lb.PR) && after === lb.OP) {
    return classes[i + 2] === lb.NU || (classes[i + 2] === lb.IS && classes[i + 3] === lb.NU);
  }
  return false;
}

/** Whether NU (SY | IS)* ends at `i`. */
function endsNumber(classes: Uint8Array, i: number): boolean {
  let at = i;
  while (classes[at] === lb.SY || classes[at] === lb.IS) at--;
  return classes[at] === lb.NU;
}
