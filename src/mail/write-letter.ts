import type { Nodes, Root } from 'mdast';
import { escapeXml } from '../base/escape-xml.ts';
import type { Settings } from '../project/settings.ts';
import { type LetterNode, letterNodes } from './letter-nodes.ts';

/** The text of an e-mail, twice: for programs that show HTML and for those that do not. */
interface LetterText {
  readonly html: string;
  readonly text: string;
}

/** Families that mail programs find on Windows, macOS, Android and Linux, best first. */
const FAMILIES = "Amiri,'Noto Naskh Arabic','Geeza Pro','Segoe UI',Tahoma,sans-serif";
const STYLE = `max-width:640px;font-family:${FAMILIES};font-size:17px;line-height:1.8;color:#1b1b1b`;

export function writeLetter(body: Root, { title, lang, dir }: Settings): LetterText {
  const inner = writeNode(body, 'html');
  // Web mail drops <html> and <body>, and with them the direction: so it stands on a div too.
  const html = `<!DOCTYPE html>
<html lang="${escapeXml(lang)}" dir="${dir}">
<head><meta charset="utf-8"><title>${escapeXml(title)}</title></head>
<body>
<div lang="${escapeXml(lang)}" dir="${dir}" style="${STYLE}">
${inner}
</div>
</body>
</html>
`;
  const text = writeNode(body, 'text')
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { html, text: `${text}\n` };
}

function writeNode(node: Nodes, as: keyof LetterNode<never>): string {
  const inner = 'children' in node ? node.children.map((child) => writeNode(child, as)).join('') : '';
  return letterNodes[node.type][as](node as never, inner);
}
