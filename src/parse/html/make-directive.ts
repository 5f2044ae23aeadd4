import type { PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Origin } from '../../base/origin.ts';

export function makeDirective(
  name: string,
  attributes: Readonly<Record<string, string>>,
  { origin }: { readonly origin: Origin },
  children: readonly PhrasingContent[],
): PhrasingContent {
  return {
    type: 'textDirective',
    name,
    attributes,
    children: [...children],
    data: { origin },
  } as TextDirective;
}
