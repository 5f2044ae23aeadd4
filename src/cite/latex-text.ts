import { unreachable } from '../base/unreachable.ts';
import { commands, type LatexCommand, letters } from './latex-commands.ts';
import type { TitleText } from './reference.ts';

/** Called with a command that nothing is known of. */
export type ReportCommand = (command: string) => void;

/**
 * The text that LaTeX would print of a value: accents, signs and dashes as Unicode (NFC), of commands what they mark.
 * Braces, which only keep the case of letters, go. What is written in other tools' Unicode stays.
 */
export function decodeLatex(value: string, report: ReportCommand): readonly TitleText[] {
  const reader = new LatexReader(value, report);
  reader.readGroup(null);
  return reader.finish();
}

/** Groups inside groups; what lies deeper is printed as typed. */
const DEEPEST = 40;

class LatexReader {
  readonly #source: string;
  readonly #report: ReportCommand;
  readonly #stretches: { text: string; readonly mark: TitleText['mark'] }[] = [];
  #at = 0;
  #depth = 0;
  #inMath = false;

  constructor(source: string, report: ReportCommand) {
    this.#source = source;
    this.#report = report;
  }

  finish(): readonly TitleText[] {
    return this.#stretches
      .map(({ text, mark }) => ({
        text: text.normalize('NFC').replace(/\s+/g, (space) => (space.includes('\u00A0') ? '\u00A0' : ' ')),
        mark,
      }))
      .filter(({ text }) => text !== '');
  }

  /** Up to the brace that closes it. */
  readGroup(mark: TitleText['mark']): void {
    this.#depth++;
    while (this.#at < this.#source.length) {
      const sign = this.#source[this.#at]!;
      if (sign === '}') {
        this.#at++;
        if (this.#depth > 1) break;
      } else this.#readSign(sign, mark);
    }
    this.#depth--;
  }

  #readSign(sign: string, mark: TitleText['mark']): void {
    if (sign === '{' && this.#depth < DEEPEST) {
      this.#at++;
      this.readGroup(this.#markOfGroup() ?? mark);
    } else if (sign === '\\') this.#readCommand(mark);
    else if (sign === '$') {
      this.#at++;
      this.#inMath = !this.#inMath;
    } else if (this.#inMath && (sign === '^' || sign === '_')) {
      this.#at++;
      this.#readArgument(sign === '^' ? 'sup' : 'sub');
    } else {
      const [, run] = PLAIN.exec(this.#source.slice(this.#at, this.#at + 400)) ?? ['', sign];
      this.#at += Math.max(1, run?.length ?? 1);
      this.#say(ligatures(run === '' ? sign : (run ?? sign)), mark);
    }
  }

  /** `{\em words}` and `{\itshape words}` say it at their beginning. */
  #markOfGroup(): TitleText['mark'] {
    const match = /^\s*\\(em|it|itshape|sl|bf|bfseries)(?![A-Za-z])\s*/.exec(
      this.#source.slice(this.#at, this.#at + 40),
    );
    if (match === null) return null;
    this.#at += match[0].length;
    return match[1]!.startsWith('bf') ? 'strong' : 'emphasis';
  }

  #readCommand(mark: TitleText['mark']): void {
    const match = /^\\([A-Za-z]+\*?|[^A-Za-z])/s.exec(this.#source.slice(this.#at, this.#at + 60));
    if (match === null) {
      this.#at = this.#source.length;
      return;
    }
    const name = match[1]!;
    this.#at += match[0].length;
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) {
      this.#report(match[0]);
      this.#skipSpace();
      return;
    }
    this.#obey(command, name, mark);
  }

  #obey(command: LatexCommand, name: string, mark: TitleText['mark']): void {
    switch (command.kind) {
      case 'text':
        if (/^[A-Za-z]/.test(name)) this.#skipSpace(true);
        this.#say(command.text, mark);
        return;
      case 'accent':
        this.#say(this.#accented(command.mark), mark);
        return;
      case 'mark':
        this.#readArgument(command.mark ?? mark);
        return;
      case 'quoted':
        this.#say('“', mark);
        this.#readArgument(mark);
        this.#say('”', mark);
        return;
      case 'second':
        this.#skipArgument();
        this.#readArgument(mark);
        return;
      default:
        unreachable(command, 'the kinds of latex-commands.ts');
    }
  }

  /** The letter an accent stands over, with it; without one the accent goes. */
  #accented(combining: string): string {
    this.#skipSpace();
    const rest = this.#source.slice(this.#at, this.#at + 40);
    const match =
      /^(?:\{\s*(?:\\([A-Za-z]+)\s*(?:\{\})?|(\P{M}\p{M}*)?)\s*\}|\\([A-Za-z]+)\s?(?:\{\})?|([^{}\\]\p{M}*))/u.exec(
        rest,
      );
    if (match === null) return '';
    this.#at += match[0].length;
    const named = match[1] ?? match[3];
    const letter = named === undefined ? (match[2] ?? match[4] ?? '') : (letters[named] ?? '');
    // an accent stands over the letter, and its dot goes
    const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
    return base === '' ? '' : `${base}${combining}`.normalize('NFC');
  }

  /** What follows a command: a group, or one character. */
  #readArgument(mark: TitleText['mark']): void {
    this.#depth++;
    this.#takeArgument(mark);
    this.#depth--;
  }

  #takeArgument(mark: TitleText['mark']): void {
    this.#skipSpace();
    const sign = this.#source[this.#at];
    if (sign === undefined) return;
    if (sign === '{' && this.#depth < DEEPEST) {
      this.#at++;
      this.readGroup(mark);
    } else if (sign === '\\' && this.#depth < DEEPEST) this.#readCommand(mark);
    else {
      const char = String.fromCodePoint(this.#source.codePointAt(this.#at)!);
      this.#at += char.length;
      this.#say(char, mark);
    }
  }

  #skipArgument(): void {
    const before = this.#stretches.map(({ text }) => text);
    this.#readArgument(null);
    this.#stretches.length = before.length;
    for (const [index, text] of before.entries()) this.#stretches[index]!.text = text;
  }

  /** @param withGroup also the empty group that ends a command: `\o{}` */
  #skipSpace(withGroup = false): void {
    while (/\s/.test(this.#source[this.#at] ?? '')) this.#at++;
    if (withGroup && this.#source.startsWith('{}', this.#at)) this.#at += 2;
  }

  #say(text: string, mark: TitleText['mark']): void {
    const last = this.#stretches.at(-1);
    if (last?.mark === mark) last.text += text;
    else if (text !== '') this.#stretches.push({ text, mark });
  }
}

const PLAIN = /^([^\\{}$^_]*)/;

/** `--`, `---`, quotation marks and the tie, as TeX's fonts make them. */
function ligatures(text: string): string {
  return text
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replaceAll('~', '\u00A0');
}
