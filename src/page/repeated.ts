import type { Strip } from './strip.ts';

/** The header of a table comes again where a page or a column begins inside the table. */
export function withRepeated(strips: readonly Strip[]): readonly Strip[] {
  const [first] = strips;
  if (first === undefined || first.repeats === null) return strips;
  return [{ ...first.repeats, panels: first.panels, opens: first.opens }, ...strips];
}
