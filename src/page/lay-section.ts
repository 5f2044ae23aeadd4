import type { PageGeometry, Section } from '../style/styled.ts';
import type { ShapedContent } from '../text/shaped.ts';
import type { OpenAnchor } from './collect/anchors.ts';
import { collect } from './collect/collect.ts';
import { distribute, type PageSequence } from './distribute/distribute.ts';
import type { LayoutPass } from './layout.ts';

/** The pages of a section, before anybody knows which pages of the document they are. */
export interface LaidSection {
  readonly geometry: PageGeometry;
  readonly sequences: readonly PageSequence[];
  /** Anchors after which nothing stands: they belong to what comes next. */
  readonly anchors: readonly OpenAnchor[];
}

/**
 * Collects what a section holds, and distributes it. It needs no other section: of pages only what fields read.
 *
 * @param anchors those that the section before has left
 */
function laySection(
  section: Section<ShapedContent>,
  pass: LayoutPass,
  anchors: readonly OpenAnchor[] = [],
): LaidSection {
  const { geometry, frame, setting, regions } = pass.on(section.geometry);
  const { entries, anchors: left } = collect(section, frame, setting, anchors);
  return { geometry, sequences: distribute(entries, section, regions), anchors: left };
}

export function laySections(
  sections: readonly Section<ShapedContent>[],
  pass: LayoutPass,
): readonly LaidSection[] {
  let anchors: readonly OpenAnchor[] = [];
  return sections.map((section) => {
    const laid = laySection(section, pass, anchors);
    anchors = laid.anchors;
    return laid;
  });
}
