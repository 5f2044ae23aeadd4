/** Elements whose content is no HTML: only their end tag ends them. */
const RAW = /^<(script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext)(?=[\s/>])/i;

/**
 * The end of the last whole tag, comment or text; what follows is a tag that no `>` ends, after which a
 * parser would read on into the next piece.
 */
export function endOfWholeMarkup(html: string): number {
  for (let at = html.indexOf('<'); at >= 0; ) {
    const end = endOfMarkup(html, at);
    if (end === null) return at;
    const raw = RAW.exec(html.slice(at, at + 12))?.[1];
    at = html.indexOf('<', raw === undefined ? end : endOfRaw(html, raw, end));
  }
  return html.length;
}

/** Index after what opens at `open`, be it only the `<`; null where it is a tag without an end. */
function endOfMarkup(html: string, open: number): number | null {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
  if (html.startsWith('<![CDATA[', open)) return after(html, ']]>', open);
  if (!/[a-z/!?]/i.test(html[open + 1] ?? '')) return open + 1;
  let quote = '';
  for (let index = open + 1; index < html.length; index++) {
    const unit = html[index]!;
    if (quote !== '') quote = unit === quote ? '' : quote;
    else if (unit === '>') return index + 1;
    else if ((unit === '"' || unit === "'") && /[=\s]/.test(html[index - 1] ?? '')) quote = unit;
  }
  return null;
}

function endOfRaw(html: string, name: string, from: number): number {
  const closer = new RegExp(`</${name}`, 'gi');
  closer.lastIndex = from;
  return closer.exec(html)?.index ?? html.length;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}
