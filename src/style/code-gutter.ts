import { DECORATION } from '../base/element.ts';
import { rectangle } from '../base/path.ts';
import type { CodeBlock } from '../resolve/code-nodes.ts';
import { PIXEL } from '../resolve/picture-size.ts';
import { type DrawnShape, plainShape } from '../vector/drawing.ts';
import { movePath } from '../vector/map-drawing.ts';
import type { InlineFormatting } from './context.ts';
import type { Inline } from './inline.ts';

/** What stands before lines of code; em of the code. */
const BAR = 0.2;
const GAP = 0.7;
/** Above and below the baseline: less than the leading, so that no line becomes higher. */
const [ABOVE, BELOW] = [1.05, 0.4];

/** Makes what stands before each line of code: its number, and a bar where it is marked. Drawn, so that none of it is copied. */
export class CodeGutter {
  readonly #node: CodeBlock;
  readonly #lines: NonNullable<CodeBlock['lines']>;
  readonly #formatting: InlineFormatting;
  readonly #width: number;

  constructor(node: CodeBlock, lines: NonNullable<CodeBlock['lines']>, formatting: InlineFormatting) {
    this.#node = node;
    this.#lines = lines;
    this.#formatting = formatting;
    const last = (lines.numberFrom ?? 0) + node.text.split('\n').length - 1;
    const digits = lines.numberFrom === null ? 0 : this.#widthOf(String(last)) + GAP / 2;
    this.#width = BAR + digits + GAP;
  }

  /** @param index of the line, from 0 */
  before(index: number): Inline {
    const { scope, style, isolates } = this.#formatting;
    const { size } = style;
    const box = { x: 0, y: -ABOVE, width: this.#width, height: ABOVE + BELOW };
    const image = {
      kind: 'drawing',
      path: '',
      width: (box.width * size) / PIXEL,
      height: (box.height * size) / PIXEL,
      viewBox: box,
      nodes: this.#draw(index),
    } as const;
    const measures = { width: box.width * size, height: box.height * size, spelling: '' };
    const lowered = scope.context.styles.vary(style, { rise: style.rise - BELOW * size });
    const { origin } = this.#node;
    return {
      kind: 'image',
      image,
      ...measures,
      style: lowered,
      tagTarget: DECORATION,
      link: null,
      isolates,
      origin,
    };
  }

  #draw(index: number): readonly DrawnShape[] {
    const { numberFrom, marked } = this.#lines;
    const { colors } = this.#formatting.scope.context.theme;
    const isMarked = marked.has(index);
    const ink = this.#formatting.style.color;
    const bar = rectangle({ x: 0, y: -ABOVE, width: BAR, height: ABOVE + BELOW });
    const shapes = isMarked ? [plainShape(bar, colors['accent'] ?? ink, null)] : [];
    if (numberFrom === null) return shapes;
    const number = String(numberFrom + index);
    let x = this.#width - GAP - this.#widthOf(number);
    for (const digit of number) {
      const { path, width } = this.#node.digits.get(digit)!;
      shapes.push(
        plainShape(movePath(path, [1, 0, 0, 1, x, 0]), isMarked ? ink : (colors['grey'] ?? ink), null),
      );
      x += width;
    }
    return shapes;
  }

  #widthOf(number: string): number {
    return [...number].reduce((sum, digit) => sum + this.#node.digits.get(digit)!.width, 0);
  }
}
