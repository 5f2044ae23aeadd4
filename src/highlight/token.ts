/** What a piece of code is, as far as it is printed otherwise; `code-` before it is the row of `roles` it is set by. */
export const TOKEN_KINDS = [
  'keyword',
  'string',
  'number',
  'comment',
  'name',
  'type',
  'meta',
  'added',
  'removed',
] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** A piece of code; null = as all code. Tokens one behind the other are the code. */
export interface CodeToken {
  readonly text: string;
  readonly kind: TokenKind | null;
}
