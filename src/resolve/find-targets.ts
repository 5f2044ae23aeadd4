import type { Index } from './index-nodes.ts';
import type { ResolvedInline } from './inline-nodes.ts';
import type { Phrase, ResolvedBlock } from './nodes.ts';
import { partsOf } from './walk.ts';

/** What links may lead to in these blocks: headings, notes and their calls, places the author names. */
export function findTargets(blocks: readonly ResolvedBlock[]): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const block of blocks) addTargets(block, targets);
  return targets;
}

function addTargets(part: ResolvedBlock | Phrase, targets: Set<string>): void {
  if (!('kind' in part)) {
    addCalls(part.content, targets);
    return;
  }
  if (part.kind === 'heading' && part.place !== null) targets.add(part.place.id);
  if (part.kind === 'anchor') for (const id of part.ids) targets.add(id);
  if (part.kind === 'bibliography') for (const { id } of part.entries) targets.add(id);
  if (part.kind === 'index') addEntries(part, targets);
  for (const inside of partsOf(part)) addTargets(inside, targets);
}

function addEntries({ groups }: Index, targets: Set<string>): void {
  for (const { entries } of groups) for (const { id } of entries) if (id !== null) targets.add(id);
}

function addCalls(inlines: readonly ResolvedInline[], targets: Set<string>): void {
  for (const inline of inlines) {
    if ('children' in inline) addCalls(inline.children, targets);
    if (inline.kind === 'anchor') targets.add(inline.id);
    if (inline.kind !== 'call') continue;
    if (inline.anchor !== null) targets.add(inline.anchor);
    if (inline.note === null) continue;
    targets.add(inline.note.id);
    for (const child of inline.note.children) addTargets(child, targets);
  }
}
