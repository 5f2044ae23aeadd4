/** Where a thing was written. Shared by reference by everything that comes from the same node. */
export interface Origin {
  /** Path as the user gave it, relative to the project root, `/` separators. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

export function formatOrigin(origin: Origin): string {
  return `${origin.file}:${origin.line}:${origin.column}`;
}
