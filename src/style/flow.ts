import type { Nodes } from 'mdast';
import type { Sink } from '../base/diagnostic.ts';
import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { World } from '../base/world.ts';
import type { FontBook } from '../font/font-book.ts';
import type { Settings } from '../project/settings.ts';
import type { Block } from './blocks.ts';
import type { Role } from './element.ts';
import type { HeadingPlan } from './heading-plan.ts';
import type { ImageShelf } from './image-shelf.ts';
import type { Inline, InlineContent, Isolate, Link, TextStyle } from './inline.ts';
import type { NoteBook } from './note-book.ts';
import type { Structure } from './structure.ts';
import type { TextStyles } from './text-style.ts';
import type { BoxRole, TextRole, Theme } from './theme.ts';
import type { Words } from './words.ts';

/** A block of this stage. */
export type StyledBlock = Block<InlineContent>;

/** What the whole document shares. */
export interface Run {
  readonly settings: Settings;
  readonly theme: Theme;
  readonly fonts: FontBook;
  readonly world: World;
  readonly sink: Sink;
  readonly structure: Structure;
  readonly styles: TextStyles;
  readonly headings: HeadingPlan;
  readonly notes: NoteBook;
  readonly images: ImageShelf;
  readonly words: Words;
  /** The digits that markers, folios and notes count in. */
  readonly counter: 'decimal' | 'arabic-indic' | 'persian';
  /** The digits that numbers in the text are turned into; null = as written. */
  readonly textDigits: 'decimal' | 'arabic-indic' | 'persian' | null;
  /** The id of the family a theme names. */
  familyId(name: string): string;
  /** Blocks of sibling nodes. Here so that rules need not import the table that holds them. */
  blocks(nodes: readonly Nodes[], flow: Flow): StyledBlock[];
  inlines(nodes: readonly Nodes[], voice: Voice): Inline[];
}

/** Where blocks are being set. */
export interface Flow {
  readonly run: Run;
  /** What new elements are put in. */
  readonly parent: Role;
  /** Of paragraphs here. */
  readonly textRole: string;
  /** Width there is, points; a help for proportions, never a promise. */
  readonly measure: number;
  /** Depth of nesting of unordered and ordered lists. */
  readonly bullets: number;
  readonly numbers: number;
  readonly notes: NoteUse;
  /** Columns inside columns are none. */
  readonly inColumns: boolean;
  /** From where blocks here begin: of the document, or of what they stand in. */
  readonly direction: Direction;
  /** Whether the author has said so: then every text here has it, whatever its words. */
  readonly directed: boolean;
  /** BCP 47, where it is not the document's. */
  readonly lang: string | null;
}

/** What becomes of a reference to a note: the note is printed, only its number is, or nothing is. */
export type NoteUse = 'print' | 'number' | 'drop';

/** How text is being set inside a block. */
export interface Voice {
  readonly flow: Flow;
  readonly style: TextStyle;
  readonly role: Role;
  readonly link: Link | null;
  readonly isolates: readonly Isolate[];
  /** Code, links and foreign phrases keep their digits. */
  readonly literal: boolean;
  /** The end of the inline before where it is Latin: digits that continue it stay as written. */
  readonly before?: string | undefined;
}

/** Places nodes of templates that carry none at the start of the manuscript. */
const NOWHERE: Origin = { file: '-', line: 1, column: 1 };

export function originOf(node: Nodes): Origin {
  return node.data?.origin ?? NOWHERE;
}

export function textRoleOf(run: Run, name: string): TextRole {
  return run.theme.roles[name] ?? run.theme.roles['body']!;
}

export function boxRoleOf(run: Run, name: string): BoxRole {
  return run.theme.boxes[name] ?? run.theme.boxes['titleblock']!;
}
