import { DECORATION } from '../../base/element.ts';
import type { Direction } from '../../base/geometry.ts';
import { findDirection } from '../../resolve/find-direction.ts';
import type { Contents, ContentsEntry } from '../../resolve/nodes.ts';
import {
  makeBox,
  makeColumns,
  makeFormatting,
  makeStack,
  makeText,
  setPhrase,
  textStyleOf,
} from '../build-block.ts';
import {
  type BlockScope,
  type InlineFormatting,
  type StyleContext,
  type StyledBlock,
  themeBoxStyle,
  themeTextStyle,
} from '../context.ts';
import type { Inline, Isolate } from '../inline.ts';
import { numberHeading } from './headings.ts';

/** The headings, each with the folio of its page. */
export function styleContents(node: Contents, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { title, columns: count, origin } = node;
  const boxStyle = themeBoxStyle(context, 'contents');
  const above = title === null ? [] : [setPhrase(scope, title)];
  const entries = node.entries.map((entry) => makeEntry(entry, scope));
  const set = { count, gap: boxStyle.gap, leastWidth: boxStyle.columnWidth };
  const blocks =
    count === 1 ? groupChapters(entries, node.entries, boxStyle.gap) : [makeColumns(entries, set, origin)];
  return [makeBox(context, 'contents', [...above, ...blocks], origin)];
}

/** A longer list of sections than this may be parted by a page end. */
const MOST_TOGETHER = 12;

/** Each chapter with its sections, set off from the next and held together on its page. */
function groupChapters(
  entries: readonly StyledBlock[],
  headings: readonly ContentsEntry[],
  gap: number,
): readonly StyledBlock[] {
  // A part is held on the page of its first chapter.
  const begins = ({ rank }: ContentsEntry, index: number) =>
    index === 0 || (rank === 1 && headings[index - 1]?.isPart !== true);
  const starts = headings.flatMap((heading, index) => (begins(heading, index) ? [index] : []));
  if (starts.length === 0 || starts.length === entries.length) return entries;
  return starts.map((start, index) => {
    const group = entries.slice(start, starts[index + 1]);
    const stack = makeStack(group, group[0]!.origin, { before: index === 0 ? 0 : gap });
    return { ...stack, keepTogether: group.length <= MOST_TOGETHER };
  });
}

function makeEntry(entry: ContentsEntry, scope: BlockScope): StyledBlock {
  const { context } = scope;
  const { phrase, rank, link, linkTarget, number, origin } = entry;
  const formatting: InlineFormatting = { ...makeFormatting(scope, phrase.styleName, linkTarget), link };
  const title = setApart(context.inlines(phrase.content, formatting), entry.direction, context);
  const line = [...numberHeading(number, formatting, origin), ...title, ...makeTail(entry, formatting)];
  const text = makeText(scope, phrase.styleName, phrase.tagTarget, line, origin);
  const indent = (rank - 1) * 1.6 * themeTextStyle(context, 'body').size;
  return indent === 0
    ? text
    : { ...makeStack([text], origin), padding: { start: indent, end: 0, before: 0, after: 0 } };
}

/** A foreign title reads in its own direction, whatever stands before and after it. */
function setApart(
  title: readonly Inline[],
  written: Direction | null,
  { settings }: StyleContext,
): readonly Inline[] {
  const direction = written ?? findDirection(title, settings.dir);
  if (direction === settings.dir) return title;
  // One object for all: it is one isolate.
  const apart: Isolate = { direction };
  return title.map((inline) => ({ ...inline, isolates: [apart, ...inline.isolates] }));
}

/** Dots to the end edge, and the folio there. */
function makeTail({ id, origin }: ContentsEntry, formatting: InlineFormatting): readonly Inline[] {
  const { context } = formatting.scope;
  const plain = context.styles.vary(formatting.style, { weight: 400 });
  const color = context.theme.colors['line'] ?? formatting.style.color;
  const base = { link: formatting.link, isolates: formatting.isolates, origin };
  // the dots of all ranks have one size, and so one grid; they keep clear of the words and of the folio
  const dots = context.styles.vary(textStyleOf(context, 'toc-compact'), { color });
  const clear: Inline = {
    kind: 'text',
    text: FIXED_SPACE,
    style: plain,
    tagTarget: formatting.tagTarget,
    ...base,
  };
  return [
    clear,
    { kind: 'leader', pattern: ' .', style: dots, tagTarget: DECORATION, ...base },
    clear,
    {
      kind: 'field',
      field: { kind: 'page-of', target: id },
      style: plain,
      tagTarget: formatting.tagTarget,
      ...base,
      // its own, or a title that ends in a foreign word would draw it out of its column
      isolates: [...formatting.isolates, { direction: 'ltr' }],
    },
  ];
}

const FIXED_SPACE = '\u00A0';
