import type { Origin } from '../base/origin.ts';
import type { MatterChoice } from './matter.ts';
import type { ChapterEntry } from './source.ts';

/** One chapter as a book lists it, before its file is read. */
export interface ListedChapter {
  /** Relative to the project, `/` separators. */
  readonly path: string;
  /** Where it is asked for; null = on the command line, or found in a folder. */
  readonly origin: Origin | null;
  /** What the list calls it; null where it has only a path. */
  readonly title: string | null;
  /** 0 for a chapter, 1 for what stands under one, and so on. */
  readonly level: number;
  /** A heading of the list itself, over the chapters that follow: it has no file. */
  readonly isPart: boolean;
  /** False for what stands beside the chapters. */
  readonly isNumbered: boolean;
  /** Of a part of a book.yaml, or a chapter in one. */
  readonly part?: ChapterEntry['part'];
  /** Of front and back matter. */
  readonly matter?: ListedMatter;
  /** Markdown of the list itself, which has no file. */
  readonly text?: string;
}

/** Front or back matter that has a text. */
interface ListedMatter extends Pick<MatterChoice, 'role' | 'origin'> {
  readonly place: 'front' | 'back';
  /** Counted from 0 in the order of the book; what `{{{matter slot}}}` takes. */
  readonly slot: number;
}
