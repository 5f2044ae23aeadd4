import type { Html } from 'mdast';
import type { Origin } from '../../base/origin.ts';
import { originOf } from '../node-origin.ts';

/**
 * Where a unit of a piece of HTML was written. Its later lines have lost what a quotation or a list puts
 * before them, but end as in the source. Made for places that come one after another.
 */
export function lineFinder({ value, position, data }: Html, text: string): (index: number) => Origin {
  const first = originOf({ type: 'html', value, data } as Html);
  let line = 0;
  let start = 0;
  let sourceStart = position?.start.offset ?? 0;
  return (index) => {
    for (let end = value.indexOf('\n', start); end >= 0 && end < index; end = value.indexOf('\n', start)) {
      start = end + 1;
      sourceStart = nextLine(text, sourceStart);
      line++;
    }
    if (line === 0) return { file: first.file, line: first.line, column: first.column + index };
    const sourceEnd = text.indexOf('\n', sourceStart);
    const sourceLine = text.slice(sourceStart, sourceEnd < 0 ? text.length : sourceEnd).replace(/\r$/, '');
    const valueEnd = value.indexOf('\n', start);
    const rest = (valueEnd < 0 ? value.length : valueEnd) - index;
    return { file: first.file, line: first.line + line, column: Math.max(1, sourceLine.length - rest + 1) };
  };
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
