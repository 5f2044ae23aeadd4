import { reach } from '../base/reached.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Block, ChoiceOption, Note, RowCell, TableRow, TextBlock, TextWidth } from './blocks.ts';
import type { PageMaster, Spread, Styled } from './styled.ts';

/** What a stage does to the content of one text block. */
type MapText<C, D> = (content: C, block: TextBlock<C>) => D;

/** The same document with the content of every text block, notes apart, replaced: one step along the road. */
export function mapStyled<C, D>(document: Styled<C>, mapText: MapText<C, D>): Styled<D> {
  const mapper = new ContentMapper(mapText);
  const spread = ({ odd, even }: Spread<C>): Spread<D> => ({
    odd: mapper.blocks(odd),
    even: mapper.blocks(even),
  });
  const master = (of: PageMaster<C>): PageMaster<D> => ({
    ...of,
    header: spread(of.header),
    footer: spread(of.footer),
  });
  return {
    ...document,
    sections: document.sections.map((section) => ({ ...section, blocks: mapper.blocks(section.blocks) })),
    masters: Object.fromEntries(Object.entries(document.masters).map(([name, of]) => [name, master(of)])),
  };
}

export function mapNote<C, D>(note: Note<C>, mapText: MapText<C, D>): Note<D> {
  return { ...note, children: new ContentMapper(mapText).blocks(note.children) };
}

/** Text that stands in several places, or by which something else is measured, is made once. */
class ContentMapper<C, D> {
  readonly #mapText: MapText<C, D>;
  readonly #known = new Map<C, TextBlock<D>>();
  readonly #groups = new Map<readonly TextBlock<C>[], readonly TextBlock<D>[]>();

  constructor(mapText: MapText<C, D>) {
    this.#mapText = mapText;
  }

  blocks(blocks: readonly Block<C>[]): readonly Block<D>[] {
    return blocks.map((block) => this.#block(block));
  }

  #block(block: Block<C>): Block<D> {
    switch (block.kind) {
      case 'text':
        return this.#text(block);
      case 'stack':
      case 'columns':
        return { ...block, children: this.blocks(block.children) };
      case 'choice':
        return { ...block, options: block.options.map((option) => this.#option(option)) };
      case 'item':
        return { ...block, marker: this.#text(block.marker), children: this.blocks(block.children) };
      case 'row':
        return { ...block, cells: block.cells.map((cell) => this.#cell(cell)) };
      case 'table':
        return {
          ...block,
          header: block.header.map((row) => this.#tableRow(row)),
          rows: block.rows.map((row) => this.#tableRow(row)),
        };
      case 'image':
      case 'shape':
      case 'break':
        return block;
      default:
        return unreachable(block, 'the kinds of blocks');
    }
  }

  #text(block: TextBlock<C>): TextBlock<D> {
    const known = this.#known.get(block.content);
    reach(block.origin);
    if (known !== undefined && isSetAlike(known, block)) return withContent(block, known.content);
    const mapped = withContent(block, this.#mapText(block.content, block));
    this.#known.set(block.content, mapped);
    return mapped;
  }

  #option({ needs, block }: ChoiceOption<C>): ChoiceOption<D> {
    return {
      needs: needs?.kind === 'width' ? { ...needs, width: this.#width(needs.width) } : needs,
      block: this.#block(block),
    };
  }

  #width(width: TextWidth<C>): TextWidth<D> {
    const texts = this.#groups.get(width.texts) ?? width.texts.map((text) => this.#text(text));
    this.#groups.set(width.texts, texts);
    return { ...width, texts };
  }

  #cell(cell: RowCell<C>): RowCell<D> {
    const { width } = cell;
    return {
      ...cell,
      width: width.kind === 'text' ? { ...width, width: this.#width(width.width) } : width,
      children: this.blocks(cell.children),
    };
  }

  #tableRow(row: TableRow<C>): TableRow<D> {
    return { ...row, cells: row.cells.map((cell) => ({ ...cell, children: this.blocks(cell.children) })) };
  }
}

/**
 * A literal rather than a spread: of blocks of several shapes V8 gives every copy a shape of its own, which is slow to
 * make and to read for each paragraph of a book.
 */
function withContent<D>(block: TextBlock<unknown>, content: D): TextBlock<D> {
  return {
    kind: 'text',
    styleName: block.styleName,
    tagTarget: block.tagTarget,
    spaceBefore: block.spaceBefore,
    spaceAfter: block.spaceAfter,
    keepWithNext: block.keepWithNext,
    anchors: block.anchors,
    origin: block.origin,
    content,
    outline: block.outline,
    running: block.running,
    paragraph: block.paragraph,
  };
}

/** Whether a content means the same in both paragraphs to whoever itemises and shapes it. */
function isSetAlike(
  { paragraph: one }: TextBlock<unknown>,
  { paragraph: other }: TextBlock<unknown>,
): boolean {
  return one.direction === other.direction && one.preformatted === other.preformatted;
}
