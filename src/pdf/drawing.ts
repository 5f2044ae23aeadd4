import type { Size } from '../base/geometry.ts';
import { type Matrix, multiply } from '../base/matrix.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Raster } from '../raster/raster.ts';
import type { Drawing } from '../resolve/image-source.ts';
import { scaleDrawing } from '../resolve/scale-drawing.ts';
import {
  type Clip,
  type DrawnGroup,
  type DrawnNode,
  type DrawnRaster,
  type DrawnShape,
  isColor,
  isPlain,
  type Paint,
  type PlainShape,
  type Stroke,
} from '../vector/drawing.ts';
import { gradientPattern, opacityPattern } from './gradient.ts';
import { colorOperator, decimal } from './page-content.ts';
import { pathOperators } from './path.ts';
import type { PdfDict, PdfFile, PdfXObject } from './pdf-file.ts';

/** Pixels as they stand in the file, and how they lie in a square of one unit, y downwards. */
interface PlacedRaster {
  readonly object: PdfXObject;
  readonly place: Matrix;
}

/**
 * A form that draws within its size, y downwards.
 *
 * @param rasters those within the drawing, embedded
 */
export function embedDrawing(
  drawing: Drawing,
  rasters: ReadonlyMap<Raster, PlacedRaster>,
  file: PdfFile,
): { readonly size: Size; readonly object: PdfXObject } {
  const { size, nodes } = scaleDrawing(drawing);
  return { size, object: new FormWriter(size, file, rasters).write(nodes, null) };
}

const WINDING = { nonzero: '', evenodd: '*' } as const;
const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

/** Writes a form and what it is painted with. Each shape says its own ink: a form begins with that of the page. */
class FormWriter {
  readonly #size: Size;
  readonly #file: PdfFile;
  readonly #rasters: ReadonlyMap<Raster, PlacedRaster>;
  readonly #states = new Map<string, string>();
  readonly #resources: Record<'ExtGState' | 'Pattern' | 'XObject', PdfDict> = {
    ExtGState: {},
    Pattern: {},
    XObject: {},
  };
  #names = 0;

  constructor(size: Size, file: PdfFile, rasters: ReadonlyMap<Raster, PlacedRaster>) {
    this.#size = size;
    this.#file = file;
    this.#rasters = rasters;
  }

  /** @param group of which transparency it is (ISO 32000-1, 11.6.6); null = of none */
  write(nodes: readonly DrawnNode[], group: PdfDict | null): PdfXObject {
    const operators = this.#nodes(nodes);
    const used = Object.entries(this.#resources).filter(([, entries]) => Object.keys(entries).length > 0);
    return this.#file.embedForm(this.#size, operators, Object.fromEntries(used), group);
  }

  /** A form of the same size, painted at once. */
  #form(nodes: readonly DrawnNode[]): PdfXObject {
    const writer = new FormWriter(this.#size, this.#file, this.#rasters);
    return writer.write(nodes, { S: 'Transparency' });
  }

  #nodes(nodes: readonly DrawnNode[]): string {
    return nodes.map((node) => this.#node(node)).join('');
  }

  #node(node: DrawnNode): string {
    switch (node.kind) {
      case 'shape':
        return isPlain(node) ? plainOperators(node) : this.#shape(node);
      case 'group':
        return this.#group(node);
      case 'raster':
        return this.#raster(node);
      default:
        return unreachable(node, 'shape, group, raster');
    }
  }

  #shape({ path, fill, stroke }: DrawnShape): string {
    if (path.length < 2) return '';
    const outline = pathOperators(path);
    const filled = fill === null ? '' : `q ${this.#ink(fill, 'fill')}${outline}f${WINDING[fill.rule]} Q\n`;
    const stroked =
      stroke === null ? '' : `q ${this.#ink(stroke, 'stroke')}${lineOperators(stroke)}${outline}S Q\n`;
    return `${filled}${stroked}`;
  }

  /** Sets colour and opacity. */
  #ink(
    { paint, opacity }: { readonly paint: Paint; readonly opacity: number },
    use: 'fill' | 'stroke',
  ): string {
    const [rgb, grey, space, pattern] = use === 'fill' ? ['rg', 'g', 'cs', 'scn'] : ['RG', 'G', 'CS', 'SCN'];
    if (isColor(paint)) return `${this.#opaque(opacity)}${colorOperator(paint, rgb!, grey!)}`;
    const mask = opacityPattern(paint, this.#file);
    const whole = mask === null ? opacity * paint.stops[0]!.opacity : opacity;
    const name = this.#name('Pattern', gradientPattern(paint, this.#file));
    const masked = mask === null ? '' : this.#masked(mask);
    return `${this.#opaque(whole)}${masked}/Pattern ${space} /${name} ${pattern}\n`;
  }

  #opaque(opacity: number): string {
    if (opacity === 1) return '';
    const written = decimal(opacity, 1000);
    const known = this.#states.get(written);
    const share = Number(written);
    const name = known ?? this.#name('ExtGState', this.#file.object({ ca: share, CA: share }));
    this.#states.set(written, name);
    return `/${name} gs `;
  }

  /** What follows is as opaque as a pattern is light (ISO 32000-1, 11.6.5.3). */
  #masked(pattern: PdfDict[string]): string {
    const { width, height } = this.#size;
    const area = `/Pattern cs /M scn 0 0 ${decimal(width)} ${decimal(height)} re f\n`;
    const group = { S: 'Transparency', CS: 'DeviceGray' };
    const form = this.#file.embedForm(this.#size, area, { Pattern: { M: pattern } }, group);
    const mask = { Type: 'Mask', S: 'Luminosity', G: form.obj };
    return `/${this.#name('ExtGState', this.#file.object({ SMask: mask }))} gs `;
  }

  #group({ opacity, clips, nodes }: DrawnGroup): string {
    const cut = clips.map(clipOperators).join('');
    if (opacity === 1) return `q ${cut}${this.#nodes(nodes)}Q\n`;
    const { obj } = this.#form(nodes);
    return `q ${cut}${this.#opaque(opacity)}/${this.#name('XObject', obj)} Do Q\n`;
  }

  #raster({ raster, matrix, opacity }: DrawnRaster): string {
    const { object, place } = this.#rasters.get(raster)!;
    const operands = multiply(matrix, place).map((part) => decimal(part, 1e6));
    const name = this.#name('XObject', object.obj);
    return `q ${this.#opaque(opacity)}${operands.join(' ')} cm /${name} Do Q\n`;
  }

  #name(kind: 'ExtGState' | 'Pattern' | 'XObject', value: PdfDict[string]): string {
    const name = `${kind[0]}${++this.#names}`;
    this.#resources[kind][name] = value;
    return name;
  }
}

function plainOperators({ path, fill, stroke }: PlainShape): string {
  if (path.length < 2 || (fill === null && stroke === null)) return '';
  const filled = fill === null ? '' : colorOperator(fill.paint, 'rg', 'g');
  const stroked =
    stroke === null ? '' : `${colorOperator(stroke.paint, 'RG', 'G')}${decimal(stroke.width)} w\n`;
  const paint = fill === null ? 'S' : stroke === null ? 'f' : 'B';
  return `${filled}${stroked}${pathOperators(path)}${paint}\n`;
}

/** ISO 32000-1, table 57. */
function lineOperators({ width, cap, join, miterLimit, dash }: Stroke): string {
  const dashes =
    dash && `[${dash.lengths.map((length) => decimal(length)).join(' ')}] ${decimal(dash.phase)} d `;
  return `${decimal(width)} w ${CAPS[cap]} J ${JOINS[join]} j ${decimal(miterLimit)} M ${dashes ?? ''}`;
}

/** An outline of nothing lets nothing be seen. */
function clipOperators({ path, rule }: Clip): string {
  const outline = path.length === 0 ? '0 0 0 0 re ' : pathOperators(path);
  return `${outline}W${WINDING[rule]} n\n`;
}
