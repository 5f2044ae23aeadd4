import type { WordDraft } from './draft.ts';
import type { Furnishing } from './furniture.ts';
import { wordLang } from './word-lang.ts';
import { flag, valued, word, wordPart } from './word-xml.ts';

/** settings.xml. */
export function writeSettings(
  { theme, settings, hasPageNumbers }: WordDraft,
  furnishing: Furnishing,
): Uint8Array {
  const { inner, outer } = theme.page.margin;
  const isArabic = settings.dir === 'rtl';
  const lang = wordLang(settings.lang);
  return wordPart('settings', [
    word('zoom', { percent: 100 }),
    ...flag('mirrorMargins', inner !== outer),
    valued('defaultTabStop', 720),
    ...flag('evenAndOddHeaders', !furnishing.isEmpty),
    valued('characterSpacingControl', 'doNotCompress'),
    word('footnotePr', {}, [word('footnote', { id: 0 }), word('footnote', { id: 1 })]),
    // pages are numbered by Word alone: it asks whether it may reckon them
    ...flag('updateFields', hasPageNumbers),
    word('compat', {}, [
      // or a line that ends with a break would be justified
      word('doNotExpandShiftReturn'),
      word('compatSetting', {
        name: 'compatibilityMode',
        uri: 'http://schemas.microsoft.com/office/word',
        val: 15,
      }),
    ]),
    word('themeFontLang', isArabic ? { val: 'en-US', bidi: lang } : { val: lang, bidi: 'ar-SA' }),
    valued('decimalSymbol', '.'),
    valued('listSeparator', ','),
  ]);
}
