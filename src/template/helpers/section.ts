import type { Helper } from '../helper.ts';
import { Insert } from '../template-value.ts';

/** `{{{section "summary"}}}`: the part of the text that stands in `:::summary`, here instead of there. */
export const section: Helper = {
  usage: '{{{section "summary"}}}',
  least: 1,
  most: 1,
  run({ args, text }) {
    const nodes = text.takeSection(String(args[0]));
    return new Insert({ kind: 'slot', nodes: () => nodes });
  },
};
