import type { Nodes } from 'mdast';
import type { Sink } from '../base/diagnostic.ts';
import type { TagTarget } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import type { Settings } from '../project/settings.ts';
import type { Theme } from '../theme/theme.ts';
import type { Fetched } from './fetch.ts';
import type { HeadingPlan } from './heading-plan.ts';
import type { IndexPlan } from './index-terms.ts';
import type { Link, ResolvedInline } from './inline-nodes.ts';
import type { ResolvedBlock } from './nodes.ts';
import type { NoteNumbering } from './note-numbering.ts';
import type { Structure } from './structure.ts';
import type { Targets } from './targets.ts';
import type { LanguageWords } from './words.ts';

export type Counter = 'decimal' | 'arabic-indic' | 'persian';

/** What the whole document shares. */
export interface ResolveContext extends Fetched {
  readonly settings: Settings;
  readonly theme: Theme;
  readonly sink: Sink;
  readonly structure: Structure;
  readonly headings: HeadingPlan;
  readonly targets: Targets;
  readonly index: IndexPlan;
  readonly notes: NoteNumbering;
  readonly words: LanguageWords;
  /** The digits that markers, folios and notes count in. */
  readonly counter: Counter;
  /** The digits that numbers in the text are turned into; null = as written. */
  readonly textDigits: Counter | null;
  /** Blocks of sibling nodes. Here so that rules need not import the table that holds them. */
  blocks(nodes: readonly Nodes[], around: Around): ResolvedBlock[];
  inlines(nodes: readonly Nodes[], within: InlineContext): ResolvedInline[];
}

/** What blocks stand in. */
export interface Around {
  readonly context: ResolveContext;
  /** What new elements are put in. */
  readonly parent: TagTarget;
  /** Of paragraphs here: a row of the theme's `roles`. */
  readonly styleName: string;
  /** Depth of nesting of unordered and ordered lists. */
  readonly bullets: number;
  readonly numbers: number;
  readonly notes: NoteUse;
  /** Columns inside columns are none. */
  readonly inColumns: boolean;
  /** From where blocks here begin: of the document, or of what they stand in. */
  readonly direction: Direction;
  /** Whether the author has said so. */
  readonly directed: boolean;
  /** BCP 47, where it is not the document's. */
  readonly lang: string | null;
}

/** What becomes of a reference to a note: the note is printed, only its number is, or nothing is. */
type NoteUse = 'print' | 'number' | 'drop';

/** What the words of a line stand in. */
export interface InlineContext {
  readonly around: Around;
  readonly tagTarget: TagTarget;
  readonly link: Link | null;
  /** Code, links and foreign phrases keep their digits. */
  readonly literal: boolean;
  /** The end of the inline before where it is Latin: digits that continue it stay as written. */
  readonly before?: string | undefined;
  /** Whether a reference repeats these words. */
  readonly inTitle?: boolean;
}

export function inlineContextOf(around: Around, tagTarget: TagTarget): InlineContext {
  return { around, tagTarget, link: null, literal: false };
}
