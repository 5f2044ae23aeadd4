/** Text as XML and HTML have it, in elements and in attributes in double quotes alike. */
export function escapeXml(text: string): string {
  return stripIllegal(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/**
 * Leaves out what XML 1.0 cannot hold even escaped (2.2, Char): control characters but tab and line ends,
 * unpaired surrogates; and the noncharacters and C1 controls, which it advises against and EPUB readers refuse.
 */
function stripIllegal(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\p{Cs}]|[\uFFFE\uFFFF\u{1FFFE}\u{1FFFF}\u{2FFFE}\u{2FFFF}]/gu,
    '',
  );
}
