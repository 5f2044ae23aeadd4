import type { ThemeTextStyle } from '../theme/theme.ts';
import type { TextStyle } from './inline.ts';

/** Styles: a document has some hundred. */
const MOST_STYLES = 10_000;

/** The text styles of documents, each made once: later stages compare them by reference. */
export class TextStyles {
  readonly #styles = new Map<string, TextStyle>();
  readonly #byThemeStyle = new WeakMap<ThemeTextStyle, Map<string, TextStyle>>();

  /** Whether so many documents with other themes have had theirs here that it is time to begin again. */
  get isFull(): boolean {
    return this.#styles.size > MOST_STYLES;
  }

  /** @param family id of the family that the text style names */
  of(textStyle: ThemeTextStyle, family: string, lang: string): TextStyle {
    const known = this.#byThemeStyle.get(textStyle) ?? new Map<string, TextStyle>();
    this.#byThemeStyle.set(textStyle, known);
    const key = `${family}|${lang}`;
    let style = known.get(key);
    if (style === undefined) {
      const { weight, italic, size, color } = textStyle;
      style = this.#intern({ family, weight, italic, size, color, rise: 0, lang, lines: PLAIN });
      known.set(key, style);
    }
    return style;
  }

  vary(style: TextStyle, change: Partial<TextStyle>): TextStyle {
    return this.#intern({ ...style, ...change });
  }

  #intern(style: TextStyle): TextStyle {
    const { under, over, through } = style.lines;
    const key = `${style.family}|${style.weight}|${style.italic}|${style.size}|${style.color}|${style.rise}|${style.lang}|${under}${over}${through}`;
    const known = this.#styles.get(key);
    if (known !== undefined) return known;
    this.#styles.set(key, style);
    return style;
  }
}

const PLAIN: TextStyle['lines'] = { under: false, over: false, through: false };
