/**
 * A language as Word names it: of a tag without a region it takes the spelling checker of none, so that the largest is
 * said where one language is written in many.
 */
export function wordLang(lang: string): string {
  const tag = lang.replaceAll('_', '-');
  return Object.hasOwn(REGIONS, tag.toLowerCase()) ? REGIONS[tag.toLowerCase()]! : tag;
}

const REGIONS: Readonly<Record<string, string>> = {
  ar: 'ar-SA',
  de: 'de-DE',
  en: 'en-US',
  es: 'es-ES',
  fa: 'fa-IR',
  fr: 'fr-FR',
  he: 'he-IL',
  tr: 'tr-TR',
  ur: 'ur-PK',
};
