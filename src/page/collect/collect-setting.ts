import type { Direction, Size } from '../../base/geometry.ts';
import type { Block, TableBlock, TextBlock } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import type { Frame } from '../frame.ts';
import type { Collector } from './collector.ts';
import type { IntrinsicWidth } from './tracks.ts';
import type { ReadField, Typesetter } from './typesetter.ts';

/** What every block of one pass is laid with. */
export interface CollectSetting {
  readonly direction: Direction;
  /** Of the page. */
  readonly size: Size;
  readonly grid: number;
  readonly typesetter: Typesetter;
  readonly read: ReadField;
  /** Lays what stands inside a block: the makers of items know none of each other. */
  readonly collectBlocks: CollectBlocks;
  /** Ids of the notes that an item already carries: a note stands once, by its first reference. */
  readonly seenNotes: Set<string>;
  /** The frames of upright and of turned pages, as far as page ends mean something here; null in cells and notes. */
  readonly turning: { readonly upright: Frame; readonly turned: Frame } | null;
  /** How wide texts are that others are measured by, as far as it has been asked in this pass: see `textWidth`. */
  readonly textWidths: Map<readonly TextBlock<ShapedContent>[], IntrinsicWidth>;
  /** Whether the blocks stand in columns already. */
  readonly inColumns: boolean;
  /** Whether only heights are asked for. */
  readonly trial: boolean;
  /** Reports a placed stack whose text is higher than its place. */
  readonly reportPlaced: (block: Block<ShapedContent>, height: number, room: number) => void;
  /** Reports a table whose type had to become as small as `size`, points. */
  readonly reportSmall: (block: TableBlock<ShapedContent>, size: number) => void;
  /** Reports what asked for a turned page and stands inside something that cannot be turned with it. */
  readonly reportUpright: (block: Block<ShapedContent>) => void;
  /** Reports what asked for a place of its own and stands in the text. */
  readonly reportFloat: (
    rule: 'float-nested' | 'float-too-tall' | 'beside-no-room',
    block: Block<ShapedContent>,
  ) => void;
}

/** @param firstIndent extra start indent of the first line, where a marker is wider than its place */
type CollectBlocks = (
  blocks: readonly Block<ShapedContent>[],
  frame: Frame,
  setting: CollectSetting,
  collector: Collector,
  firstIndent?: number,
) => void;
