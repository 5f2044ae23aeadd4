/**
 * Where in `source` each UTF-16 unit of a text node's `value` was written, when the node is not its
 * source verbatim: escapes, entities, CRLF, trimmed line ends, `>` and indentation before later lines.
 * Null where the two cannot be brought together.
 */
export function alignOffsets(value: string, source: string, start: number, end: number): number[] | null {
  const offsets: number[] = [];
  let at = start;
  let lineStart = false;
  for (let index = 0; index < value.length; index++) {
    const unit = value[index]!;
    at = skipUnwritten(unit, source, at, end, lineStart);
    if (at >= end) return null;
    offsets.push(at);
    lineStart = unit === '\n';
    if (source[at] === '&' && (unit !== '&' || isAmpersand(source, at)))
      at = repeatOffset(value, index, source, at, end, offsets);
    else if (source[at] === unit) at++;
    else return null;
    index = offsets.length - 1;
  }
  return offsets;
}

/** Steps over what the parser has dropped before `unit`. */
function skipUnwritten(unit: string, source: string, from: number, end: number, lineStart: boolean): number {
  let at = from;
  if (lineStart) while (at < end && source[at] !== unit && ' \t>'.includes(source[at]!)) at++;
  if (unit === '\n') while (at < end && ' \t\r\\'.includes(source[at]!)) at++;
  if (source[at] === '\\' && source[at + 1] === unit) at++;
  return at;
}

function isAmpersand(source: string, at: number): boolean {
  return /^&(?:amp|#0*38|#x0*26);/i.test(source.slice(at, at + 12));
}

/** An entity: every unit it stands for (two at most) was written at its `&`. Returns the place after its `;`. */
function repeatOffset(
  value: string,
  index: number,
  source: string,
  at: number,
  end: number,
  offsets: number[],
): number {
  const semicolon = source.indexOf(';', at);
  if (semicolon < 0 || semicolon >= end) return end;
  if (/[\uD800-\uDBFF]/.test(value[index]!)) offsets.push(at);
  return semicolon + 1;
}
