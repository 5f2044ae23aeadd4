import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import { formatOrigin, type Origin } from '../base/origin.ts';
import type { OutputOptions } from './options.ts';

/** The text of a line of a source, for showing what is meant; null where it cannot be had. */
export type FindLine = (origin: Origin) => string | null;

/** More than this many of one kind teach nothing new. */
const mostOfARule = 20;

/**
 * Diagnostics for people: `file:line:col: severity: message [rule]`, which editors know how to follow, then
 * the line itself and what to do. Sorted by place, so that a reader can go down the file.
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: OutputOptions,
  findLine: FindLine,
): string {
  const shown = options.quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  const counts = new Map<string, number>();
  const parts: string[] = [];
  for (const diagnostic of sortByPlace(shown)) {
    const count = (counts.get(diagnostic.rule) ?? 0) + 1;
    counts.set(diagnostic.rule, count);
    if (count <= mostOfARule) parts.push(printDiagnostic(diagnostic, options, findLine));
  }
  for (const [rule, count] of counts) {
    if (count > mostOfARule) parts.push(`${words[options.lang].more(count - mostOfARule)} [${rule}]\n`);
  }
  return parts.join('');
}

const words = {
  en: {
    error: 'error',
    warning: 'warning',
    info: 'note',
    more: (count: number) => `and ${count} more`,
    places: (count: number) => `in ${count} places: `,
    separator: ', ',
  },
  ar: {
    error: 'خطأ',
    warning: 'تحذير',
    info: 'ملاحظة',
    more: (count: number) => `و${count} غيرها`,
    places: (count: number) => `عدد المواضع ${count}: `,
    separator: '، ',
  },
} as const;

const colors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };

function printDiagnostic(diagnostic: Diagnostic, { lang, color }: OutputOptions, findLine: FindLine): string {
  const { severity, origin, rule } = diagnostic;
  const word = words[lang][severity];
  const label = color ? `\u001B[1;${colors[severity]}m${word}\u001B[0m` : word;
  const place = origin === null ? 'warraq' : `${origin.file}:${origin.line}:${origin.column}`;
  const lines = [`${defuse(place)}: ${label}: ${defuse(diagnostic.message[lang])} [${rule}]`];
  const source = origin === null ? null : findLine(origin);
  if (origin !== null && source !== null && source.trim() !== '')
    lines.push(`    ${frameLine(source, origin.column)}`);
  if (diagnostic.count > 1) lines.push(`    ${listPlaces(diagnostic, lang)}`);
  const hint = diagnostic.hint[lang];
  if (hint !== '') lines.push(`    ${lang === 'ar' ? 'الحل' : 'hint'}: ${defuse(hint)}`);
  return `${lines.join('\n')}\n`;
}

/** More places than these are a matter for a search; `--json` lists more. */
const mostPlaces = 5;

/** `in 12 places: f.md:3:4 (x.png), f.md:9:1 (y.png), …`; a name in its own direction, whatever stands around it. */
function listPlaces({ count, places }: Diagnostic, lang: OutputOptions['lang']): string {
  const { places: head, separator } = words[lang];
  const listed = places.slice(0, mostPlaces).map((place) => {
    const name = place.name === null ? '' : ` (\u2068${defuse(place.name)}\u2069)`;
    return `${defuse(formatOrigin(place))}${name}`;
  });
  const rest = count > listed.length ? ['…'] : [];
  return head(count) + [...listed, ...rest].join(separator);
}

/** Units of the line shown before and after the place. */
const reach = 48;

/**
 * The source line with its place between ⟦ and ⟧. A caret on the next line would point at the wrong cell
 * under right-to-left text, in every terminal: columns there are not what the eye counts. First-strong
 * isolates keep the line from reordering what stands around it.
 */
export function frameLine(line: string, column: number): string {
  const at = Math.min(Math.max(column - 1, 0), line.length);
  const word = /^[^\s]{1,40}/u.exec(line.slice(at))?.[0] ?? '';
  const before = clipStart(line.slice(0, at));
  const after = clipEnd(line.slice(at + word.length));
  return `\u2068${defuse(before)}⟦${defuse(word)}⟧${defuse(after)}\u2069`;
}

/** Cuts at a space, so that no letter loses the one that it joins to. */
function clipStart(text: string): string {
  if (text.length <= reach) return text.trimStart();
  const cut = text.slice(-reach);
  return `…${cut.slice(Math.max(cut.indexOf(' '), 0))}`;
}

function clipEnd(text: string): string {
  if (text.length <= reach) return text.trimEnd();
  const cut = text.slice(0, reach);
  const space = cut.lastIndexOf(' ');
  return `${space > 0 ? cut.slice(0, space + 1) : cut}…`;
}

/**
 * Makes what came from a document safe to show: control characters could drive the terminal, overrides
 * and stray isolates turn the message around (CVE-2021-42574).
 */
function defuse(text: string): string {
  return text.replace(/[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g, (character) => {
    return `‹U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}

function sortByPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = new Map<string, number>();
  for (const { origin } of diagnostics)
    if (origin !== null && !files.has(origin.file)) files.set(origin.file, files.size);
  const rank = (origin: Origin | null) => (origin === null ? -1 : (files.get(origin.file) ?? 0));
  return [...diagnostics].sort(
    (a, b) =>
      rank(a.origin) - rank(b.origin) ||
      (a.origin?.line ?? 0) - (b.origin?.line ?? 0) ||
      (a.origin?.column ?? 0) - (b.origin?.column ?? 0),
  );
}
