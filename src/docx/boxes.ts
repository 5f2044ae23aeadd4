import type { Box, Callout, Cover, Phrase, ResolvedBlock } from '../resolve/nodes.ts';
import { partsOf } from '../resolve/walk.ts';
import { boxStyleIn } from '../theme/rows.ts';
import type { ThemeBoxStyle } from '../theme/theme.ts';
import type { WordDraft } from './draft.ts';
import { writeGap, writePhrase } from './paragraph.ts';
import type { WordPlace, Write } from './place.ts';
import { END } from './sides.ts';
import { border } from './styles.ts';
import { writeWordTable } from './word-table.ts';
import { twips, word } from './word-xml.ts';

/** A container: what has a ground or a rule at its side is a table of one cell, a rule above is one; all else is its blocks. */
export function writeBox(node: Box | Callout, place: WordPlace, draft: WordDraft, write: Write): void {
  const box = boxStyleIn(draft.theme, node.name);
  const { title, children } = node;
  const isEmpty = title === null && !children.some(hasWords);
  const inside = (cell: WordPlace) => {
    if (title !== null) writePhrase(title, cell, draft, { properties: [word('keepNext')] });
    write(children, cell, draft);
  };
  if (isEmpty) {
    // a band at the edge of a sheet is of paper
    if (box.place === null) writeRule(box, place, draft, true);
  } else if (isFramed(box)) writeFrame(box, inside, place, draft);
  else {
    writeRule(box, place, draft, false);
    inside(place);
  }
}

export function hasWords(node: ResolvedBlock): boolean {
  if (node.kind === 'figure' || node.kind === 'code') return true;
  return partsOf(node).some((part: ResolvedBlock | Phrase) => !('kind' in part) || hasWords(part));
}

function isFramed({ background, rules }: ThemeBoxStyle): boolean {
  return background !== null || rules.some(({ edge }) => edge === 'start' || edge === 'end');
}

function writeFrame(
  { background, padding, rules, before, after }: ThemeBoxStyle,
  write: (place: WordPlace) => void,
  place: WordPlace,
  draft: WordDraft,
): void {
  // a cell of a table from the right has its margins by side in one program and by direction in another
  const side = Math.max(padding.start, padding.end);
  const box = { background, padding: { ...padding, start: side, end: side }, rules };
  const row = [{ span: 1, write }];
  if (place.out.length > 0) writeGap(before, place, draft);
  const one = { widths: [place.measure], style: null, headers: 0, hasRowHeads: false, rows: [row], box };
  writeWordTable(one, place, draft, after);
}

/** The rule above a box, as long as it is. */
function writeRule(
  { rules, before, after, padding }: ThemeBoxStyle,
  place: WordPlace,
  draft: WordDraft,
  isEmpty: boolean,
): void {
  const above = rules.find(({ edge }) => edge === 'before');
  if (above === undefined) return;
  const short = above.length === null ? 0 : Math.max(0, place.measure - above.length);
  const end = short === 0 ? [] : [word('ind', { [END]: twips(short) })];
  const space = isEmpty ? after : padding.before;
  writeGap(
    Math.max(2, before),
    place,
    draft,
    [word('pBdr', {}, [border('bottom', above.rule)]), ...end],
    space,
  );
}

/** The first page of a book: its words on the ground of the cover. */
export function writeCover({ children }: Cover, place: WordPlace, draft: WordDraft, write: Write): void {
  const { background, padding, rules } = boxStyleIn(draft.theme, 'cover');
  if (!children.some(hasWords)) return;
  const { size, margin } = draft.theme.page;
  const row = [{ span: 1, write: (cell: WordPlace) => write(children, cell, draft) }];
  writeWordTable(
    {
      widths: [place.measure],
      style: null,
      headers: 0,
      hasRowHeads: false,
      rows: [row],
      box: { background, padding, rules },
      least: (size.height - margin.top - margin.bottom) * COVER,
    },
    place,
    draft,
    1,
  );
}

/** Of the height of the text. */
const COVER = 0.9;
