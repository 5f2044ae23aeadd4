import type { Sink } from '../../base/diagnostic.ts';
import { directionOfText } from '../../base/text-direction.ts';
import { unreachable } from '../../base/unreachable.ts';
import type { ParagraphStyle, TextBlock } from '../../style/blocks.ts';
import type { FieldInline, Inline, InlineContent } from '../../style/inline.ts';
import type { Line } from '../../text/line.ts';
import { isSameMeasure, type Measure } from '../../text/measure.ts';
import { TextScaler } from '../../text/scale-text.ts';
import type { Shaped, ShapedContent } from '../../text/shaped.ts';

/** Itemises and shapes a paragraph whose words are known only now. */
export type SetText = (inlines: InlineContent, paragraph: ParagraphStyle) => Shaped;

export type BreakLines = (
  content: Shaped,
  paragraph: ParagraphStyle,
  measure: Measure,
  sink: Sink,
) => readonly Line[];

/** The text of a field that stands in `block`. */
export type ReadField = (field: FieldInline, block: TextBlock<ShapedContent>) => string;

interface Broken extends Measure {
  readonly paragraph: ParagraphStyle;
  readonly lines: readonly Line[];
}

/**
 * Shaping and breaking, each done once for the same words and the same measure: a document that needs
 * three passes to settle its page numbers breaks each of its paragraphs once.
 */
export class Typesetter {
  readonly #setText: SetText;
  readonly #breakLines: BreakLines;
  readonly #sink: Sink;
  readonly #deferred = new Map<TextBlock<ShapedContent>, Map<string, Shaped>>();
  readonly #broken = new Map<Shaped, Broken[]>();
  readonly #scalers = new Map<string, TextScaler>();

  constructor(setText: SetText, breakLines: BreakLines, sink: Sink) {
    this.#setText = setText;
    this.#breakLines = breakLines;
    this.#sink = sink;
  }

  contentOf(block: TextBlock<ShapedContent>, read: ReadField): Shaped {
    const { content } = block;
    if (content.kind === 'shaped') return content;
    const inlines = content.inlines.map((inline) => resolveField(inline, block, read));
    const key = keyOf(content.inlines, inlines);
    const known = this.#deferred.get(block) ?? new Map<string, Shaped>();
    this.#deferred.set(block, known);
    const shaped = known.get(key) ?? this.#setText(inlines, block.paragraph);
    known.set(key, shaped);
    return shaped;
  }

  /** A paragraph in another size. @param leading how much smaller its lines stand apart */
  scaled(block: TextBlock<ShapedContent>, scale: number, leading: number): TextBlock<ShapedContent> {
    const key = `${scale} ${leading}`;
    const scaler = this.#scalers.get(key) ?? new TextScaler(scale, leading);
    this.#scalers.set(key, scaler);
    return scaler.scaled(block);
  }

  linesOf(content: Shaped, paragraph: ParagraphStyle, measure: Measure): readonly Line[] {
    const known = this.#broken.get(content);
    for (const broken of known ?? []) {
      if (isSameMeasure(broken, measure) && broken.paragraph === paragraph) return broken.lines;
    }
    const lines = this.#breakLines(content, paragraph, measure, this.#sink);
    const broken = { ...measure, paragraph, lines };
    if (known === undefined) this.#broken.set(content, [broken]);
    else known.push(broken);
    return lines;
  }
}

function resolveField(inline: Inline, block: TextBlock<ShapedContent>, read: ReadField): Inline {
  switch (inline.kind) {
    case 'field': {
      const { style, tagTarget, link, origin } = inline;
      const text = read(inline, block);
      return {
        kind: 'text',
        text,
        style,
        tagTarget,
        link,
        isolates: isolatesOf(inline, text, block),
        origin,
      };
    }
    case 'note-ref':
      return inline.number === null ? inline : { ...inline, label: read(inline.number, block) };
    case 'text':
    case 'break':
    case 'leader':
    case 'image':
    case 'anchor':
      return inline;
    default:
      return unreachable(inline, 'the kinds of inlines');
  }
}

/** A heading that is foreign to its running head reads there as it reads over its text. */
function isolatesOf(
  { field, isolates }: FieldInline,
  text: string,
  { paragraph }: TextBlock<ShapedContent>,
): FieldInline['isolates'] {
  if (field.kind !== 'running') return isolates;
  const direction = directionOfText(text, paragraph.direction);
  return direction === paragraph.direction ? isolates : [...isolates, { direction }];
}

/** The words that fields put in, which are all that can differ between two settings of a paragraph. */
function keyOf(before: InlineContent, after: InlineContent): string {
  let key = '';
  for (const [index, inline] of after.entries()) {
    if (before[index] === inline) continue;
    if (inline.kind === 'text') key += `${inline.text}\u0000`;
    else if (inline.kind === 'note-ref') key += `${inline.label}\u0000`;
  }
  return key;
}
