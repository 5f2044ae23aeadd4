import { isArtifact } from '../../base/element.ts';
import type { Paragraph, Pause, Placing } from '../../resolve/nodes.ts';
import { alignText } from '../../resolve/placed-text.ts';
import { directionIn, makeShape, makeText, makeVoice, type TextFacts } from '../build-block.ts';
import { drawPause } from '../drawings.ts';
import { type Flow, type StyledBlock, themeTextStyle } from '../flow.ts';
import type { InlineContent } from '../inline.ts';
import { measureInlines } from '../measure-inlines.ts';

export function styleParagraph(node: Paragraph, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const { styleName, tagTarget, content: words } = node.phrase;
  const { origin } = node;
  const content = run.inlines(words, makeVoice(flow, styleName, tagTarget));
  const follows = node.follows && (styleName === 'body' || styleName === 'quote');
  const indent = follows ? run.theme.text.indent : themeTextStyle(run, styleName).indent;
  const written = placeText(node.placing, content, flow);
  const facts = { indent: written.align === undefined ? indent : 0, ...written };
  const set = (more: TextFacts) => [
    makeText(flow, styleName, tagTarget, content, origin, { ...facts, ...more }),
  ];
  if (isArtifact(tagTarget)) return set({ direction: flow.direction });
  if (!TURNING.has(styleName)) return set(fitToMeasure(content, styleName, flow));
  return set({ direction: written.direction ?? directionIn(flow, content) });
}

/** A text where its author has said that it stands, and in the direction he has said. */
export function placeText(
  { align, direction: said }: Placing,
  content: InlineContent,
  flow: Flow,
): TextFacts {
  if (align === null && said === null) return {};
  const direction = said ?? directionIn(flow, content);
  return { ...(align !== null && { align: alignText(align, direction) }), direction };
}

/**
 * Where a wholly foreign paragraph goes over to its own side. Elsewhere it only reads in its direction: a
 * list item keeps the side of its marker, a note that of its number, a title that of its page.
 */
const TURNING: ReadonlySet<string> = new Set(['body', 'quote', 'sources', 'small']);

/** A title that nearly fills its line fills it, as its letters allow. */
function fitToMeasure(content: InlineContent, styleName: string, { run, measure }: Flow): TextFacts {
  const { fit } = themeTextStyle(run, styleName);
  if (fit === 0) return {};
  const width = measureInlines(content, run);
  return width < measure && width * (1 + fit) >= measure ? { align: 'fit', kashida: 'classic' } : {};
}

/** A pause in the text, drawn. */
export function stylePause({ origin }: Pause, { run }: Flow): readonly StyledBlock[] {
  const { height, paths } = drawPause(run.theme);
  return [{ ...makeShape(height, paths, origin), spaceBefore: height / 2, spaceAfter: height / 2 }];
}
