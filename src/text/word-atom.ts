import type { GlyphRun } from '../font/glyph-run.ts';
import type { TextStyle } from '../style/inline.ts';
import type { Item } from './itemised.ts';
import type { GlyphAtom } from './shaped.ts';

/**
 * A whole word in one item, which nearly every atom of a book is: five fields instead of fifteen, or the
 * words of a thousand pages would take 70 MB.
 */
export class WordAtom implements GlyphAtom {
  readonly kind = 'glyphs';
  readonly width: number;
  readonly after: GlyphAtom['after'];
  readonly run: GlyphRun;
  readonly #item: Item;

  constructor(item: Item, run: GlyphRun, width: number, after: GlyphAtom['after']) {
    this.width = width;
    this.after = after;
    this.run = run;
    this.#item = item;
  }

  get length(): number {
    return this.run.text.length;
  }

  get level(): number {
    return this.#item.level;
  }

  get style(): TextStyle {
    return this.#item.style;
  }

  get inline(): number {
    return this.#item.inline;
  }

  get from(): number {
    return 0;
  }

  get to(): number {
    return this.run.ids.length;
  }

  get charFrom(): number {
    return 0;
  }

  get charTo(): number {
    return this.run.text.length;
  }

  get callsNote(): false {
    return false;
  }

  get hyphen(): null {
    return null;
  }
}

/** An atom with all its fields its own, to be copied with others in their place. */
export function spellOut(atom: GlyphAtom): GlyphAtom {
  const { kind, length, width, level, style, inline, after, run, from, to, charFrom, charTo } = atom;
  const { callsNote, hyphen } = atom;
  return {
    kind,
    length,
    width,
    level,
    style,
    inline,
    after,
    run,
    from,
    to,
    charFrom,
    charTo,
    callsNote,
    hyphen,
  };
}
