import type { Gradient, GradientStop } from '../vector/drawing.ts';
import type { PdfFile, PdfRef, PdfValue } from './pdf-file.ts';

/** A gradient as a pattern (ISO 32000-1, 8.7.4), in the space of the form that it is used in. */
export function gradientPattern(gradient: Gradient, file: PdfFile): PdfRef {
  const isGrey = gradient.stops.every(({ color }) => new Set(color.slice(1).match(/../g)).size === 1);
  const valuesOf = ({ color }: GradientStop) => {
    const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
    return isGrey ? channels.slice(0, 1) : channels;
  };
  return pattern(gradient, isGrey ? 'DeviceGray' : 'DeviceRGB', valuesOf, file);
}

/** How opaque a gradient is, as a pattern of greys; null where it is equally opaque everywhere. */
export function opacityPattern(gradient: Gradient, file: PdfFile): PdfRef | null {
  const [first] = gradient.stops;
  if (gradient.stops.every(({ opacity }) => opacity === first!.opacity)) return null;
  return pattern(gradient, 'DeviceGray', ({ opacity }) => [opacity], file);
}

function pattern(
  { from, to, isRadial, matrix, stops }: Gradient,
  space: string,
  valuesOf: (stop: GradientStop) => readonly number[],
  file: PdfFile,
): PdfRef {
  const coords = isRadial
    ? [from.x, from.y, from.radius, to.x, to.y, to.radius]
    : [from.x, from.y, to.x, to.y];
  const shading = {
    ShadingType: isRadial ? 3 : 2,
    ColorSpace: space,
    Coords: coords,
    Function: colorFunction(stops, valuesOf, file),
    Extend: [true, true],
  };
  return file.object({ Type: 'Pattern', PatternType: 2, Matrix: [...matrix], Shading: file.object(shading) });
}

/** Two stops at one place are so far from each other (ISO 32000-1, 7.10.4: bounds rise). */
const APART = 1e-4;

/** From 0 to 1 through the values of the stops (ISO 32000-1, 7.10.3 and 7.10.4). */
function colorFunction(
  stops: readonly GradientStop[],
  valuesOf: (stop: GradientStop) => readonly number[],
  file: PdfFile,
): PdfRef {
  const knots: { at: number; values: readonly number[] }[] = [];
  for (const stop of [{ ...stops[0]!, at: 0 }, ...stops, { ...stops.at(-1)!, at: 1 }]) {
    const before = knots.at(-1);
    const values = valuesOf(stop);
    if (before?.at === stop.at && String(before.values) === String(values)) continue;
    knots.push({ at: before === undefined ? 0 : Math.max(stop.at, before.at + APART), values });
  }
  const last = knots.at(-1)!.at;
  const steps = knots.slice(1).map(({ values }, index): PdfValue => {
    const start = [...knots[index]!.values];
    return file.object({ FunctionType: 2, Domain: [0, 1], C0: start, C1: [...values], N: 1 });
  });
  return file.object({
    FunctionType: 3,
    Domain: [0, 1],
    Functions: steps,
    Bounds: knots.slice(1, -1).map(({ at }) => at / last),
    Encode: steps.flatMap(() => [0, 1]),
  });
}
