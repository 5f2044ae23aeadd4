import { unreachable } from '../base/unreachable.ts';
import type { Block, Note, RowCell, TableRow, TextBlock } from './blocks.ts';
import type { PageMaster, Spread, Styled } from './styled.ts';

/** What a stage does to the content of one text block. */
type MapText<C, D> = (content: C, block: TextBlock<C>) => D;

/** The same document with the content of every text block, notes apart, replaced: one step along the road. */
export function mapStyled<C, D>(document: Styled<C>, mapText: MapText<C, D>): Styled<D> {
  const spread = ({ odd, even }: Spread<C>): Spread<D> => ({
    odd: mapBlocks(odd, mapText),
    even: mapBlocks(even, mapText),
  });
  const master = (of: PageMaster<C>): PageMaster<D> => ({
    ...of,
    header: spread(of.header),
    footer: spread(of.footer),
  });
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: mapBlocks(section.blocks, mapText),
    })),
    masters: Object.fromEntries(Object.entries(document.masters).map(([name, of]) => [name, master(of)])),
  };
}

export function mapNote<C, D>(note: Note<C>, mapText: MapText<C, D>): Note<D> {
  return { ...note, children: mapBlocks(note.children, mapText) };
}

function mapBlocks<C, D>(blocks: readonly Block<C>[], mapText: MapText<C, D>): readonly Block<D>[] {
  return blocks.map((block) => mapBlock(block, mapText));
}

function mapBlock<C, D>(block: Block<C>, mapText: MapText<C, D>): Block<D> {
  switch (block.kind) {
    case 'text':
      return mapTextBlock(block, mapText);
    case 'stack':
    case 'columns':
      return { ...block, children: mapBlocks(block.children, mapText) };
    case 'choice': {
      const once = mapOnce(mapText);
      return {
        ...block,
        options: block.options.map((option) => ({ ...option, block: mapBlock(option.block, once) })),
      };
    }
    case 'item':
      return {
        ...block,
        marker: mapTextBlock(block.marker, mapText),
        children: mapBlocks(block.children, mapText),
      };
    case 'row': {
      const cell = (of: RowCell<C>): RowCell<D> => ({ ...of, children: mapBlocks(of.children, mapText) });
      return { ...block, cells: block.cells.map(cell) };
    }
    case 'table': {
      const cells = (row: TableRow<C>): TableRow<D> => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, children: mapBlocks(cell.children, mapText) })),
      });
      return { ...block, header: block.header.map(cells), rows: block.rows.map(cells) };
    }
    case 'image':
    case 'shape':
    case 'break':
      return block;
    default:
      return unreachable(block, 'the kinds of blocks');
  }
}

/** What several options show is made once. */
function mapOnce<C, D>(mapText: MapText<C, D>): MapText<C, D> {
  const known = new Map<C, { readonly mapped: D }>();
  return (content, block) => {
    const { mapped } = known.get(content) ?? { mapped: mapText(content, block) };
    known.set(content, { mapped });
    return mapped;
  };
}

function mapTextBlock<C, D>(block: TextBlock<C>, mapText: MapText<C, D>): TextBlock<D> {
  return { ...block, content: mapText(block.content, block) };
}
