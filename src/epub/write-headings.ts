import { element } from '../base/xml.ts';
import type { Heading } from '../resolve/nodes.ts';
import { type LineRun, setApart, textRun, within } from './collect-runs.ts';
import type { PartWriter, WritePlace } from './part-writer.ts';
import { placeText } from './place-text.ts';

/** A heading, with its number before it, or over it where a chapter's stands there. */
export function writeHeading({ phrase, placing, place }: Heading, at: WritePlace, writer: PartWriter): void {
  const { styleName, tagTarget } = phrase;
  const words = writer.runs(phrase);
  const facts = placeText(placing, words, at, writer);
  const node = writer.openElement(tagTarget, at.node);
  if (place === null) {
    writer.fill(node, phrase, words, at, facts);
    return;
  }
  const ordinal = place.ordinal === null ? null : { styleName: 'chapter-number', text: place.ordinal };
  const target = ordinal === null ? node : element('span', { class: 'line' });
  if (ordinal !== null) {
    const over = element('span');
    const number = [textRun(ordinal.text, writer.scope(ordinal.styleName, tagTarget))];
    node.children.push(writer.fill(over, ordinal, number, at), ' ', target);
    over.attributes['class'] += ' line';
  }
  const number = ordinal === null ? numberRuns(place.number, styleName, writer, tagTarget) : [];
  writer.fill(target, phrase, [...number, ...words], at, { ...facts, anchors: [place.id] });
  if (!place.listed) return;
  writer.title ??= place.title;
  writer.draft.contents.push({ level: place.depth, title: place.title, href: writer.hrefOf(target) });
}

/** ٢.١ reads from the left in any surroundings (alreq, "Arabic number in other uses"). */
export function numberRuns(
  number: string | null,
  styleName: string,
  writer: PartWriter,
  tagTarget: Heading['phrase']['tagTarget'],
  scope = writer.scope(styleName, tagTarget),
): readonly LineRun[] {
  if (number === null) return [];
  return [textRun(number, within(scope, setApart('ltr'))), textRun(EN_SPACE, scope)];
}

const EN_SPACE = '\u2002';
