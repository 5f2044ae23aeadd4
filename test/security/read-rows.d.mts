export function readRows(text: string): readonly {
  readonly id: string;
  /** Said not to hold yet. */
  readonly isOpen: boolean;
  readonly tests: readonly { readonly file: string; readonly name: string }[];
}[];
