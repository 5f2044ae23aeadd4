import type { Wording } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import { findOption } from '../option-table.ts';

interface CommandRow {
  /** What follows the command, in help. */
  readonly operands: Wording;
  readonly words: Wording;
  /** What other programs call it, and what Arabic hands write: for did-you-mean, not for use. */
  readonly alsoCalled: readonly string[];
}

const FILES: Wording = { en: 'FILE…', ar: 'ملف…' };

/** Every command there is. */
export const COMMAND_TABLE = {
  build: {
    operands: FILES,
    words: {
      en: 'write the document; a bare "warraq FILE…" does the same',
      ar: 'كتابة الوثيقة؛ ويكفي لها أن تذكر الملف بلا أمر',
    },
    alsoCalled: [
      'watch',
      'preview',
      'serve',
      'render',
      'make',
      'compile',
      'convert',
      'export',
      'pdf',
      'epub',
      'docx',
      'word',
      'ابن',
    ],
  },
  check: {
    operands: FILES,
    words: { en: 'report every mistake and write nothing', ar: 'ذكر كل خطأ بلا كتابة شيء' },
    alsoCalled: ['lint', 'proof', 'validate', 'verify', 'test', 'افحص', 'دقق'],
  },
  mail: {
    operands: FILES,
    words: {
      en: 'write an e-mail draft (.eml) with the document attached, or send it',
      ar: 'كتابة مسودة رسالة (‎.eml) تحمل الوثيقة، أو إرسالها',
    },
    alsoCalled: ['send', 'email', 'draft', 'eml', 'راسل', 'أرسل'],
  },
  doctor: {
    operands: { en: '[FILE…]', ar: '[ملف…]' },
    words: {
      en: 'tell versions, fonts, optional packages, limits and the root',
      ar: 'ذكر الإصدارات والخطوط والحزم الاختيارية والحدود والمجلد الجذر',
    },
    alsoCalled: ['info', 'env', 'diagnose', 'limits', 'طبيب'],
  },
  help: {
    operands: { en: '[COMMAND]', ar: '[أمر]' },
    words: { en: 'this help, or that of a command', ar: 'هذه المساعدة، أو مساعدة أمر بعينه' },
    alsoCalled: ['man', 'usage', 'مساعدة'],
  },
} as const satisfies Record<string, CommandRow>;

export type CommandName = keyof typeof COMMAND_TABLE;
export const COMMAND_NAMES = Object.keys(COMMAND_TABLE) as readonly CommandName[];

export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMAND_TABLE, word);
}

/** The command that was most likely meant, or null. */
export function guessCommand(word: string): CommandName | null {
  const meant = new Map<string, CommandName>(COMMAND_NAMES.map((name) => [name, name]));
  for (const name of COMMAND_NAMES) for (const also of COMMAND_TABLE[name].alsoCalled) meant.set(also, name);
  return meant.get(nearest(word, meant.keys()) ?? '') ?? null;
}

/** The words of a command line that are neither options nor their values. */
export function operandsOf(args: readonly string[]): readonly string[] {
  const operands: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]!;
    if (arg === '--') return [...operands, ...args.slice(index + 1)];
    if (!arg.startsWith('-') || arg === '-') operands.push(arg);
    else if (!arg.includes('=') && (findOption(arg)?.takes ?? 'nothing') !== 'nothing') index++;
  }
  return operands;
}

/** A bare word, which a file could be called but seldom is: no ending, no folder, no space. */
export function looksLikeCommand(word: string): boolean {
  return /^\p{L}[\p{L}\p{M}-]*$/u.test(word);
}
