import type { Direction } from '../base/geometry.ts';
import { digitsOfLang, isArabicScript } from '../base/language.ts';
import type { XmlElement } from '../base/xml.ts';
import { familiesOf } from '../font/family.ts';
import type { Settings } from '../project/settings.ts';
import { boxStyleIn, textStyleIn } from '../theme/rows.ts';
import type { Theme, ThemeTextStyle } from '../theme/theme.ts';
import { jc } from './justification.ts';
import { endTab } from './paragraph.ts';
import type { WordStyle } from './paragraph-styles.ts';
import { END, START } from './sides.ts';
import { wordLang } from './word-lang.ts';
import { flag, hex, twips, valued, word, wordPart } from './word-xml.ts';

/** styles.xml: how the theme says that things look. */
export function writeStyles(styles: readonly WordStyle[], theme: Theme, settings: Settings): Uint8Array {
  return wordPart('styles', [
    documentDefaults(theme, settings),
    ...styles.map((style) => paragraphStyle(style, theme, settings.dir)),
    ...characterStyles(theme),
    ...tableStyles(theme),
    word('style', { type: 'numbering', default: 1, styleId: 'NoList' }, [
      valued('name', 'No List'),
      valued('uiPriority', 99),
      word('semiHidden'),
      word('unhideWhenUsed'),
    ]),
  ]);
}

function documentDefaults(theme: Theme, settings: Settings): XmlElement {
  const lang = wordLang(settings.lang);
  const langs = isArabicScript(settings.lang) || settings.dir === 'rtl' ? { bidi: lang } : { val: lang };
  return word('docDefaults', {}, [
    word('rPrDefault', {}, [
      word('rPr', {}, [
        fonts(theme.text.family, theme),
        ...sizes(theme.text.size),
        word('lang', { val: 'en-US', eastAsia: 'en-US', bidi: 'ar-SA', ...langs }),
      ]),
    ]),
    word('pPrDefault'),
  ]);
}

function paragraphStyle(style: WordStyle, theme: Theme, direction: Direction): XmlElement {
  const { id, name, role, basedOn, level } = style;
  const row = textStyleIn(theme, role);
  const isFirst = id === 'Normal';
  return word('style', { type: 'paragraph', ...(isFirst && { default: 1 }), styleId: id, ...custom(id) }, [
    valued('name', name),
    ...(basedOn === null ? [] : [valued('basedOn', basedOn)]),
    ...(level === null ? [] : [valued('next', 'Normal')]),
    ...(id.startsWith('TOC') && id !== 'TOCHeading' ? [valued('uiPriority', 39)] : [word('qFormat')]),
    word('pPr', {}, [
      ...flag('keepNext', row.keep),
      ...(/^TOC\d/.test(id) ? [endTab(measureOf(theme), 'dot')] : []),
      ...(isFirst && direction === 'rtl' ? [word('bidi')] : []),
      ...(id === 'HTMLPreformatted' ? [word('bidi', { val: 0 }), ...shaded(theme, 'code')] : []),
      ...(isFirst ? [word('widowControl')] : []),
      spacing(row, theme, id),
      ...flag('contextualSpacing', BOXES[id] !== undefined && row.after === 0),
      jc(row.align),
      valued('outlineLvl', level ?? 9),
    ]),
    word('rPr', {}, characterLooks(row, theme)),
  ]);
}

function measureOf({ page: { size, margin } }: Theme): number {
  return size.width - margin.inner - margin.outer;
}

function custom(id: string): Readonly<Record<string, string | number>> {
  return /^Style\d/.test(id) ? { customStyle: 1 } : {};
}

function shaded(theme: Theme, box: string): readonly XmlElement[] {
  const { background } = boxStyleIn(theme, box);
  return background === null ? [] : [word('shd', { val: 'clear', color: 'auto', fill: hex(background) })];
}

/** Styles of paragraphs that stand in a box: its white space is around all of them. */
const BOXES: Readonly<Record<string, string>> = {
  HTMLPreformatted: 'code',
  ListParagraph: 'list',
  Quote: 'quote',
};

/** Lines may grow: fonts of the reader's machine may be taller than ours. */
function spacing({ before, after, leading }: ThemeTextStyle, theme: Theme, id: string): XmlElement {
  const box = BOXES[id];
  const around = box === undefined ? { before: 0, after: 0 } : boxStyleIn(theme, box);
  return word('spacing', {
    before: twips(Math.max(before, around.before)),
    after: twips(Math.max(after, around.after)),
    line: twips(leading),
    lineRule: 'atLeast',
  });
}

/** From this weight on letters are bold: Word knows two. */
const BOLD = 600;

function characterLooks(row: ThemeTextStyle, theme: Theme): readonly XmlElement[] {
  const isBold = row.weight >= BOLD;
  return [
    fonts(row.family, theme),
    word('b', isBold ? {} : { val: 0 }),
    word('bCs', isBold ? {} : { val: 0 }),
    ...flag('i', row.italic),
    ...flag('iCs', row.italic),
    valued('color', hex(row.color)),
    ...sizes(row.size),
  ];
}

/** Half points; Word has no finer ones. */
function sizes(size: number): readonly XmlElement[] {
  const half = Math.max(2, Math.round(size * 2));
  return [valued('sz', half), valued('szCs', half)];
}

function fonts(family: string, theme: Theme): XmlElement {
  const { ascii, cs } = fontsOf(family, theme);
  return word('rFonts', { ascii, hAnsi: ascii, eastAsia: ascii, cs });
}

/** A font of code has no Arabic letters: those are of the running text. */
function fontsOf(family: string, theme: Theme): { readonly ascii: string; readonly cs: string } {
  const ascii = firstOf(family);
  const isCode = family === textStyleIn(theme, 'code').family;
  return { ascii, cs: isCode ? firstOf(theme.text.family) : ascii };
}

function firstOf(family: string): string {
  return familiesOf(family)[0] ?? family;
}

/** The fonts that styles name, for fontTable.xml. */
export function writeFontTable(styles: readonly WordStyle[], theme: Theme, settings: Settings): Uint8Array {
  const roles = ['body', 'code', ...styles.map(({ role }) => role)];
  const names = roles.flatMap((role) => Object.values(fontsOf(textStyleIn(theme, role).family, theme)));
  const fixed = firstOf(textStyleIn(theme, 'code').family);
  const charset = digitsOfLang(settings.lang) === 'latn' && settings.dir === 'ltr' ? '00' : 'B2';
  return wordPart(
    'fonts',
    [...new Set(names)].map((name) =>
      word('font', { name }, [
        word('charset', { val: name === fixed ? '00' : charset }),
        word('family', { val: name === fixed ? 'modern' : 'auto' }),
        word('pitch', { val: name === fixed ? 'fixed' : 'variable' }),
      ]),
    ),
  );
}

/** What words are marked as; looks that a theme does not have are Word's own. */
function characterStyles(theme: Theme): readonly XmlElement[] {
  const accent = valued('color', hex(theme.colors['accent'] ?? textStyleIn(theme, 'body').color));
  const call = textStyleIn(theme, 'note-call');
  const code = textStyleIn(theme, 'inline-code');
  const bold = [word('b'), word('bCs')];
  const emphasis = { accent: [accent], weight: bold, overline: [valued('u', 'single')] }[theme.text.emphasis];
  return [
    word('style', { type: 'character', default: 1, styleId: 'DefaultParagraphFont' }, [
      valued('name', 'Default Paragraph Font'),
      valued('uiPriority', 1),
      word('semiHidden'),
      word('unhideWhenUsed'),
    ]),
    characters('Strong', 'Strong', bold),
    characters('Emphasis', 'Emphasis', emphasis),
    characters('Hyperlink', 'Hyperlink', [accent]),
    characters('FootnoteReference', 'footnote reference', [
      valued('color', hex(call.color)),
      valued('vertAlign', 'superscript'),
    ]),
    characters('HTMLCode', 'HTML Code', [
      fonts(code.family, theme),
      valued('color', hex(code.color)),
      ...sizes(code.size),
    ]),
  ];
}

function characters(id: string, name: string, looks: readonly XmlElement[]): XmlElement {
  return word('style', { type: 'character', styleId: id }, [
    valued('name', name),
    valued('basedOn', 'DefaultParagraphFont'),
    word('qFormat'),
    word('rPr', {}, looks),
  ]);
}

/** Of rows parted by rules, under a bolder one. */
function tableStyles(theme: Theme): readonly XmlElement[] {
  const { padding, rules } = theme.table;
  const edge = (name: string, rule: { readonly width: number; readonly color: string } | null) =>
    rule === null ? [] : [border(name, rule)];
  return [
    word('style', { type: 'table', default: 1, styleId: 'TableNormal' }, [
      valued('name', 'Normal Table'),
      valued('uiPriority', 99),
      word('semiHidden'),
      word('unhideWhenUsed'),
      word('tblPr', {}, [
        word('tblInd', { w: 0, type: 'dxa' }),
        word('tblCellMar', {}, [
          word('top', { w: 0, type: 'dxa' }),
          word(START, { w: 0, type: 'dxa' }),
          word('bottom', { w: 0, type: 'dxa' }),
          word(END, { w: 0, type: 'dxa' }),
        ]),
      ]),
    ]),
    word('style', { type: 'table', styleId: 'RuledTable', customStyle: 1 }, [
      valued('name', 'Ruled Table'),
      valued('basedOn', 'TableNormal'),
      word('tblPr', {}, [
        word('tblBorders', {}, [
          ...edge('top', rules.top),
          ...edge('bottom', rules.bottom),
          ...edge('insideH', rules.row),
        ]),
        word('tblCellMar', {}, [
          word('top', { w: twips(padding.before), type: 'dxa' }),
          word(START, { w: twips(padding.start), type: 'dxa' }),
          word('bottom', { w: twips(padding.after), type: 'dxa' }),
          word(END, { w: twips(padding.end), type: 'dxa' }),
        ]),
      ]),
      ...(rules.header === null
        ? []
        : [
            word('tblStylePr', { type: 'firstRow' }, [
              word('tcPr', {}, [word('tcBorders', {}, [border('bottom', rules.header)])]),
            ]),
          ]),
    ]),
  ];
}

/** A line in eighths of a point, of 1/4 to 6 points (ECMA-376 part 1, 17.3.4). */
export function border(
  name: string,
  { width, color }: { readonly width: number; readonly color: string },
  space = 0,
): XmlElement {
  const sz = Math.min(48, Math.max(2, Math.round(width * 8)));
  return word(name, { val: 'single', sz, space, color: hex(color) });
}
