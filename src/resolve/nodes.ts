import type { StructElement, TagTarget } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { SetFormula } from '../math/formula.ts';
import type { Alignment } from '../parse/manuscript.ts';
import type { Settings } from '../project/settings.ts';
import type { FloatPlace } from '../theme/style-values.ts';
import type { Bibliography } from './bibliography-nodes.ts';
import type { CodeBlock } from './code-nodes.ts';
import type { HeadingPlace } from './heading-place.ts';
import type { ImageSource } from './image-source.ts';
import type { Index } from './index-nodes.ts';
import type { Link, ResolvedNote } from './inline-nodes.ts';
import type { Bar, BlockBase, Phrase, Placing, Row, TableColumn } from './phrase-nodes.ts';
import type { Targets } from './targets.ts';

export type { Bar, Cell, Phrase, Placing, Row, TableColumn } from './phrase-nodes.ts';

/**
 * A document by its meaning: all that looks and places do not decide. Every node has the structure elements
 * (ISO 32000-1, 14.7) that say what it is. `styleName` names a row of the theme's `roles`.
 */
export interface Resolved {
  readonly settings: Settings;
  /** The id of the heading that gave the title and stands in the text no more: links may lead to it. */
  readonly titleId: string | null;
  readonly body: readonly ResolvedBlock[];
  readonly furniture: readonly Furniture[];
  /** The root of the structure tree. */
  readonly root: StructElement;
  /** Whether the numbers of notes begin again with each chapter. */
  readonly noteNumbering: 'document' | 'chapter' | 'page';
  /** For a letter that goes with the document: what its references lead to. */
  readonly targets: Targets;
  /** The digits that markers, folios and notes count in. */
  readonly counter: 'decimal' | 'arabic-indic' | 'persian';
}

/** A running head or foot, and the masters of the pages it is for. */
export interface Furniture {
  readonly kind: 'header' | 'footer';
  readonly masters: readonly string[];
  readonly sides: Sides;
}

/** The closed sum of what a document is made of. */
export type ResolvedBlock =
  | Paragraph
  | Heading
  | Label
  | Figure
  | MissingImage
  | Pause
  | Quote
  | List
  | CodeBlock
  | DisplayedFormula
  | Table
  | Chart
  | Timeline
  | FactList
  | Glossary
  | Columns
  | Verse
  | Contents
  | Bibliography
  | Index
  | Callout
  | Box
  | Sides
  | Cover
  | PageBreak
  | Scope
  | AnchorBlock
  | FloatBlock
  | Endnotes;

/** The notes of a chapter or of the whole text, in print; files without pages have each where it is called or where its file ends. */
export interface Endnotes extends BlockBase {
  readonly kind: 'endnotes';
  readonly title: Phrase;
  readonly groups: readonly {
    /** The title of the chapter that calls them, where each begins to count anew; else null. */
    readonly title: Phrase | null;
    readonly notes: readonly ResolvedNote[];
  }[];
}

export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph';
  readonly phrase: Phrase;
  readonly placing: Placing;
  /** Whether it comes after another paragraph. */
  readonly follows: boolean;
}

export interface Heading extends BlockBase {
  readonly kind: 'heading';
  readonly phrase: Phrase;
  readonly placing: Placing;
  /** null for what stands where no heading counts: in a running head. */
  readonly place: HeadingPlace | null;
}

/** The title of what follows it. */
interface Label extends BlockBase {
  readonly kind: 'label';
  readonly phrase: Phrase;
}

export interface Figure extends BlockBase {
  readonly kind: 'figure';
  /** Of the picture with its caption. */
  readonly figureTarget: TagTarget;
  readonly image: ImageSource;
  /** Of the picture. */
  readonly tagTarget: TagTarget;
  readonly caption: Phrase | null;
  /** Beside the picture, not below it; on pages alone. */
  readonly isCaptionBeside: boolean;
  readonly align: Alignment | null;
  /** As written: a length, or a share of the measure. */
  readonly width: string | null;
  readonly height: string | null;
  /** What it draws, for who reads no drawing; null of other pictures. */
  readonly data: FigureData | null;
}

/** Rows, the first of which names the columns, and what they are called. */
export interface FigureData {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What stands for an image that cannot be shown: what it shows, what it is called, its caption. */
export interface MissingImage extends BlockBase {
  readonly kind: 'missing-image';
  readonly tagTarget: TagTarget;
  readonly phrases: readonly Phrase[];
}

/** A break in the thought, `***`, or the ornament at the end of a chapter. */
export interface Pause extends BlockBase {
  readonly kind: 'pause';
  /** Whether it ends a text, from whose last line it is not parted. */
  readonly ends: boolean;
}

export interface Quote extends BlockBase {
  readonly kind: 'quote';
  /** Of its box. */
  readonly name: 'quote' | 'epigraph' | 'quran';
  readonly tagTarget: TagTarget;
  readonly direction: Direction;
  readonly children: readonly ResolvedBlock[];
  readonly attribution: Phrase | null;
}

export interface List extends BlockBase {
  readonly kind: 'list';
  readonly tagTarget: TagTarget;
  readonly direction: Direction;
  /** Of its items, and of the text it stands in. */
  readonly styleName: string;
  readonly standsIn: string;
  readonly items: readonly ListItem[];
  /** Whether its items are counted, and from where. */
  readonly ordered: boolean;
  readonly start: number;
  readonly nested: boolean;
  /** Whether its author sets the items apart. */
  readonly loose: boolean;
  /** Whether its items are paragraphs: about two lines and more. */
  readonly wordy: boolean;
  /** Whether its last two items are of about a line: the last is not left alone on a page. */
  readonly endsShort: boolean;
}

export interface ListItem extends BlockBase {
  /** The number or the sign; of a task, whether it is done. */
  readonly marker:
    | { readonly kind: 'label'; readonly text: string }
    | { readonly kind: 'task'; readonly done: boolean };
  /** What stands before the item in its list, also where a task has a box in its place. */
  readonly label: string;
  readonly markerTarget: TagTarget;
  readonly children: readonly ResolvedBlock[];
}

/** A formula of its own. */
export interface DisplayedFormula extends BlockBase {
  readonly kind: 'formula';
  readonly set: SetFormula;
  readonly tex: string;
  /** Of the text it stands in. */
  readonly styleName: string;
  /** Its alternative says it in words. */
  readonly tagTarget: TagTarget;
  /** (٣), at the end side of its lines; null where it has none. */
  readonly number: Phrase | null;
}

export interface Table extends BlockBase {
  readonly kind: 'table';
  readonly tagTarget: TagTarget;
  readonly caption: Phrase | null;
  readonly columns: readonly TableColumn[];
  readonly header: readonly Row[];
  readonly rows: readonly Row[];
  /** On pages turned a quarter. */
  readonly turned: boolean;
  /** Where the table itself is written, below its caption. */
  readonly rowsOrigin: Origin;
  /** What else stands in the directive. */
  readonly others: readonly ResolvedBlock[];
}

/** Bars, each with its name and its value. */
export interface Chart extends BlockBase {
  readonly kind: 'chart';
  readonly tagTarget: TagTarget;
  readonly caption: Phrase | null;
  /** What is counted, said once; '' where that is not said. */
  readonly unit: string;
  readonly bars: readonly Bar[];
  readonly others: readonly ResolvedBlock[];
}

interface EntryList extends BlockBase {
  /** Of its box. */
  readonly name: 'facts' | 'timeline' | 'glossary' | 'definitions';
  readonly tagTarget: TagTarget;
  readonly title: Phrase | null;
  readonly entries: readonly Entry[];
  /** What else stands in the directive. */
  readonly others: readonly ResolvedBlock[];
  /** Whether its line runs down, one entry below another; of a timeline. */
  readonly isVertical: boolean;
}

export interface Entry extends BlockBase {
  /** Of no words where the entry has none. */
  readonly key: Phrase;
  readonly text: Phrase;
}

/** Events with their years. */
export interface Timeline extends EntryList {
  readonly kind: 'timeline';
}

/** Figures with what they count. */
export interface FactList extends EntryList {
  readonly kind: 'facts';
}

/** Terms with what they mean. */
export interface Glossary extends EntryList {
  readonly kind: 'glossary';
}

export interface Columns extends BlockBase {
  readonly kind: 'columns';
  readonly tagTarget: TagTarget;
  readonly title: Phrase | null;
  readonly count: number;
  readonly children: readonly ResolvedBlock[];
}

export interface Verse extends BlockBase {
  readonly kind: 'verse';
  readonly tagTarget: TagTarget;
  readonly caption: Phrase | null;
  readonly stanzas: readonly Stanza[];
  readonly poet: Phrase | null;
}

/** Lines of verse, or what stands between them. */
export type Stanza =
  | { readonly kind: 'bayts'; readonly bayts: readonly Bayt[] }
  | { readonly kind: 'blocks'; readonly children: readonly ResolvedBlock[] };

/** A line of verse: two hemistichs, or one where nothing parts it. */
export interface Bayt extends BlockBase {
  readonly halves: readonly Phrase[];
}

export interface Contents extends BlockBase {
  readonly kind: 'contents';
  /** What it lists. */
  readonly of: 'headings' | 'figures' | 'tables' | 'equations' | 'listings' | 'poems';
  readonly tagTarget: TagTarget;
  readonly title: Phrase | null;
  readonly columns: number;
  readonly entries: readonly ContentsEntry[];
}

export interface ContentsEntry extends BlockBase {
  readonly rank: number;
  /** Whether it is a part of a book, above its chapters. */
  readonly isPart: boolean;
  /** Of the heading, or of what is listed. */
  readonly id: string;
  readonly number: string | null;
  readonly phrase: Phrase;
  readonly link: Link;
  readonly linkTarget: TagTarget;
  /** What the author has said of the direction of the heading. */
  readonly direction: Direction | null;
}

/** `:::note` and its kin, under a title or the word for it. */
export interface Callout extends BlockBase {
  readonly kind: 'callout';
  readonly tagTarget: TagTarget;
  readonly name: string;
  readonly title: Phrase;
  readonly children: readonly ResolvedBlock[];
}

/** Any other container that has a row in the theme's `boxes`. */
export interface Box extends BlockBase {
  readonly kind: 'box';
  readonly tagTarget: TagTarget;
  readonly name: string;
  readonly title: Phrase | null;
  readonly children: readonly ResolvedBlock[];
}

/** Texts on one line, at its two ends. */
export interface Sides extends BlockBase {
  readonly kind: 'sides';
  readonly sides: readonly ParallelSide[];
  readonly others: readonly ResolvedBlock[];
}

export interface ParallelSide {
  /** `inner` lies at the spine in a running head, else at the start. */
  readonly name: 'inner' | 'outer';
  /** On which pages it stands; null = on all. */
  readonly pages: string | null;
  readonly children: readonly ResolvedBlock[];
}

export interface Cover extends BlockBase {
  readonly kind: 'cover';
  readonly tagTarget: TagTarget;
  readonly children: readonly ResolvedBlock[];
}

/** The end of a page, or white space that must survive. */
export interface PageBreak extends BlockBase {
  readonly kind: 'page-break';
  readonly to: 'page' | 'opening' | 'fill' | 'space';
  /** As written; '' = none. */
  readonly height: string;
  /** The master of the pages from here on; null = unchanged. */
  readonly master: string | null;
  /** Whether what stands up to the next page means something on paper alone, as a half title does. */
  readonly printOnly: boolean;
  /** What stands from here on, where the book names it: a dedication, an index; null = nothing is said. */
  readonly role: string | null;
}

/** Blocks of whose direction or language the author has spoken. */
export interface Scope extends BlockBase {
  readonly kind: 'scope';
  /** null where only a direction is said. */
  readonly tagTarget: TagTarget | null;
  readonly direction: Direction;
  readonly lang: string | null;
  readonly children: readonly ResolvedBlock[];
}

/** What of an author's may stand away from its place, or beside the text; a matter of pages alone. */
export interface FloatBlock extends BlockBase {
  readonly kind: 'float';
  readonly float: FloatPlace;
  /** Beside the text that follows; null = above it. */
  readonly beside: { readonly side: 'start' | 'end'; readonly width: string | null } | null;
  readonly children: readonly ResolvedBlock[];
}

/** Links to these ids lead to where these blocks begin. */
export interface AnchorBlock extends BlockBase {
  readonly kind: 'anchor';
  readonly ids: readonly string[];
  readonly children: readonly ResolvedBlock[];
}
