import { hasArabicLetter, withoutVowels } from '../base/arabic.ts';
import { decodeLatex, type ReportCommand } from './latex-text.ts';
import { noNames, type PersonName, type PersonNames, plainOf } from './reference.ts';

/**
 * The names of a field of BibTeX, parted by `and`: `Family, Given`, `von Family, Jr, Given`, `Given von Family`, and in
 * braces the name of a body (btxdoc, 4). BibLaTeX also has `family=…, given=…`.
 */
export function readNames(value: string, report: ReportCommand): PersonNames {
  if (value.trim() === '') return noNames;
  const parts = splitOutside(value, /\s+and\s+/y);
  const hasOthers = parts.at(-1)?.trim().toLowerCase() === 'others';
  const written = hasOthers ? parts.slice(0, -1) : parts;
  const names = written.map((part) => readName(part.trim(), report)).filter(({ family }) => family !== '');
  return { names, hasOthers };
}

function readName(written: string, report: ReportCommand): PersonName {
  const say = (text: string) => plainOf(decodeLatex(text.trim(), report)).trim();
  if (/^\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}$/.test(written)) return body(say(written));
  const parts = splitOutside(written, /\s*[,،]\s*/y);
  if (parts.some((part) => /^\s*family\s*=/i.test(part))) return readExtended(parts.map(say));
  const [first = '', second, ...more] = parts;
  if (second === undefined) return orderName(splitOutside(first, /[\s~]+/y).map(say));
  if (more.length === 0) return { family: say(first), given: say(second), suffix: '' };
  return { family: say(first), given: say(more.join(' ')), suffix: say(second) };
}

const body = (name: string): PersonName => ({ family: name, given: '', suffix: '' });

/** `family=Khaldun, given=Abd, prefix=ibn` (BibLaTeX, 3.4). */
function readExtended(parts: readonly string[]): PersonName {
  const said = new Map(
    parts.map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name.trim().toLowerCase(), value.join('=').trim()] as const;
    }),
  );
  const family = [said.get('prefix'), said.get('family')].filter(Boolean).join(' ');
  return { family, given: said.get('given') ?? '', suffix: said.get('suffix') ?? '' };
}

/** Words that are one name with the one after them: عبد الله, ابن خلدون, آل سعود. */
const BEFORE: ReadonlySet<string> = new Set(
  'ابن بن أبو أبا أبي ابو ابا ابي بو عبد آل ال أم ام ذو ذي بنت ولد اولاد بني عبدال'.split(' '),
);
/** Words that are one name with the one before them: عبد الله, نور الدين. */
const AFTER: ReadonlySet<string> = new Set(['الله', 'الدين', 'الحق', 'الإسلام']);

/** A name in the order it is spoken in: its last is the family's, with what belongs to that. */
export function orderName(words: readonly string[]): PersonName {
  const filled = words.filter((word) => word !== '');
  const isArabic = filled.some((word) => hasArabicLetter(word));
  let at = filled.length - 1;
  const plain = (index: number) => withoutVowels(filled[index] ?? '');
  if (isArabic) {
    if (at > 0 && AFTER.has(plain(at))) at--;
    while (at > 0 && BEFORE.has(plain(at - 1))) at--;
  } else {
    // `von`, `de la`, `ibn`: what begins with a small letter before the last
    const small = filled.findIndex((word, index) => index < at && index > 0 && /^\p{Ll}/u.test(word));
    if (small > 0) at = small;
  }
  return { family: filled.slice(at).join(' '), given: filled.slice(0, at).join(' '), suffix: '' };
}

/** Parts of a text at a sign that stands in no braces. */
function splitOutside(text: string, sign: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '\\') {
      at += 2;
      continue;
    }
    if (char === '{') depth++;
    else if (char === '}') depth--;
    sign.lastIndex = at;
    const match = depth === 0 && /[\s,،~]/.test(char) ? sign.exec(text) : null;
    if (match !== null && at > from) {
      parts.push(text.slice(from, at));
      from = at + match[0].length;
      at = from;
    } else at++;
  }
  return [...parts, text.slice(from)];
}
