import { isArtifact, type StructElement, type TagTarget } from '../base/element.ts';
import { element, type XmlElement } from '../base/xml.ts';
import { findDirection } from '../resolve/find-direction.ts';
import type {
  Contents,
  ContentsEntry,
  Entry,
  FactList,
  Glossary,
  List,
  ListItem,
  Timeline,
} from '../resolve/nodes.ts';
import { drawEvent } from '../style/drawings.ts';
import { boxStyleIn } from '../theme/rows.ts';
import { type LineScope, setApart, textRun, within } from './collect-runs.ts';
import { drawShape } from './drawing.ts';
import { linkTo } from './links.ts';
import { openColumns } from './open-columns.ts';
import { type PartWriter, turn, type WritePlace } from './part-writer.ts';
import { numberRuns } from './write-headings.ts';
import { addClass } from './xml.ts';

const parentOf = (tagTarget: TagTarget): StructElement | null =>
  isArtifact(tagTarget) ? null : tagTarget.parent;

/** Markers are text, in the digits and letters of the print. */
export function writeList(
  { tagTarget, direction, styleName, items }: List,
  outside: WritePlace,
  writer: PartWriter,
): void {
  const at = turn(direction, outside, writer);
  const list = { ...at, node: writer.openElement(tagTarget, at.node) };
  for (const item of items) writeItem(item, styleName, list, writer);
}

function writeItem(item: ListItem, styleName: string, at: WritePlace, writer: PartWriter): void {
  const { marker, markerTarget, children } = item;
  const node = writer.open(parentOf(markerTarget), element('li'), at.node);
  const said = isArtifact(markerTarget) ? undefined : markerTarget.attributes.actualText;
  const sign = element('span', said === undefined ? {} : { role: 'img', 'aria-label': said });
  writer.open(markerTarget, sign, node);
  addClass(sign, 'marker');
  writer.anchor([], node);
  const text = marker.kind === 'task' ? checkOf(marker.done, writer) : marker.text;
  const inside = { ...at, node };
  const runs = [textRun(text, writer.scope(styleName, markerTarget))];
  writer.fill(sign, { styleName }, runs, inside, { align: 'start', indent: 0 });
  if (children.length === 0) return;
  node.children.push(' ');
  const body = writer.open(null, element('div'), node);
  writer.blocks(children, { ...at, node: body });
}

/** Ticks and rings as the print has them, where one of its faces does. */
const CHECKED = ['✓', '•'];
const UNCHECKED = ['◌', '–'];

function checkOf(done: boolean, { draft: { faces } }: PartWriter): string {
  const signs = done ? CHECKED : UNCHECKED;
  return signs.find((sign) => faces.some((face) => face.covers(sign.codePointAt(0)!))) ?? '•';
}

type EntryList = Timeline | FactList | Glossary;

/** A box with a title and a list of entries; `open` says in what the list stands, `write` what an entry is. */
function writeEntries(
  node: EntryList,
  at: WritePlace,
  writer: PartWriter,
  write: (entry: Entry, at: WritePlace, index: number) => void,
  open: (inside: WritePlace) => WritePlace = (inside) => inside,
): void {
  const inside = { ...writer.box(node.name, null, at), measure: at.measure };
  if (node.title !== null) writer.phrase(node.title, inside);
  const outer = open(inside);
  const list = { ...outer, node: writer.openElement(node.tagTarget, outer.node) };
  node.entries.forEach((entry, index) => {
    const item = writer.open(parentOf(entry.key.tagTarget), element('li'), list.node);
    write(entry, { ...list, node: item }, index);
  });
  writer.blocks(node.others, inside);
}

/** Years on a line that begins at the first dot and ends at the last. */
export function writeTimeline(node: Timeline, at: WritePlace, writer: PartWriter): void {
  writer.hasDrawings = true;
  const last = node.entries.length - 1;
  writeEntries(node, at, writer, ({ key, text }, item, index) => {
    const line = drawEvent({ begins: index === 0, ends: index === last }, writer.draft.theme);
    writer.phrase(key, item);
    item.node.children.push(drawShape(line, at.measure));
    writer.phrase(text, item);
  });
}

export function writeFacts(node: FactList, at: WritePlace, writer: PartWriter): void {
  writeEntries(node, at, writer, (entry, item) => writeTerm(entry, item, writer));
}

export function writeGlossary(node: Glossary, at: WritePlace, writer: PartWriter): void {
  const { columns: count, gap, columnWidth: leastWidth } = boxStyleIn(writer.draft.theme, node.name);
  if (node.name === 'definitions') {
    writeDefinitions(node, at, writer);
    return;
  }
  const open = (inside: WritePlace) => openColumns({ count, gap, leastWidth }, inside, writer);
  writeEntries(node, at, writer, (entry, item) => writeTerm(entry, item, writer), open);
}

/** A list of terms and what they mean (HTML, 4.4.9). */
function writeDefinitions(
  { name, title, tagTarget, entries, others }: Glossary,
  at: WritePlace,
  writer: PartWriter,
) {
  const inside = { ...writer.box(name, null, at), measure: at.measure };
  if (title !== null) writer.phrase(title, inside);
  const list = writer.open(tagTarget, element('dl'), inside.node);
  let group: XmlElement | null = null;
  for (const { key, text } of entries) {
    // a further meaning stands with the one before
    if (group === null || key.content.length > 0)
      group = writer.open(parentOf(key.tagTarget), element('div'), list);
    const parts = [[key, 'dt'] as const, [text, 'dd'] as const].filter(([{ content }]) => content.length > 0);
    for (const [phrase, name] of parts) {
      const node = writer.open(phrase.tagTarget, element(name), group);
      writer.fill(node, phrase, writer.runs(phrase), { ...inside, node: group });
    }
  }
  writer.blocks(others, inside);
}

function writeTerm({ key, text }: Entry, at: WritePlace, writer: PartWriter): void {
  if (key.content.length > 0) writer.phrase(key, at);
  writer.phrase(text, at);
}

/** Headings, each a link to where it stands; the page it is on in print is in the list of pages. */
export function writeContents(node: Contents, at: WritePlace, writer: PartWriter): void {
  const inside = writer.box('contents', null, at);
  if (node.of === 'headings') writer.draft.contentsHref ??= writer.hrefOf(inside.node);
  if (node.title !== null) writer.phrase(node.title, inside);
  const { gap, columnWidth: leastWidth } = boxStyleIn(writer.draft.theme, 'contents');
  const set = { count: node.columns, gap, leastWidth };
  const place = node.columns === 1 ? inside : openColumns(set, inside, writer);
  const nodes = new Map<StructElement | null, XmlElement>();
  for (const entry of node.entries) writeEntry(entry, nodes, place, writer);
}

/** In the list of its rank, which is in the item of the heading above it. */
function writeEntry(
  entry: ContentsEntry,
  nodes: Map<StructElement | null, XmlElement>,
  at: WritePlace,
  writer: PartWriter,
): void {
  const { phrase, link, linkTarget, number, origin } = entry;
  const item = parentOf(phrase.tagTarget);
  const list = item?.parent ?? null;
  const open = (of: StructElement | null, name: string, parent: XmlElement): XmlElement => {
    const known = nodes.get(of);
    const node = known ?? writer.open(of, element(name, name === 'ol' ? { class: 'toc' } : {}), parent);
    nodes.set(of, node);
    return node;
  };
  const outer = nodes.get(list?.parent ?? null) ?? at.node;
  const node = open(item, 'li', open(list, 'ol', outer));
  const scope: LineScope = { ...writer.scope(phrase.styleName, linkTarget), isAccented: false };
  const linked = within(scope, { isolate: null, make: () => linkTo(link, origin, scope) });
  const words = writer.runs(phrase, linked);
  const { dir } = writer.draft.settings;
  const direction = entry.direction ?? findDirection(words, dir);
  const title = direction === dir ? words : writer.runs(phrase, within(linked, setApart(direction)));
  const text = writer.open(phrase.tagTarget, element('p'), node);
  const runs = [...numberRuns(number, phrase.styleName, writer, linkTarget, linked), ...title];
  writer.fill(text, phrase, runs, { ...at, node }, { direction: at.direction });
}
