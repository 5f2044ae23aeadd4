import { type AtomRange, breakGreedily, type Room } from './break-greedily.ts';
import type { Atom } from './shaped.ts';

/**
 * Total-fit line breaking (Knuth & Plass, "Breaking paragraphs into lines", 1981): of all ways to break
 * the paragraph the one whose lines together are closest to their natural spaces. Lines may stretch
 * their spaces to any width and shrink them to MIN_SPACE of the natural one.
 */
export function breakOptimally(atoms: readonly Atom[], room: Room): readonly AtomRange[] {
  const sums = sumUp(atoms);
  const breaks = breakpoints(atoms);
  let active: Node[] = [{ at: 0, line: 0, demerits: 0, previous: null }];
  for (const { end, inkEnd, forced, last } of breaks) {
    const { best, kept } = bestLineTo(active, end, inkEnd, last, sums, room);
    // No line can end here without being overfull: the paragraph is left to first fit.
    if (!best && (forced || kept.length === 0)) return breakGreedily(atoms, room);
    active = forced ? [best!] : best ? [...kept, best] : kept;
  }
  return trace(active[0]!);
}

/** Spaces never shrink below this share of their natural width. */
const MIN_SPACE = 0.75;

/** A way to break the paragraph up to atom `at`. */
interface Node {
  readonly at: number;
  readonly line: number;
  readonly demerits: number;
  readonly previous: Node | null;
}

interface Breakpoint {
  /** The atom after the line. */
  readonly end: number;
  /** The atom after the last one that is not white space. */
  readonly inkEnd: number;
  readonly forced: boolean;
  /** Whether the line that ends here stays natural. */
  readonly last: boolean;
}

/** Widths before each atom: of everything, and of the spaces that stretch. */
interface Sums {
  readonly width: Float64Array;
  readonly space: Float64Array;
}

function sumUp(atoms: readonly Atom[]): Sums {
  const width = new Float64Array(atoms.length + 1);
  const space = new Float64Array(atoms.length + 1);
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i]!;
    width[i + 1] = width[i]! + atom.width;
    space[i + 1] = space[i]! + (atom.kind === 'space' && atom.stretches ? atom.width : 0);
  }
  return { width, space };
}

function breakpoints(atoms: readonly Atom[]): readonly Breakpoint[] {
  const found: Breakpoint[] = [];
  let inkEnd = 0;
  for (let i = 0; i < atoms.length; i++) {
    const { kind, after } = atoms[i]!;
    if (kind !== 'space' && kind !== 'break') inkEnd = i + 1;
    if (after === 'no-break' && i < atoms.length - 1) continue;
    const forced = after === 'must-break' || i === atoms.length - 1;
    found.push({ end: i + 1, inkEnd, forced, last: forced });
  }
  return found;
}

function bestLineTo(
  active: readonly Node[],
  end: number,
  inkEnd: number,
  last: boolean,
  sums: Sums,
  room: Room,
): { best: Node | null; kept: Node[] } {
  const kept: Node[] = [];
  let best: Node | null = null;
  for (const node of active) {
    const stop = Math.max(node.at, inkEnd);
    const natural = sums.width[stop]! - sums.width[node.at]!;
    const spaces = sums.space[stop]! - sums.space[node.at]!;
    const left = (node.line === 0 ? room.first : room.rest) - natural;
    if (left < -(1 - MIN_SPACE) * spaces - 0.001) continue;
    kept.push(node);
    const demerits = node.demerits + lineDemerits(left, spaces, last);
    if (!best || demerits < best.demerits) best = { at: end, line: node.line + 1, demerits, previous: node };
  }
  return { best, kept };
}

/** Squared relative change of the spaces: a line without any counts as one stretched ninefold. */
function lineDemerits(left: number, spaces: number, last: boolean): number {
  if (last && left >= 0) return 0;
  if (spaces === 0) return left < 0.5 ? 0 : 64;
  const change = left / spaces;
  return change < 0 ? (2 * change) ** 2 : change ** 2;
}

function trace(node: Node): readonly AtomRange[] {
  const ranges: AtomRange[] = [];
  for (let at: Node = node; at.previous; at = at.previous) ranges.push({ start: at.previous.at, end: at.at });
  return ranges.reverse();
}
