/**
 * The Unicode Bidirectional Algorithm (UAX#9, revision of Unicode 17.0), rules P2 to I2 on one paragraph.
 * L1 and L2 need lines and are in reorder.ts. Rule numbers in the comments are the annex's.
 */
import { directionOf, isolatingRunSequences, isRemovedByX9, type Sequence } from './isolating-runs.ts';
import {
  AL,
  AN,
  B,
  BN,
  bidiClassOf,
  CS,
  EN,
  ES,
  ET,
  FSI,
  L,
  LRE,
  LRI,
  LRO,
  NSM,
  ON,
  PDF,
  PDI,
  pairedBracketOf,
  R,
  RLE,
  RLI,
  RLO,
  S,
  WS,
} from './unicode/bidi-class.ts';

/** BD2. */
const MAX_DEPTH = 125;

/** BD16: an isolating run sequence with more open brackets than this pairs none. */
const MAX_BRACKETS = 63;

const isIsolateInitiator = (type: number) => type === LRI || type === RLI || type === FSI;
const isNeutral = (type: number) => type === B || type === S || type === WS || type === ON || type >= LRI;

interface Levels {
  /** P2, P3 or as given. */
  readonly paragraphLevel: number;
  /** For each UTF-16 unit. Characters that X9 removes have the level of the one before them. */
  readonly levels: Uint8Array;
}

/** @param direction of the paragraph; 'auto' finds it by rules P2 and P3, with left-to-right where nothing is strong */
export function resolveParagraph(text: string, direction: 'ltr' | 'rtl' | 'auto'): Levels {
  const codePoints = codePointsOf(text);
  const types = new Uint8Array(codePoints.length);
  for (let i = 0; i < types.length; i++) types[i] = bidiClassOf(codePoints[i]!);
  const matching = matchIsolates(types);
  const paragraphLevel =
    direction === 'auto'
      ? Math.max(0, firstStrongLevel(types, matching, 0, types.length))
      : direction === 'rtl'
        ? 1
        : 0;
  const levels = resolveExplicit(types, matching, paragraphLevel);
  for (const sequence of isolatingRunSequences(types, levels, matching, paragraphLevel)) {
    resolveWeak(sequence);
    resolveBrackets(sequence, codePoints);
    resolveNeutrals(sequence);
    resolveImplicit(sequence, levels);
  }
  carryOverRemoved(types, levels, paragraphLevel);
  return { paragraphLevel, levels: toUnits(levels, codePoints, text.length) };
}

/** A loop, as Array.from goes through the string's iterator at four times the cost. */
function codePointsOf(text: string): Uint32Array {
  const codePoints = new Uint32Array(text.length);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i)!;
    codePoints[count++] = codePoint;
    if (codePoint > 0xffff) i++;
  }
  return codePoints.subarray(0, count);
}

/**
 * BD9: for each isolate initiator the index of its PDI, or the length of the text where it has none; for
 * each matched PDI the index of its initiator; -1 for everything else.
 */
function matchIsolates(types: Uint8Array): Int32Array {
  const matching = new Int32Array(types.length).fill(-1);
  const open: number[] = [];
  for (let i = 0; i < types.length; i++) {
    if (isIsolateInitiator(types[i]!)) {
      open.push(i);
      matching[i] = types.length;
    } else if (types[i] === PDI && open.length > 0) {
      const initiator = open.pop()!;
      matching[initiator] = i;
      matching[i] = initiator;
    } else if (types[i] === B) open.length = 0;
  }
  return matching;
}

/** P2, P3 over [start, end): 1, 0, or -1 where nothing is strong. */
function firstStrongLevel(types: Uint8Array, matching: Int32Array, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const type = types[i]!;
    if (type === L) return 0;
    if (type === R || type === AL) return 1;
    if (isIsolateInitiator(type)) i = matching[i]!;
  }
  return -1;
}

/** X1 to X8. Overrides write into `types`. */
function resolveExplicit(types: Uint8Array, matching: Int32Array, paragraphLevel: number): Uint8Array {
  const levels = new Uint8Array(types.length).fill(paragraphLevel);
  if (!types.some((type) => type >= LRE)) return levels;
  let stack = [{ level: paragraphLevel, override: -1, isolate: false }];
  let overflowIsolates = 0;
  let overflowEmbeddings = 0;
  let validIsolates = 0;
  const push = (rtl: boolean, override: number, isolate: boolean): boolean => {
    const { level } = stack.at(-1)!;
    const next = rtl ? (level + 1) | 1 : (level + 2) & ~1;
    if (next > MAX_DEPTH || overflowIsolates > 0 || overflowEmbeddings > 0) return false;
    stack.push({ level: next, override, isolate });
    return true;
  };
  for (let i = 0; i < types.length; i++) {
    const type = types[i]!;
    const { level, override } = stack.at(-1)!;
    levels[i] = level;
    switch (type) {
      case RLE: // X2–X5
      case LRE:
      case RLO:
      case LRO:
        if (
          !push(type === RLE || type === RLO, type === RLO ? R : type === LRO ? L : -1, false) &&
          overflowIsolates === 0
        )
          overflowEmbeddings++;
        break;
      case RLI: // X5a–X5c
      case LRI:
      case FSI: {
        const rtl =
          type === RLI || (type === FSI && firstStrongLevel(types, matching, i + 1, matching[i]!) === 1);
        if (push(rtl, -1, true)) validIsolates++;
        else overflowIsolates++;
        if (override !== -1) types[i] = override;
        break;
      }
      case PDI: // X6a
        if (overflowIsolates > 0) overflowIsolates--;
        else if (validIsolates > 0) {
          overflowEmbeddings = 0;
          while (!stack.at(-1)!.isolate) stack.pop();
          stack.pop();
          validIsolates--;
        }
        levels[i] = stack.at(-1)!.level;
        if (stack.at(-1)!.override !== -1) types[i] = stack.at(-1)!.override;
        break;
      case PDF: // X7
        if (overflowIsolates > 0) break;
        if (overflowEmbeddings > 0) overflowEmbeddings--;
        else if (!stack.at(-1)!.isolate && stack.length > 1) stack.pop();
        break;
      case B: // X8
        levels[i] = paragraphLevel;
        stack = [{ level: paragraphLevel, override: -1, isolate: false }];
        overflowIsolates = overflowEmbeddings = validIsolates = 0;
        break;
      default: // X6
        if (type !== BN && override !== -1) types[i] = override;
    }
  }
  return levels;
}

/** W1 to W7. */
function resolveWeak({ types, sos }: Sequence): void {
  let previous = sos;
  let strong = sos;
  for (let i = 0; i < types.length; i++) {
    let type = types[i]!;
    if (type === NSM) type = previous >= LRI && previous <= PDI ? ON : previous; // W1
    previous = type;
    if (type === L || type === R || type === AL) strong = type;
    else if (type === EN && strong === AL) type = AN; // W2
    types[i] = type;
  }
  for (let i = 0; i < types.length; i++) if (types[i] === AL) types[i] = R; // W3
  for (let i = 1; i < types.length - 1; i++) {
    const type = types[i];
    if ((type !== ES && type !== CS) || types[i - 1] !== types[i + 1]) continue;
    if (types[i - 1] === EN || (type === CS && types[i - 1] === AN)) types[i] = types[i - 1]!; // W4
  }
  resolveTerminators(types);
  strong = sos;
  for (let i = 0; i < types.length; i++) {
    const type = types[i]!;
    if (type === ES || type === CS || type === ET)
      types[i] = ON; // W6
    else if (type === L || type === R) strong = type;
    else if (type === EN && strong === L) types[i] = L; // W7
  }
}

/** W5: terminators beside a European number belong to it. */
function resolveTerminators(types: Uint8Array): void {
  for (let i = 0; i < types.length; i++) {
    if (types[i] !== ET) continue;
    let end = i;
    while (types[end] === ET) end++;
    if (types[i - 1] === EN || types[end] === EN) types.fill(EN, i, end);
    i = end - 1;
  }
}

/** For N0 and N1 numbers count as right-to-left. */
const strongDirection = (type: number) =>
  type === L ? L : type === R || type === EN || type === AN ? R : -1;

/** N0, BD16. */
function resolveBrackets(sequence: Sequence, codePoints: Uint32Array): void {
  const { types, indices, level, sos } = sequence;
  const embedding = directionOf(level);
  for (const [open, close] of bracketPairs(sequence, codePoints)) {
    let found = -1;
    for (let i = open + 1; i < close; i++) {
      const strong = strongDirection(types[i]!);
      if (strong === embedding) {
        found = embedding;
        break;
      }
      if (strong !== -1) found = strong;
    }
    if (found === -1) continue;
    if (found !== embedding) {
      let context = sos;
      for (let i = open - 1; i >= 0; i--) {
        const strong = strongDirection(types[i]!);
        if (strong !== -1) {
          context = strong;
          break;
        }
      }
      if (context === embedding) found = embedding;
    }
    for (const at of [open, close]) {
      types[at] = found;
      // Marks on a bracket follow it: W1 made them neutral like the bracket.
      for (let i = at + 1; i < types.length && bidiClassOf(codePoints[indices[i]!]!) === NSM; i++)
        types[i] = found;
    }
  }
}

function bracketPairs(
  { types, indices }: Sequence,
  codePoints: Uint32Array,
): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  const open: { closing: number; at: number }[] = [];
  for (let i = 0; i < types.length; i++) {
    if (types[i] !== ON) continue;
    const codePoint = codePoints[indices[i]!]!;
    const pair = pairedBracketOf(codePoint);
    if (pair === 0) continue;
    if (pair > 0) {
      if (open.length === MAX_BRACKETS) return [];
      open.push({ closing: canonical(pair), at: i });
    } else {
      const match = open.findLastIndex(({ closing }) => closing === canonical(codePoint));
      if (match === -1) continue;
      found.push([open[match]!.at, i]);
      open.length = match;
    }
  }
  return found.sort(([a], [b]) => a - b);
}

/** U+2329/232A are canonically equivalent to U+3008/3009 (BD14, BD15). */
const canonical = (codePoint: number) => (codePoint === 0x232a ? 0x3009 : codePoint);

/** N1, N2. */
function resolveNeutrals({ types, level, sos, eos }: Sequence): void {
  for (let i = 0; i < types.length; i++) {
    if (!isNeutral(types[i]!)) continue;
    let end = i;
    while (end < types.length && isNeutral(types[end]!)) end++;
    const before = i === 0 ? sos : strongDirection(types[i - 1]!);
    const after = end === types.length ? eos : strongDirection(types[end]!);
    types.fill(before === after ? before : directionOf(level), i, end);
    i = end - 1;
  }
}

/** I1, I2. */
function resolveImplicit({ types, indices, level }: Sequence, levels: Uint8Array): void {
  for (let i = 0; i < types.length; i++) {
    const type = types[i]!;
    const raise =
      level % 2 === 0 ? (type === R ? 1 : type === AN || type === EN ? 2 : 0) : type === R ? 0 : 1;
    levels[indices[i]!] = level + raise;
  }
}

function carryOverRemoved(types: Uint8Array, levels: Uint8Array, paragraphLevel: number): void {
  for (let i = 0; i < types.length; i++)
    if (isRemovedByX9(types[i]!)) levels[i] = i === 0 ? paragraphLevel : levels[i - 1]!;
}

function toUnits(levels: Uint8Array, codePoints: Uint32Array, length: number): Uint8Array {
  if (codePoints.length === length) return levels;
  const units = new Uint8Array(length);
  let at = 0;
  for (let i = 0; i < codePoints.length; i++) {
    units[at++] = levels[i]!;
    if (codePoints[i]! > 0xffff) units[at++] = levels[i]!;
  }
  return units;
}
