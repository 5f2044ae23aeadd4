import { element, type XmlElement } from '../base/xml.ts';
import type { ResolvedNote } from '../resolve/inline-nodes.ts';
import type { ChapterFile, Part } from './chapter.ts';
import { setApart, textRun, within } from './collect-runs.ts';
import type { Draft } from './draft.ts';
import { linkBack } from './links.ts';
import { PartWriter, type WritePlace } from './part-writer.ts';
import { writeBlocks } from './write-blocks.ts';
import { addClass } from './xml.ts';

/**
 * Writes one file, a handler for each kind of node.
 *
 * @param isLast whether breaks of all pages that are left stand at its end
 */
export function writePart({ path, kind, role, blocks }: Part, draft: Draft, isLast: boolean): ChapterFile {
  const section = element('section');
  const { page } = draft.theme;
  const at: WritePlace = {
    node: section,
    direction: draft.settings.dir,
    directed: false,
    measure: page.size.width - page.margin.inner - page.margin.outer,
  };
  const writer = new PartWriter(draft, path, writeBlocks);
  writer.blocks(blocks, at);
  if (isLast) section.children.push(...writer.pageBreaks.breakUpTo(Number.POSITIVE_INFINITY));
  writer.pageBreaks.isOver = true;
  for (const note of draft.takeNotes()) writeNote(note, at, writer);
  const content = section.children.filter((node) => typeof node !== 'string');
  const { title, hasDrawings } = writer;
  const hasFormulas = content.some(holdsFormula);
  return { path, kind: kind === 'cover' ? 'front' : kind, role, title, content, hasDrawings, hasFormulas };
}

function holdsFormula({ name, children }: XmlElement): boolean {
  return name === 'math' || children.some((child) => typeof child !== 'string' && holdsFormula(child));
}

/** Notes stand at the end of their file; a reader shows them where they are called. */
function writeNote(
  { id, label, labelTarget, backTarget, back, children }: ResolvedNote,
  at: WritePlace,
  writer: PartWriter,
): void {
  const node = element('aside', { 'epub:type': 'footnote', role: 'doc-footnote' });
  at.node.children.push(node);
  const inside = { ...at, node };
  const sign = element('span');
  node.children.push(sign);
  addClass(sign, 'marker');
  writer.anchor([id], node);
  const styleName = 'note-number';
  const scope = writer.scope(styleName, labelTarget);
  const own = { isolate: null, make: () => linkBack(back, writer) };
  const linked = { ...within(scope, own, setApart('ltr')), tagTarget: backTarget };
  writer.fill(sign, { styleName }, [textRun(label, linked)], inside);
  const body = element('div');
  node.children.push(' ', body);
  writer.blocks(children, { ...at, node: body });
}
