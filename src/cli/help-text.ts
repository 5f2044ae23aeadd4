import type { Wording } from '../base/diagnostic.ts';
import { type Lang, type OptionRow, optionsOf } from '../option-table.ts';
import { FORMATS } from '../project/format.ts';
import { COMMAND_NAMES, COMMAND_TABLE, type CommandName } from './command-table.ts';

/** Columns of the narrowest terminal that people work in. */
const WIDTH = 80;

const words = {
  en: { usage: 'Usage:', commands: 'Commands:', options: 'Options:', slot: '[OPTIONS]' },
  ar: { usage: 'الاستعمال:', commands: 'الأوامر:', options: 'الخيارات:', slot: '[خيارات]' },
} as const;

const about: Wording = {
  en: 'Arabic Markdown in, documents worth printing out. A FILE is Markdown, a book.yaml, a folder of chapters, or - for standard input.',
  ar: 'تكتب ماركداون بالعربية وتأخذ وثيقة تستحق الطباعة. والملف نصّ ماركداون، أو book.yaml، أو مجلد فصول، أو العلامة - للدخل القياسي.',
};

const more: Wording = {
  en: 'The options of another command: warraq mail --help',
  ar: 'خيارات أمر آخر: ‎warraq mail --help',
};

/** Not in the table: commander answers these two itself. */
const general: readonly (readonly [string, Wording])[] = [
  ['-h, --help', { en: 'this help', ar: 'هذه المساعدة' }],
  ['-V, --version', { en: 'the version', ar: 'رقم الإصدار' }],
];

/**
 * Help for the whole program (`null`) or one command, in the user's language.
 *
 * @param templates names of those that ship with Warraq
 */
export function printHelp(command: CommandName | null, lang: Lang, templates: readonly string[]): string {
  const { usage, commands, options } = words[lang];
  const parts = [`${aside(usage, lang)} ${usageOf(command ?? 'build', command === null, lang)}\n`];
  const text = command === null ? about : COMMAND_TABLE[command].words;
  parts.push(
    `\n${wrap(text[lang], WIDTH)
      .map((line) => `${aside(line, lang)}\n`)
      .join('')}`,
  );
  if (command === null) {
    const rows = COMMAND_NAMES.map((name) => [name, COMMAND_TABLE[name].words[lang]] as const);
    parts.push(`\n${aside(commands, lang)}\n${printRows(rows, lang)}`);
  }
  const own = command === 'help' ? [] : optionsOf(command ?? 'build');
  const rows = own.map((row) => [flagsOf(row, lang), describe(row, lang, templates)] as const);
  for (const [flags, { [lang]: said }] of general) rows.push([flags, said]);
  parts.push(`\n${aside(options, lang)}\n${printRows(rows, lang)}`);
  if (command === null) parts.push(`\n${aside(more[lang], lang)}\n`);
  return parts.join('');
}

function usageOf(command: CommandName, isBare: boolean, lang: Lang): string {
  const slot = command === 'help' ? '' : ` ${aside(words[lang].slot, lang)}`;
  const name = isBare ? 'warraq' : `warraq ${command}`;
  return `${name} ${aside(COMMAND_TABLE[command].operands[lang], lang)}${slot}`;
}

/** `-o, --output PATH`, as help and README write it. */
export function flagsOf({ short, flag, value }: OptionRow, lang: Lang): string {
  const names = short === undefined ? flag : `${short}, ${flag}`;
  return value === undefined ? names : `${names} ${aside(value[lang], lang)}`;
}

/** What an option does, its choices filled in. */
export function describe(
  { words: said, choices }: OptionRow,
  lang: Lang,
  templates: readonly string[],
): string {
  const comma = lang === 'ar' ? '، ' : ', ';
  return said[lang]
    .replace('{choices}', (choices ?? []).join(comma))
    .replace('{formats}', FORMATS.join(comma))
    .replace('{templates}', templates.join(comma));
}

/**
 * Arabic in an isolate of its own, right to left: a terminal that knows bidi then leaves flags and columns in
 * their places, and in one that does not nothing changes.
 */
function aside(text: string, lang: Lang): string {
  return lang === 'ar' ? `\u2067${text}\u2069` : text;
}

function printRows(rows: readonly (readonly [string, string])[], lang: Lang): string {
  const column = Math.max(...rows.map(([name]) => countCells(name))) + 2;
  return rows
    .map(([name, text]) => {
      const [first = '', ...rest] = wrap(text, WIDTH - column - 2).map((line) => aside(line, lang));
      const start = `  ${name}${' '.repeat(column - countCells(name))}${first}\n`;
      return start + rest.map((line) => `${' '.repeat(column + 2)}${line}\n`).join('');
    })
    .join('');
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || countCells(last) + 1 + countCells(word) > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Cells of a terminal: marks and direction controls take none. */
function countCells(text: string): number {
  return [...text.replace(/[\p{M}\p{Cf}]/gu, '')].length;
}
