import { isArtifact } from '../base/element.ts';
import type { ResolvedInline } from '../resolve/inline-nodes.ts';
import type { Bar, Cell, Chart, Phrase, Row, Table, TableColumn, Verse } from '../resolve/nodes.ts';
import { boxStyleIn, textStyleIn } from '../theme/rows.ts';
import type { WordDraft } from './draft.ts';
import { scopeOf, writeGap, writePhrase, writeRuns } from './paragraph.ts';
import type { WordPlace, Write } from './place.ts';
import { apart, collectWordRuns, plainRun } from './word-runs.ts';
import { shareWidths, type WordCell, writeWordTable } from './word-table.ts';
import { word } from './word-xml.ts';

const KEEP = { properties: [word('keepNext')] };

export function writeTable(node: Table, place: WordPlace, draft: WordDraft, write: Write): void {
  const { caption, columns, header, rows, others } = node;
  const { before, after } = boxStyleIn(draft.theme, 'table');
  if (caption !== null) writePhrase(caption, place, draft, { ...KEEP, before });
  else if (place.out.length > 0) writeGap(before, place, draft);
  const all = [...header, ...rows];
  if (all.length > 0 && columns.length > 0) {
    const { size } = textStyleIn(draft.theme, 'cell');
    const texts = columns.map((_, index) =>
      all.map(({ cells }) => textOf(cells[index]?.phrase.content ?? [])),
    );
    writeWordTable(
      {
        widths: shareWidths(texts, place.measure, size),
        style: 'RuledTable',
        headers: header.length,
        hasRowHeads: rows.some(({ cells }) => cells[0]?.scope === 'Row'),
        rows: all.map((row) => cellsOf(row, columns, draft)),
      },
      place,
      draft,
      after,
    );
  }
  write(others, place, draft);
}

function cellsOf({ cells }: Row, columns: readonly TableColumn[], draft: WordDraft): readonly WordCell[] {
  return cells.map((cell, index) => ({
    span: spanOf(cell.phrase),
    write: (place) => writeCell(cell, columns[index]!, place, draft),
  }));
}

function spanOf({ tagTarget }: Phrase): number {
  return isArtifact(tagTarget) ? 1 : (tagTarget.attributes.columnSpan ?? 1);
}

/** −٥ and ١٢–١٧ read from the left, however short the cell; a number has no direction that could turn its side. */
function writeCell(
  { phrase, scope, alignAt }: Cell,
  column: TableColumn,
  place: WordPlace,
  draft: WordDraft,
): void {
  const own = scopeOf(phrase.tagTarget, place, draft);
  const isNumber = column.numeric && scope !== 'Column';
  const runs = collectWordRuns(phrase.content, isNumber ? apart(own, 'ltr') : own);
  const sides = { align: column.align, ...(alignAt === null ? {} : { direction: place.direction }) };
  writeRuns(phrase.styleName, runs, place, draft, sides);
}

/** The numbers that a chart draws, as a table. */
export function writeChart(node: Chart, place: WordPlace, draft: WordDraft, write: Write): void {
  const { bars, caption, unit, others } = node;
  const { before, after } = boxStyleIn(draft.theme, 'chart');
  if (caption !== null) {
    const scope = scopeOf(caption.tagTarget, place, draft);
    const units = unit === '' ? [] : [plainRun(`${caption.content.length === 0 ? '' : ' '}(${unit})`, scope)];
    writeRuns(caption.styleName, [...collectWordRuns(caption.content, scope), ...units], place, draft, {
      ...KEEP,
      before,
    });
  }
  const texts = [
    bars.map(({ name }) => textOf(name.content)),
    bars.map(({ shown }) => textOf(shown.content)),
  ];
  const { size } = textStyleIn(draft.theme, 'bar-label');
  if (bars.length > 0)
    writeWordTable(
      {
        widths: shareWidths(texts, place.measure, size),
        style: 'RuledTable',
        headers: 0,
        hasRowHeads: true,
        rows: bars.map((bar) => barCells(bar, draft)),
      },
      place,
      draft,
      after,
    );
  write(others, place, draft);
}

function barCells({ name, shown }: Bar, draft: WordDraft): readonly WordCell[] {
  return [
    { span: 1, write: (place) => writePhrase(name, place, draft) },
    { span: 1, write: (place) => writePhrase(shown, place, draft, { direction: place.direction }) },
  ];
}

/** Hemistichs beside one another, one alone in the middle. */
export function writeVerse(
  { caption, stanzas, poet }: Verse,
  place: WordPlace,
  draft: WordDraft,
  write: Write,
): void {
  const { before, after } = boxStyleIn(draft.theme, 'verse');
  if (caption !== null) writePhrase(caption, place, draft, { ...KEEP, before });
  for (const stanza of stanzas) {
    if (stanza.kind === 'blocks') write(stanza.children, place, draft);
    else {
      const columns = Math.max(1, ...stanza.bayts.map(({ halves }) => halves.length));
      const rows = stanza.bayts.map(({ halves }) =>
        halves.map((half, index): WordCell => {
          const span = index === halves.length - 1 ? columns - index : 1;
          return { span, write: (cell) => writePhrase(half, cell, draft, { align: 'center' }) };
        }),
      );
      const widths = Array.from({ length: columns }, () => place.measure / columns);
      const plain = { widths, style: null, headers: 0, hasRowHeads: false };
      writeWordTable({ ...plain, rows: rows.filter((row) => row.length > 0) }, place, draft, after);
    }
  }
  if (poet !== null) writePhrase(poet, place, draft, { align: 'end' });
}

/** Words, for how wide they are. */
export function textOf(inlines: readonly ResolvedInline[]): string {
  return inlines
    .map((inline) => ('children' in inline ? textOf(inline.children) : 'text' in inline ? inline.text : ' '))
    .join('');
}
