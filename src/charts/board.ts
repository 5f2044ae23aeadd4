import type { Point } from '../base/geometry.ts';
import { boundsOf, type Path, pointsOf, polyline, rectangle } from '../base/path.ts';
import { type DrawnNode, PLAIN_LINE, plainShape } from '../vector/drawing.ts';
import { movePath } from '../vector/map-drawing.ts';
import type { ChartLooks } from './chart-data.ts';
import { hatch } from './hatches.ts';

type Anchor = 'start' | 'middle' | 'end';

interface WordStyle {
  readonly anchor?: Anchor;
  readonly color?: string;
  readonly bold?: boolean;
  /** Of the size of the chart's type. */
  readonly scale?: number;
}

/**
 * What a chart is drawn on. Places are from the start side, so that axes run from the right where the text does, and
 * from the top; points.
 */
export class Board {
  readonly looks: ChartLooks;
  readonly nodes: DrawnNode[] = [];

  constructor(looks: ChartLooks) {
    this.looks = looks;
  }

  /** @param place of the baseline */
  words(text: string, { x: start, y }: Point, style: WordStyle = {}): void {
    const { path, width } = this.#set(text, style);
    const size = this.looks.size * (style.scale ?? 1);
    const before = { start: 0, middle: 0.5, end: 1 }[style.anchor ?? 'start'];
    const from = start - width * before;
    const x = this.looks.isRtl ? this.looks.width - from - width : from;
    this.nodes.push(
      plainShape(movePath(path, [size, 0, 0, size, x, y]), style.color ?? this.looks.ink, null),
    );
  }

  widthOf(text: string, style: WordStyle = {}): number {
    return this.#set(text, style).width;
  }

  line(points: readonly Point[], width: number, color: string, dash: readonly number[] | null = null): void {
    const stroke = {
      ...PLAIN_LINE,
      width,
      paint: color,
      join: 'round',
      dash: dash && { lengths: dash, phase: 0 },
    } as const;
    const path = polyline(points.map((point) => this.place(point)));
    this.nodes.push({
      kind: 'shape',
      path,
      fill: null,
      stroke: dash === null && points.length < 3 ? { ...stroke, join: 'miter' } : stroke,
    });
  }

  /** @param pattern 0 = plain; others tell series apart where colours are lost */
  bar(x: number, y: number, width: number, height: number, color: string, pattern = 0): void {
    const left = this.looks.isRtl ? this.looks.width - x - width : x;
    this.fill(rectangle({ x: left, y, width, height }), color, pattern);
  }

  /** @param path from the left */
  fill(path: Path<Point>, color: string, pattern = 0): void {
    this.nodes.push(plainShape(path, color, null));
    const lines = hatch(pattern, boundsOf(pointsOf(path)), this.looks.paper);
    if (lines.length > 0)
      this.nodes.push({ kind: 'group', opacity: 1, clips: [{ path, rule: 'nonzero' }], nodes: lines });
  }

  /** From the left. */
  place({ x, y }: Point): Point {
    return { x: this.looks.isRtl ? this.looks.width - x : x, y };
  }

  #set(text: string, { bold = false, scale = 1 }: WordStyle) {
    const { path, width } = this.looks.setWords(text, { family: 'sans', bold, italic: false });
    return { path, width: width * this.looks.size * scale };
  }
}
