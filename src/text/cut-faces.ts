import { hasEasternDigits } from '../base/digits.ts';
import type { Face } from '../font/face.ts';
import type { FontBook, Wanted } from '../font/font-book.ts';
import type { TextStyle } from '../style/inline.ts';
import { LEADER, LINE_BREAK, OBJECT } from './collect.ts';
import { EMOJI_FAMILY } from './emoji.ts';
import type { Stretch, Words } from './words.ts';

/** The text of a paragraph, and what is known of it that bears on faces. */
interface FaceText {
  readonly text: string;
  readonly words: Words;
  /** Embedding levels: see `Itemised`. */
  readonly levels: Uint8Array;
  /** Where emoji of several characters stand, which want one face for all of them: from offset to end. */
  readonly emoji: ReadonlyMap<number, number>;
}

/** What is said of characters that the style's own face lacks. */
export interface FaceReports {
  /** No face has it: a box stands for it. */
  missing(codePoint: number, at: number): void;
  /** The face has other letters of the same word, which is set in `other` as a whole. */
  completed(codePoint: number, at: number, own: Face, other: Face): void;
}

/** Where a face begins: it serves all characters up to the next one. */
interface FaceCut {
  readonly start: number;
  readonly face: Face;
}

/** Characters that draw nothing of their own: they stay with whatever face their neighbours have. */
const INKLESS = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
const ALL_INKLESS = new RegExp(INKLESS.source, 'gu');
/** Superscripts and subscripts (Unicode 22.4). */
const RAISED_SIGN = /[⁺-⁾₊-₎]/;
const POWER = /[⁺-⁾₊-₎][⁰-₎¹²³]*/y;
/** A character with the marks upon it, which no two faces may share. */
const CLUSTER = /[^\p{M}\p{Join_Control}]?[\p{M}\p{Join_Control}\uFE0E\uFE0F]*/gu;

/**
 * The faces of one inline's text: the style's own where that has the characters, else one that has the whole word
 * (the face that served before, where it does), and only where there is no such one for each character its own,
 * at last a box with its code point.
 */
export class FaceCutter {
  readonly #fonts: FontBook;
  readonly #wanted: Wanted;
  readonly #own: Face;
  readonly #whole: FaceText;
  readonly #reports: FaceReports;
  #last: Face;
  #isAlone = true;
  #cuts: FaceCut[] = [];

  constructor(style: TextStyle, fonts: FontBook, text: FaceText, reports: FaceReports) {
    this.#fonts = fonts;
    this.#wanted = style;
    this.#whole = text;
    this.#own = fonts.face(style.family, style.weight, style.italic);
    this.#last = this.#own;
    this.#reports = reports;
  }

  /** Whether no other face than the style's own has been asked for so far. */
  get isAlone(): boolean {
    return this.#isAlone;
  }

  /**
   * Cuts a stretch of one level and one script; stretches come in order.
   *
   * @param script the run of one script that holds the stretch, which may end with its inline: a word in two inlines
   *   is judged as a whole, one in two scripts or levels by its parts
   */
  cut({ start, end }: Stretch, script: Stretch): readonly FaceCut[] {
    this.#cuts = [];
    const { words } = this.#whole;
    let at = start;
    if (words.goesThrough(start)) at = this.#setWord(start, { start, end }, script);
    while (at < end) {
      at = this.#setOwn(at, end);
      if (at < end) at = this.#setNext(at, { start, end }, script);
    }
    if (words.goesThrough(end)) this.#setWord(end - 1, { start, end }, script);
    return this.#cuts;
  }

  /** Sets what the own face covers from `at` on, which is most text as a whole. @returns where it ends */
  #setOwn(at: number, end: number): number {
    const { text, emoji } = this.#whole;
    if (emoji.size > 0) return at;
    const own = this.#own;
    let next = at;
    // a half of a pair is no character that a face covers
    while (next < end && own.covers(text.charCodeAt(next))) next++;
    if (next > at) this.#set(at, own);
    return next;
  }

  /** @returns where the next character is that has no face yet */
  #setNext(at: number, stretch: Stretch, script: Stretch): number {
    const { text, emoji } = this.#whole;
    const codePoint = text.codePointAt(at)!;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    const pictureEnd = emoji.size > 0 ? emoji.get(at) : undefined;
    const picture = pictureEnd === undefined ? null : this.#pictureFace(codePoint);
    if (picture && pictureEnd !== undefined) {
      this.#set(at, picture);
      return pictureEnd;
    }
    if (this.#own.covers(codePoint)) {
      this.#set(at, this.#own);
      return next;
    }
    const character = text.slice(at, next);
    if (INKLESS.test(character)) {
      this.#set(at, this.#last);
      return next;
    }
    if (character === LEADER || character === LINE_BREAK || character === OBJECT) {
      this.#set(at, this.#own);
      return next;
    }
    return RAISED_SIGN.test(character) ? this.#setPower(at, stretch) : this.#setWord(at, stretch, script);
  }

  /** A raised or lowered sign and the number behind it, which want one face: ⁻⁶. */
  #setPower(start: number, stretch: Stretch): number {
    POWER.lastIndex = start;
    const power = POWER.exec(this.#whole.text)![0].slice(0, stretch.end - start);
    this.#setCluster(start, power);
    return start + power.length;
  }

  #pictureFace(codePoint: number): Face | null {
    this.#isAlone = false;
    if (this.#fonts.find(EMOJI_FAMILY) === null) return null;
    const face = this.#fonts.face(EMOJI_FAMILY, this.#wanted.weight, this.#wanted.italic);
    return face.covers(codePoint) ? face : null;
  }

  /** Sets all of the word at `at` that lies in the stretch. */
  #setWord(at: number, stretch: Stretch, script: Stretch): number {
    const { text } = this.#whole;
    const word = this.#wordAround(at, script);
    const start = Math.max(word.start, stretch.start);
    const end = Math.min(word.end, stretch.end);
    const face = this.#faceOf(text.slice(word.start, word.end).replace(ALL_INKLESS, ''));
    while (this.#cuts.length > 0 && this.#cuts.at(-1)!.start >= start) this.#cuts.pop();
    if (face) {
      this.#set(start, face);
      if (face !== this.#own) this.#reportCompleted(start, end, face);
    } else {
      for (const { 0: cluster, index } of text.slice(start, end).matchAll(CLUSTER))
        if (cluster !== '') this.#setCluster(start + index, cluster);
    }
    return end;
  }

  /** The word at `at` as far as its level and script reach. */
  #wordAround(at: number, script: Stretch): Stretch {
    const { words, levels } = this.#whole;
    const whole = words.around(at);
    let start = at;
    while (start > whole.start && start > script.start && levels[start - 1] === levels[at]) start--;
    let end = at + 1;
    while (end < whole.end && end < script.end && levels[end] === levels[at]) end++;
    return { start, end };
  }

  /** The face that has all of `text`: own, the last one or another; null where none has. */
  #faceOf(text: string): Face | null {
    const hasAll = (face: Face) => Array.from(text).every((char) => face.covers(char.codePointAt(0)!));
    if (hasAll(this.#own)) return this.#own;
    this.#isAlone = false;
    return hasAll(this.#last) ? this.#last : this.#fonts.fallback(this.#wanted, text);
  }

  /** A cluster that no face has as a whole is set character by character. */
  #setCluster(start: number, cluster: string): void {
    const face = this.#faceOf(cluster.replace(ALL_INKLESS, ''));
    if (face) {
      this.#set(start, face);
      return;
    }
    let at = start;
    for (const character of cluster) {
      const codePoint = character.codePointAt(0)!;
      const found = INKLESS.test(character) ? this.#last : this.#faceOf(character);
      if (!found) this.#reports.missing(codePoint, at);
      this.#set(at, found ?? this.#fonts.codePoints);
      at += character.length;
    }
  }

  #set(start: number, face: Face): void {
    if (this.#cuts.at(-1)?.face !== face) this.#cuts.push({ start, face });
    this.#last = face;
  }

  /**
   * Nothing is said of a word of which the own face has not one letter or digit: it is not made for the script. A
   * number in Arabic digits is of the script of Arabic letters.
   */
  #reportCompleted(start: number, end: number, face: Face): void {
    const characters = Array.from(this.#whole.text.slice(start, end));
    const isOwn = (char: string) =>
      (LETTER.test(char) && this.#own.covers(char.codePointAt(0)!)) ||
      (hasEasternDigits(char) && this.#own.covers(BEH));
    if (!characters.some(isOwn)) return;
    let at = start;
    for (const character of characters) {
      const codePoint = character.codePointAt(0)!;
      if (!this.#own.covers(codePoint) && !INKLESS.test(character))
        this.#reports.completed(codePoint, at, this.#own, face);
      at += character.length;
    }
  }
}

const LETTER = /[\p{L}\p{Nd}]/u;
const BEH = 0x0628;
