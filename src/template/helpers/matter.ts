import type { Helper } from '../helper.ts';
import { Insert } from '../template-value.ts';

/** `{{{matter slot}}}`: the text of a piece of `frontMatter` or `backMatter`, here and in the content no more. */
export const matter: Helper = {
  usage: '{{{matter slot}}}',
  least: 1,
  most: 1,
  run({ args: [slot], text }) {
    const nodes = typeof slot === 'number' ? text.takeMatter(slot) : [];
    return new Insert({ kind: 'slot', nodes: () => nodes });
  },
};
