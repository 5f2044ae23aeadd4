/**
 * What Word calls the side where a line begins and where it ends, in a paragraph or a table from the right too (ECMA-376
 * part 4, 14.11.2: `left` is read as `start`). It knows `start` and `end` itself since 2010, but writes the old names, and
 * python-docx 1.2 fails at the new ones.
 */
export const START = 'left';
export const END = 'right';
