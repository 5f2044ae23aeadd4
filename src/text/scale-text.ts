import { unreachable } from '../base/unreachable.ts';
import type { TextBlock } from '../style/blocks.ts';
import type { Inline, TextStyle } from '../style/inline.ts';
import type { Atom, ShapedContent } from './shaped.ts';
import { spellOut } from './word-atom.ts';

/** Paragraphs in another size. Shapes do not depend on the size, so nothing is shaped again. */
export class TextScaler {
  readonly #scale: number;
  readonly #leading: number;
  /** Later stages compare styles and spaces by reference. */
  readonly #styles = new Map<TextStyle, TextStyle>();
  readonly #spaces = new Map<Atom, Atom>();
  readonly #blocks = new Map<TextBlock<ShapedContent>, TextBlock<ShapedContent>>();

  /** @param leading how much smaller lines stand apart */
  constructor(scale: number, leading: number) {
    this.#scale = scale;
    this.#leading = leading;
  }

  scaled(block: TextBlock<ShapedContent>): TextBlock<ShapedContent> {
    const known = this.#blocks.get(block);
    if (known !== undefined) return known;
    const { paragraph, content } = block;
    const scaled: TextBlock<ShapedContent> = {
      ...block,
      paragraph: { ...paragraph, leading: paragraph.leading * this.#leading },
      content:
        content.kind === 'shaped'
          ? { ...content, atoms: content.atoms.map((atom) => this.#atom(atom)) }
          : { ...content, inlines: content.inlines.map((inline) => this.#inline(inline)) },
    };
    this.#blocks.set(block, scaled);
    return scaled;
  }

  #style(style: TextStyle): TextStyle {
    const known = this.#styles.get(style);
    if (known !== undefined) return known;
    const scaled = { ...style, size: style.size * this.#scale, rise: style.rise * this.#scale };
    this.#styles.set(style, scaled);
    return scaled;
  }

  #atom(atom: Atom): Atom {
    const style = this.#style(atom.style);
    switch (atom.kind) {
      case 'space': {
        const known = this.#spaces.get(atom);
        const space = known ?? { ...atom, style, width: atom.width * this.#scale };
        this.#spaces.set(atom, space);
        return space;
      }
      case 'glyphs':
        return { ...spellOut(atom), style, width: atom.width * this.#scale };
      case 'leader':
        return { ...atom, style, width: atom.width * this.#scale };
      case 'image':
        return { ...atom, style, width: atom.width * this.#scale, height: atom.height * this.#scale };
      case 'break':
        return { ...atom, style };
      default:
        return unreachable(atom, 'glyphs, space, leader, image, break');
    }
  }

  #inline(inline: Inline): Inline {
    return 'style' in inline ? { ...inline, style: this.#style(inline.style) } : inline;
  }
}
