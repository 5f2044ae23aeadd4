import type { Origin } from '../base/origin.ts';

/** A template as read: the closed sum of what it may do. Anything else Handlebars can parse is refused. */
export type TemplatePiece =
  /** Text as written; `line` is the template's line on which it begins. */
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  | { readonly kind: 'output'; readonly expression: Expression; readonly origin: Origin }
  | BlockPiece;

export interface BlockPiece {
  readonly kind: 'block';
  readonly block: BlockName;
  readonly expression: Expression;
  /** Names after `as |item index|`. */
  readonly names: readonly string[];
  readonly body: readonly TemplatePiece[];
  readonly otherwise: readonly TemplatePiece[];
  readonly origin: Origin;
}

export type BlockName = 'if' | 'unless' | 'each' | 'with';

export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** `scope` counts `../`; `data` marks `@index`, `@root` and their like. No parts = `this`. */
  | {
      readonly kind: 'path';
      readonly scope: number;
      readonly data: boolean;
      readonly parts: readonly string[];
      readonly origin: Origin;
    }
  | {
      readonly kind: 'call';
      readonly helper: string;
      readonly args: readonly Expression[];
      readonly named: Readonly<Record<string, Expression>>;
      readonly origin: Origin;
    };
