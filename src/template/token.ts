/**
 * What stands in rendered text for a value until Markdown is parsed: two noncharacters around a number.
 * Unicode keeps U+FDD0–U+FDEF for a program's own use (section 23.7), so no honest text holds them; to
 * CommonMark they are letters, neither space nor punctuation, so `**{{title}}**` is bold as expected.
 */
const open = '\uFDD0';
const close = '\uFDD1';

/** For finding strays: a template that holds one is refused. */
export const tokenMarks = /[\uFDD0\uFDD1]/;

export function printToken(index: number): string {
  return `${open}${index}${close}`;
}

/** A text cut at its tokens: strings as they are, numbers for tokens. */
export function splitTokens(text: string): readonly (string | number)[] {
  const parts: (string | number)[] = [];
  let from = 0;
  for (const match of text.matchAll(/\uFDD0(\d+)\uFDD1/g)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(Number(match[1]));
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
