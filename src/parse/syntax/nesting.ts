import type { Nodes } from 'mdast';
import type { Origin } from '../../base/origin.ts';

/** No document needs more levels of quotes, lists or emphasis; every walk over a tree may recurse this deep. */
export const DEPTH_LIMIT = 100;

/**
 * Openers on one line, or columns before one, beyond which a source is not given to the parser at all:
 * its time grows with the product of lines and levels. Ten times DEPTH_LIMIT, so that a row of `>` in a
 * code block is not mistaken for nesting.
 */
const SCAN_LIMIT = 1_000;

/** Containers opened by lines of their own that no line has closed: each is read again for each around it. */
const CONTAINER_LIMIT = 2 * DEPTH_LIMIT;

export function nests(node: Nodes): boolean {
  switch (node.type) {
    case 'blockquote':
    case 'list':
    case 'footnoteDefinition':
    case 'containerDirective':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
    case 'textDirective':
      return true;
    default:
      return false;
  }
}

/** The first line whose openers alone nest beyond reason, or null. */
export function findRunawayNesting(text: string, file: string): Origin | null {
  let containers = 0;
  for (let start = 0, line = 1; start < text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const prefix = measurePrefix(text, start, end);
    if (text.startsWith(':::', start)) containers += /^:+\s*$/.test(text.slice(start, end)) ? -1 : 1;
    if (prefix > SCAN_LIMIT || containers > CONTAINER_LIMIT) return { file, line, column: 1 };
    containers = Math.max(0, containers);
    start = end + 1;
  }
  return null;
}

/** Levels that a line's markers open, or its column where it goes on deeper than any marker. */
function measurePrefix(text: string, start: number, end: number): number {
  let levels = 0;
  let index = start;
  for (; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x20 || unit === 0x09) continue;
    if (unit === 0x3e) levels++;
    else if (isListMarker(text, index, unit)) levels++;
    else if (!isDigit(unit) && !isLetterMarker(text, index, unit)) break;
  }
  return isListMarker(text, index - 2, text.charCodeAt(index - 2)) ? Math.max(levels, index - start) : levels;
}

/** `-`, `–`, `*`, `+`, `.` or `)` before a space, and bullets. */
function isListMarker(text: string, index: number, unit: number): boolean {
  if (unit >= 0x2013) return BULLETS.has(unit) || (unit === 0x2013 && text.charCodeAt(index + 1) === 0x20);
  const isMarker = unit === 0x2d || unit === 0x2a || unit === 0x2b || unit === 0x2e || unit === 0x29;
  return isMarker && text.charCodeAt(index + 1) === 0x20;
}

/** • ● ▪ ◦ ‣ */
const BULLETS: ReadonlySet<number> = new Set([0x2022, 0x25cf, 0x25aa, 0x25e6, 0x2023]);

function isDigit(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) || (unit >= 0x660 && unit <= 0x669) || (unit >= 0x6f0 && unit <= 0x6f9)
  );
}

/** `أ.`, `ب)`, `هـ-`. */
function isLetterMarker(text: string, index: number, unit: number): boolean {
  return unit >= 0x621 && unit <= 0x64a && /^\u0640?[.)\-\u2013]/.test(text.slice(index + 1, index + 3));
}
