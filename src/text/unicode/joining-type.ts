import { JOINING_RUNS } from './joining-data.ts';
import { expandRuns } from './run-lengths.ts';

/** Joining_Type values (Unicode, chapter 9.2), in the order of the data. */
export const NON_JOINING = 0;
const RIGHT_JOINING = 1;
const DUAL_JOINING = 2;
const JOIN_CAUSING = 3;
const LEFT_JOINING = 4;
export const TRANSPARENT = 5;

const types = expandRuns(JOINING_RUNS);

export function joiningTypeOf(codePoint: number): number {
  return types[codePoint]!;
}

/** Whether a letter of type `type` connects to the letter after it. */
export function joinsForward(type: number): boolean {
  return type === DUAL_JOINING || type === JOIN_CAUSING || type === LEFT_JOINING;
}

/** Whether a letter of type `type` connects to the letter before it. */
export function joinsBackward(type: number): boolean {
  return type === DUAL_JOINING || type === JOIN_CAUSING || type === RIGHT_JOINING;
}
