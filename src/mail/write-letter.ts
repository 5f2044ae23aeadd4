import { escapeXml } from '../base/escape-xml.ts';
import { PlainText } from '../plain/plain-text.ts';
import type { Resolved } from '../resolve/nodes.ts';
import { HtmlLetter } from './letter-html.ts';

/** The text of an e-mail, twice: for programs that show HTML and for those that do not. */
interface LetterText {
  readonly html: string;
  readonly text: string;
}

/** Families that mail programs find on Windows, macOS, Android and Linux, best first. */
const FAMILIES = "Amiri,'Noto Naskh Arabic','Geeza Pro','Segoe UI',Tahoma,sans-serif";
/** No colours: in dark mode they would be read on a ground that is not theirs. */
const STYLE = `max-width:640px;font-family:${FAMILIES};font-size:17px;line-height:1.8;word-wrap:break-word`;

export function writeLetter(letter: Resolved): LetterText {
  const { body } = letter;
  const { title, lang, dir } = letter.settings;
  const inner = new HtmlLetter(dir).write(body);
  // Web mail drops <html> and <body>, and with them the direction: so it stands on a div too.
  const html = `<!DOCTYPE html>
<html lang="${escapeXml(lang)}" dir="${dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeXml(title)}</title></head>
<body>
<div lang="${escapeXml(lang)}" dir="${dir}" style="${STYLE}">
${inner}
</div>
</body>
</html>
`;
  return { html, text: new PlainText(letter, false).write() };
}
