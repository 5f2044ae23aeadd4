import { addAnchors } from './anchor-title.ts';
import type { Block, BreakBlock } from './blocks.ts';
import type { PageMaster, Section } from './styled.ts';

type Masters<C> = Readonly<Record<string, PageMaster<C>>>;

/**
 * Cuts a document where pages begin that are asked for, which is asked here and nowhere else. A break inside another
 * block ends a page and no section.
 */
export function cutSections<C>(blocks: readonly Block<C>[], masters: Masters<C>): readonly Section<C>[] {
  const { geometry, columns } = masterOf(masters, 'first')!;
  const sections: Section<C>[] = [];
  let begun: Section<C> = { opens: 'page', master: null, geometry, columns, blocks: [] };
  let own: Block<C>[] = [];
  /** What opened pages on which nothing stands yet. */
  let openers: readonly Opener[] = [];
  for (const block of blocks) {
    if (isOpener(block)) {
      if (own.length > 0) sections.push({ ...begun, blocks: own });
      begun = openSection(block, own.length > 0 ? { ...begun, opens: 'page', master: null } : begun, masters);
      own = [];
      openers = [...openers, block];
    } else {
      // Links to what opens a page lead to the first thing on it.
      own.push(addAnchors([block], anchorsOf(openers))[0]!);
      openers = [];
    }
  }
  const end = openers.at(-1);
  if (end !== undefined) own.push({ ...end, to: 'space', height: 0, anchors: anchorsOf(openers) });
  return [...sections, { ...begun, blocks: own }];
}

type Opener = BreakBlock & { readonly to: Section<never>['opens'] };

function isOpener<C>(block: Block<C>): block is Opener {
  return block.kind === 'break' && (block.to === 'page' || block.to === 'opening');
}

function anchorsOf(openers: readonly Opener[]): readonly string[] {
  return openers.flatMap(({ anchors }) => anchors);
}

/** @param before what the page before goes on with, or what was opened and holds nothing */
function openSection<C>({ to, master, origin }: Opener, before: Section<C>, masters: Masters<C>): Section<C> {
  const opens = before.opens === 'opening' ? 'opening' : to;
  if (master === null) return { ...before, opens };
  const { geometry, columns } = masterOf(masters, master) ?? before;
  return { opens, master: { name: master, origin }, geometry, columns, blocks: [] };
}

function masterOf<C>(masters: Masters<C>, name: string): PageMaster<C> | null {
  return Object.hasOwn(masters, name) ? masters[name]! : null;
}
