/** What can be asked for: the product of a stage, or a closer look at it. */
export const DUMP_STAGES = [
  'parse',
  'proof',
  'template',
  'resolve',
  'style',
  'itemise',
  'shape',
  'lines',
  'page',
  'impose',
  'tags',
] as const;
export type DumpStage = (typeof DUMP_STAGES)[number];

export interface Dump {
  readonly stage: DumpStage;
  readonly print: (text: string) => void;
}
