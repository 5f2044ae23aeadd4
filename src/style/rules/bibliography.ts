import type { Bibliography, BibliographyEntry } from '../../resolve/bibliography-nodes.ts';
import { makeItem, makeStack, setPhrase, type TextFacts } from '../build-block.ts';
import { type BlockScope, type StyledBlock, themeBoxStyle, themeTextStyle } from '../context.ts';
import { fromSide } from '../scope.ts';

/** Entries, each from its own side: behind their numbers, or their first lines hanging. */
export function styleBibliography(node: Bibliography, scope: BlockScope): readonly StyledBlock[] {
  const { gap, before, after, padding } = themeBoxStyle(scope.context, 'bibliography');
  const width = node.isLabelled ? labelWidth(node, scope) : padding.start;
  const entries = node.entries.map((entry) => styleEntry(entry, width, scope));
  return entries.map((entry, index) => ({
    ...entry,
    spaceBefore: index === 0 ? before : gap,
    spaceAfter: index === entries.length - 1 ? after : 0,
  }));
}

function styleEntry(entry: BibliographyEntry, width: number, around: BlockScope): StyledBlock {
  const { direction, lang, origin, id, label, phrase } = entry;
  const scope: BlockScope = { ...around, lang: lang ?? around.lang, directed: true };
  const blocks = fromSide(direction, scope, origin, (inside) => {
    const facts: TextFacts = { direction, anchors: [id], before: 0, after: 0 };
    if (label !== null) {
      const marker = setPhrase(inside, label, { align: 'start', before: 0, after: 0, indent: 0 });
      const text = setPhrase(inside, phrase, facts);
      return [makeItem(marker, [text], width, around.context.theme.lists.gap, origin)];
    }
    const text = setPhrase(inside, phrase, { ...facts, indent: -width });
    const hung = makeStack([text], origin);
    return [{ ...hung, padding: { ...hung.padding, start: width } }];
  });
  return blocks.length === 1 ? blocks[0]! : makeStack(blocks, origin);
}

/** A digit is about half an em wide; the widest label decides for all. */
function labelWidth({ entries }: Bibliography, { context }: BlockScope): number {
  const lengths = entries.map(({ label }) =>
    (label?.content ?? []).reduce(
      (sum, inline) => sum + (inline.kind === 'text' ? inline.text.length : 0),
      0,
    ),
  );
  const em = themeTextStyle(context, 'bibliography').size;
  return Math.max(context.theme.lists.markerWidth, Math.max(...lengths, 1) * 0.52 * em);
}
