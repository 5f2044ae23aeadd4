import type { XmlElement } from '../base/xml.ts';
import type { Settings } from '../project/settings.ts';
import type { Resolved } from '../resolve/nodes.ts';
import type { Theme, ThemeMaster } from '../theme/theme.ts';
import type { Furnishing } from './furniture.ts';
import type { WordSection } from './sections.ts';
import { END, START } from './sides.ts';
import { flag, twips, valued, word } from './word-xml.ts';

/** Where Word counts notes anew (17.11.19). */
const RESTARTS: { readonly [numbering in Resolved['noteNumbering']]?: string } = {
  chapter: 'eachSect',
  page: 'eachPage',
};

/** What the pages of a section are (17.6.17). */
export function sectionProperties(
  { opens, first, rest, isCountedAnew, turned }: WordSection,
  { theme, settings }: { readonly theme: Theme; readonly settings: Settings },
  furnishing: Furnishing,
  noteNumbering: Resolved['noteNumbering'],
): XmlElement {
  const { size, margin, head, foot } = theme.page;
  const [width, height] = turned ? [size.height, size.width] : [size.width, size.height];
  const turn = turned ? { orient: 'landscape' } : {};
  const hasOwnFirst = furnishing.differs(first, rest);
  const pages = formatOf(theme.masters[rest], settings);
  const restart = RESTARTS[noteNumbering];
  return word('sectPr', {}, [
    ...furnishing.references(rest, 'default'),
    ...furnishing.references(rest, 'even'),
    ...(hasOwnFirst ? furnishing.references(first, 'first') : []),
    ...(restart === undefined ? [] : [word('footnotePr', {}, [valued('numRestart', restart)])]),
    valued('type', opens),
    word('pgSz', { w: twips(width), h: twips(height), ...turn }),
    word('pgMar', {
      top: twips(margin.top),
      [END]: twips(margin.outer),
      bottom: twips(margin.bottom),
      [START]: twips(margin.inner),
      header: twips(head),
      footer: twips(foot),
      gutter: 0,
    }),
    word('pgNumType', { fmt: pages, ...(isCountedAnew ? { start: 1 } : {}) }),
    word('cols', { space: 720 }),
    ...flag('titlePg', hasOwnFirst),
    ...flag('bidi', settings.dir === 'rtl'),
  ]);
}

/** As Word counts pages; digits are those of the reader's Word. */
const FORMATS: Readonly<Record<ThemeMaster['folio'], string>> = {
  document: 'decimal',
  decimal: 'decimal',
  'arabic-indic': 'decimal',
  persian: 'decimal',
  none: 'decimal',
  'arabic-abjad': 'arabicAbjad',
  hijai: 'arabicAlpha',
  'lower-alpha': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'lower-roman': 'lowerRoman',
  symbols: 'chicago',
};

function formatOf(master: ThemeMaster | undefined, { dir }: Settings): string {
  const format = FORMATS[master?.folio ?? 'document'];
  return format === 'arabicAbjad' && dir === 'ltr' ? 'lowerRoman' : format;
}
