/** For whoever wants to watch a build. */
export interface Hooks {
  /** Called as each stage begins: `project`, `parse` … `paint`. */
  readonly onStage?: (name: string) => void;
}
