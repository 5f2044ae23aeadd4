import type { Nodes, Paragraph, ThematicBreak } from 'mdast';
import { directionIn, makeShape, makeText, makeVoice, point, type TextFacts } from '../build-block.ts';
import { isArtifact } from '../element.ts';
import { type Flow, originOf, type StyledBlock, textRoleOf } from '../flow.ts';
import type { InlineContent } from '../inline.ts';
import { measureInlines } from '../measure-inlines.ts';
import { drawStar } from '../ornament.ts';
import { alignText } from '../placed-text.ts';
import { soleImage, styleFigure } from './figure.ts';

/** @param previous the node before it among its siblings, on which the indent depends */
export function styleParagraph(node: Paragraph, flow: Flow, previous: Nodes | null): readonly StyledBlock[] {
  const { run } = flow;
  const image = soleImage(node);
  if (image !== null) return styleFigure(image, flow, node.data?.align);
  const origin = originOf(node);
  const look = textRoleOf(run, flow.textRole);
  const element = run.structure.add(look.tag, flow.parent, origin);
  const content = run.inlines(node.children, makeVoice(flow, flow.textRole, element));
  if (isEmpty(content)) return [];
  const follows = previous?.type === 'paragraph' && (flow.textRole === 'body' || flow.textRole === 'quote');
  const indent = follows ? run.theme.text.indent : look.indent;
  const written = placeText(node, content, flow);
  const facts = { indent: written.align === undefined ? indent : 0, ...written };
  if (isArtifact(element))
    return [makeText(flow, flow.textRole, element, content, origin, { ...facts, direction: flow.direction })];
  if (!TURNING.has(flow.textRole)) {
    const fitted = { ...facts, ...fitToMeasure(content, flow) };
    return [makeText(flow, flow.textRole, element, content, origin, fitted)];
  }
  const direction = written.direction ?? directionIn(flow, content);
  return [makeText(flow, flow.textRole, element, content, origin, { ...facts, direction })];
}

/** What the author has written of the side and the direction of a text. */
export function placeText({ data }: Nodes, content: InlineContent, flow: Flow): TextFacts {
  if (data?.align === undefined && data?.dir === undefined) return {};
  const direction = data.dir ?? directionIn(flow, content);
  const align = data.align === undefined ? {} : { align: alignText(data.align, direction) };
  return { ...align, direction };
}

/**
 * Where a wholly foreign paragraph goes over to its own side. Elsewhere it only reads in its direction: a
 * list item keeps the side of its marker, a note that of its number, a title that of its page.
 */
const TURNING: ReadonlySet<string> = new Set(['body', 'quote', 'sources', 'small']);

/** A title that nearly fills its line fills it, as its letters allow. */
function fitToMeasure(content: InlineContent, { run, textRole, measure }: Flow): TextFacts {
  const { fit } = textRoleOf(run, textRole);
  if (fit === 0) return {};
  const width = measureInlines(content, run);
  return width < measure && width * (1 + fit) >= measure ? { align: 'fit', kashida: 'classic' } : {};
}

function isEmpty(content: InlineContent): boolean {
  return content.every((inline) => inline.kind === 'text' && inline.text.trim() === '');
}

/** A pause in the text: a star between two lozenges, drawn, for none of the bundled faces has an ornament. */
export function styleThematicBreak(node: ThematicBreak, { run }: Flow): readonly StyledBlock[] {
  const height = run.theme.text.leading;
  const { colors } = run.theme;
  const color = colors['sand'] ?? colors['ink'] ?? '#000000';
  const y = height / 2;
  const lozenges = [-18, 18].map((plus) => ({
    points: [
      point(0.5, plus - 2.2, y),
      point(0.5, plus, y - 2.2),
      point(0.5, plus + 2.2, y),
      point(0.5, plus, y + 2.2),
    ],
    closed: true,
    fill: color,
    stroke: null,
  }));
  const star = drawStar(y, 6.5, { width: 0.7, color });
  return [
    {
      ...makeShape(height, [...star, ...lozenges], originOf(node)),
      spaceBefore: height / 2,
      spaceAfter: height / 2,
    },
  ];
}
