import type { Direction } from '../base/geometry.ts';
import { element, type XmlElement, type XmlNode } from '../base/xml.ts';
import { type LineRun, setApart, type Wrap } from './collect-runs.ts';
import { inOrder } from './mark-elements.ts';
import { setFormsApart } from './set-forms-apart.ts';

/** Runs of a line as the tree they stand in. @param asTyped whether no form of number is set apart in it: of code */
export function writeRuns(
  runs: readonly LineRun[],
  direction: Direction,
  asTyped: boolean,
): readonly XmlNode[] {
  const set = asTyped ? runs : setFormsApart(runs, direction, setApart);
  const wraps = nestWraps(set);
  const root = element('span');
  const open: Open[] = [];
  set.forEach((run, index) => {
    const wanted = wraps[index] ?? [];
    let depth = 0;
    while (depth < open.length && open[depth]?.wrap === wanted[depth]) depth++;
    open.length = depth;
    for (const wrap of wanted.slice(depth)) {
      const node = wrap.make();
      (open.at(-1)?.node ?? root).children.push(node);
      open.push({ wrap, node });
    }
    addRun(run, open.at(-1)?.node ?? root);
  });
  return root.children;
}

interface Open {
  readonly wrap: Wrap;
  readonly node: XmlElement;
}

/** A form of number may lie in several elements or in one: what covers more runs lies outside. */
function nestWraps(runs: readonly LineRun[]): readonly (readonly Wrap[])[] {
  const extents = new Map<Wrap, number>();
  for (const wrap of runs.flatMap(({ wraps }) => wraps)) extents.set(wrap, (extents.get(wrap) ?? 0) + 1);
  const extentOf = (wrap: Wrap) => extents.get(wrap) ?? 0;
  return runs.map(({ wraps }) => [...wraps].sort((a, b) => extentOf(b) - extentOf(a)));
}

function addRun({ text, node, marks }: LineRun, parent: XmlElement): void {
  let at = parent;
  if (node !== null) {
    at.children.push(node);
    return;
  }
  for (const { name, class: named } of inOrder(marks)) {
    const inner = element(name, { class: named });
    at.children.push(inner);
    at = inner;
  }
  at.children.push(text);
}
