/** Languages as BibTeX's files name them (babel, Zotero, JabRef), and as tags. */
const NAMES: Readonly<Record<string, string>> = {
  arabic: 'ar',
  عربي: 'ar',
  العربية: 'ar',
  عربية: 'ar',
  persian: 'fa',
  farsi: 'fa',
  فارسی: 'fa',
  urdu: 'ur',
  اردو: 'ur',
  kurdish: 'ckb',
  english: 'en',
  american: 'en-US',
  british: 'en-GB',
  usenglish: 'en-US',
  ukenglish: 'en-GB',
  french: 'fr',
  français: 'fr',
  german: 'de',
  ngerman: 'de',
  spanish: 'es',
  italian: 'it',
  turkish: 'tr',
  hebrew: 'he',
  russian: 'ru',
  dutch: 'nl',
  portuguese: 'pt',
  malay: 'ms',
  indonesian: 'id',
};

/** BCP 47 of a name or a tag; null where it is neither. */
export function langOfName(written: string): string | null {
  const name = written.trim().toLowerCase();
  if (Object.hasOwn(NAMES, name)) return NAMES[name]!;
  return /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/.test(name) ? name.replaceAll('_', '-') : null;
}
