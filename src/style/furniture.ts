import type { Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Artifact } from './element.ts';
import type { Flow, Run } from './flow.ts';
import type { InlineContent } from './inline.ts';
import { styleSides } from './rules/sides.ts';
import { FOOTER, HEADER } from './structure.ts';
import type { PageMaster, Spread } from './styled.ts';

type Masters = Readonly<Record<string, PageMaster<InlineContent>>>;

/** Running heads and feet: `:::header{master="body first"}` with `:::inner` and `:::outer` inside, and the same for `:::footer`. */
export function styleFurniture(furniture: Root, run: Run): Masters {
  const headers = new Map<string, Spread<InlineContent>>();
  const footers = new Map<string, Spread<InlineContent>>();
  for (const node of furniture.children) {
    if (node.type !== 'containerDirective') continue;
    const isHeader = node.name === 'header';
    if (!isHeader && node.name !== 'footer') continue;
    const spread = styleSpread(node, isHeader ? HEADER : FOOTER, run);
    for (const master of (node.attributes?.['master'] ?? 'body').split(/\s+/))
      (isHeader ? headers : footers).set(master, spread);
  }
  const names = new Set(['first', ...Object.keys(run.theme.masters), ...headers.keys(), ...footers.keys()]);
  return Object.fromEntries(
    [...names].map((name) => [name, makeMaster(name, headers.get(name), footers.get(name), run)]),
  );
}

const EMPTY: Spread<InlineContent> = { odd: [], even: [] };

function makeMaster(
  name: string,
  header: Spread<InlineContent> | undefined,
  footer: Spread<InlineContent> | undefined,
  run: Run,
): PageMaster<InlineContent> {
  const row = run.theme.masters[name];
  const counter = row === undefined || row.folio === 'document' ? run.counter : row.folio;
  return {
    header: header ?? EMPTY,
    footer: footer ?? EMPTY,
    folio: {
      counter: counter === 'arabic-abjad' && run.settings.dir === 'ltr' ? 'lower-roman' : counter,
      group: row?.group ?? 'body',
    },
    next: row?.next ?? null,
  };
}

/** On an odd page the inner side is the start of the line, on an even page its end. */
function styleSpread(node: ContainerDirective, artifact: Artifact, run: Run): Spread<InlineContent> {
  const textRole = artifact === HEADER ? 'head' : 'folio';
  const measure = run.theme.page.size.width - run.theme.page.margin.inner - run.theme.page.margin.outer;
  const flow: Flow = {
    run,
    parent: artifact,
    textRole,
    measure,
    bullets: 0,
    numbers: 0,
    notes: 'drop',
    inColumns: false,
    direction: run.settings.dir,
    directed: false,
    lang: null,
  };
  return {
    odd: styleSides(node.children, 'odd', flow, node),
    even: styleSides(node.children, 'even', flow, node),
  };
}
