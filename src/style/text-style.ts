import type { ThemeTextStyle } from '../theme/theme.ts';
import type { TextStyle } from './inline.ts';

/** The text styles of one document, each made once: later stages compare them by reference. */
export class TextStyles {
  readonly #styles = new Map<string, TextStyle>();
  readonly #byRole = new Map<ThemeTextStyle, Map<string, TextStyle>>();

  /** @param family id of the family that the text style names */
  of(textStyle: ThemeTextStyle, family: string, lang: string): TextStyle {
    const byLang = this.#byRole.get(textStyle) ?? new Map<string, TextStyle>();
    this.#byRole.set(textStyle, byLang);
    let style = byLang.get(lang);
    if (style === undefined) {
      const { weight, italic, size, color } = textStyle;
      style = this.#intern({ family, weight, italic, size, color, rise: 0, lang, lines: PLAIN });
      byLang.set(lang, style);
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
