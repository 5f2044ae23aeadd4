/**
 * Letters in the alphabets of mathematics as characters of their own (Unicode 17, 22.2; MathML Core, "the math-auto
 * transform"): browsers read `mathvariant` no more.
 */

/** First capital and first small letter, first digit; 0 = none. */
const ALPHABETS: Readonly<Record<string, readonly [capital: number, small: number, digit: number]>> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce],
  'bold-italic': [0x1d468, 0x1d482, 0],
  script: [0x1d49c, 0x1d4b6, 0],
  'bold-script': [0x1d4d0, 0x1d4ea, 0],
  fraktur: [0x1d504, 0x1d51e, 0],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8],
  'bold-fraktur': [0x1d56c, 0x1d586, 0],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2],
  'bold-sans-serif': [0x1d5d4, 0x1d5ee, 0x1d7ec],
  'sans-serif-italic': [0x1d608, 0x1d622, 0],
  'sans-serif-bold-italic': [0x1d63c, 0x1d656, 0],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6],
};

/** Letters that Unicode had before the others. */
// biome-ignore format: a table
const EARLIER: Readonly<Record<string, string>> = {
  '\u{1D49D}': 'ℬ', '\u{1D4A0}': 'ℰ', '\u{1D4A1}': 'ℱ', '\u{1D4A3}': 'ℋ', '\u{1D4A4}': 'ℐ', '\u{1D4A7}': 'ℒ', '\u{1D4A8}': 'ℳ', '\u{1D4AD}': 'ℛ',
  '\u{1D4BA}': 'ℯ', '\u{1D4BC}': 'ℊ', '\u{1D4C4}': 'ℴ', '\u{1D506}': 'ℭ', '\u{1D50B}': 'ℌ', '\u{1D50C}': 'ℑ', '\u{1D515}': 'ℜ', '\u{1D51D}': 'ℨ',
  '\u{1D53A}': 'ℂ', '\u{1D53F}': 'ℍ', '\u{1D545}': 'ℕ', '\u{1D547}': 'ℙ', '\u{1D548}': 'ℚ', '\u{1D549}': 'ℝ', '\u{1D551}': 'ℤ',
};

/** The same in an alphabet, by its name in MathML 3; as it is where that has no letter for it. */
export function inAlphabet(text: string, variant: string): string {
  const alphabet = ALPHABETS[variant.replace(/^-tex-(?:bold-)?calligraphic$/, 'script')];
  if (alphabet === undefined) return text;
  const [capital, small, digit] = alphabet;
  return text.replace(/[A-Za-z0-9]/g, (letter) => {
    const [first, base] = letter <= '9' ? ['0', digit] : letter <= 'Z' ? ['A', capital] : ['a', small];
    if (base === 0) return letter;
    const made = String.fromCodePoint(base + letter.charCodeAt(0) - first.charCodeAt(0));
    return EARLIER[made] ?? made;
  });
}
