import type { Furniture } from '../resolve/nodes.ts';
import type { BlockScope, StyleContext } from './context.ts';
import type { InlineContent } from './inline.ts';
import { styleSides } from './rules/sides.ts';
import type { PageGeometry, PageMaster, Spread } from './styled.ts';

type Masters = Readonly<Record<string, PageMaster<InlineContent>>>;

/** Running heads and feet, for the masters of the pages they are for. */
export function styleFurniture(furniture: readonly Furniture[], scope: BlockScope): Masters {
  const headers = new Map<string, Spread<InlineContent>>();
  const footers = new Map<string, Spread<InlineContent>>();
  for (const { kind, masters, sides } of furniture) {
    const spread = { odd: styleSides(sides, 'odd', scope), even: styleSides(sides, 'even', scope) };
    for (const master of masters) (kind === 'header' ? headers : footers).set(master, spread);
  }
  const { context } = scope;
  const { size, margin, grid, head, foot } = context.theme.page;
  const geometry = { size, margin, grid, head, foot };
  const names = new Set([
    'first',
    ...Object.keys(context.theme.masters),
    ...headers.keys(),
    ...footers.keys(),
  ]);
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      makeMaster(name, geometry, headers.get(name), footers.get(name), context),
    ]),
  );
}

const EMPTY: Spread<InlineContent> = { odd: [], even: [] };

function makeMaster(
  name: string,
  geometry: PageGeometry,
  header: Spread<InlineContent> | undefined,
  footer: Spread<InlineContent> | undefined,
  context: StyleContext,
): PageMaster<InlineContent> {
  const row = context.theme.masters[name];
  const counter = row === undefined || row.folio === 'document' ? context.counter : row.folio;
  return {
    geometry,
    columns: null,
    header: header ?? EMPTY,
    footer: footer ?? EMPTY,
    folio: {
      counter: counter === 'arabic-abjad' && context.settings.dir === 'ltr' ? 'lower-roman' : counter,
      group: row?.group ?? 'body',
    },
    next: row?.next ?? null,
  };
}
