import type { Sink } from '../base/diagnostic.ts';
import type { TagTarget } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import type { FontBook } from '../font/font-book.ts';
import type { Settings } from '../project/settings.ts';
import type { Link, ResolvedInline } from '../resolve/inline-nodes.ts';
import type { ResolvedBlock } from '../resolve/nodes.ts';
import { boxStyleIn, textStyleIn } from '../theme/rows.ts';
import type { Theme, ThemeBoxStyle, ThemeTextStyle } from '../theme/theme.ts';
import type { Block } from './blocks.ts';
import type { Inline, InlineContent, Isolate, TextStyle } from './inline.ts';
import type { TextStyles } from './text-style.ts';

/** A block of this stage. */
export type StyledBlock = Block<InlineContent>;

/** What the whole document shares. */
export interface StyleContext {
  readonly settings: Settings;
  readonly theme: Theme;
  readonly fonts: FontBook;
  readonly sink: Sink;
  readonly styles: TextStyles;
  /** The digits that folios count in. */
  readonly counter: 'decimal' | 'arabic-indic' | 'persian';
  /** The id of the family a theme names. */
  familyId(name: string): string;
  /** Blocks of sibling nodes. Here so that rules need not import the table that holds them. */
  blocks(nodes: readonly ResolvedBlock[], scope: BlockScope): StyledBlock[];
  inlines(nodes: readonly ResolvedInline[], formatting: InlineFormatting): Inline[];
}

/** Where blocks are being set. */
export interface BlockScope {
  readonly context: StyleContext;
  /** From where blocks here begin: of the document, or of what they stand in. */
  readonly direction: Direction;
  /** Whether the author has said so: then every text here has it, whatever its words. */
  readonly directed: boolean;
  /** BCP 47, where it is not the document's. */
  readonly lang: string | null;
}

/** How text is being set inside a block. */
export interface InlineFormatting {
  readonly scope: BlockScope;
  readonly style: TextStyle;
  readonly tagTarget: TagTarget;
  readonly link: Link | null;
  readonly isolates: readonly Isolate[];
}

export function themeTextStyle(context: StyleContext, name: string): ThemeTextStyle {
  return textStyleIn(context.theme, name);
}

export function themeBoxStyle(context: StyleContext, name: string): ThemeBoxStyle {
  return boxStyleIn(context.theme, name);
}
