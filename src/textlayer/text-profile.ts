import type { TextPurpose } from '../project/text-purpose.ts';
import { arrangeLine } from './arrange.ts';
import { arrangeForLibraries } from './arrange-for-libraries.ts';
import type { CharRules } from './char-glyphs.ts';
import type { Segment } from './segment.ts';
import type { Arranged } from './shown.ts';

/** The choices of a text layer in which readers and libraries cannot both be served: CONFORMANCE.md, "The other end". */
export interface TextProfile extends CharRules {
  /**
   * What each segment of a line shows.
   *
   * @param isFollowed whether the next line stands beside this one
   */
  readonly arrange: (segments: readonly Segment[], isFollowed: boolean) => Arranged[];
}

export const TEXT_PROFILES: Readonly<Record<TextPurpose, TextProfile>> = {
  reading: { joiners: 'with the letter', guards: 'before commas', arrange: arrangeLine },
  index: { joiners: 'alone', guards: 'none', arrange: arrangeForLibraries },
};
