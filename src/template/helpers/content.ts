import type { Helper } from '../helper.ts';
import { Insert } from '../template-value.ts';

/** `{{{content}}}`: the text of the document. */
export const content: Helper = {
  usage: '{{{content}}}',
  least: 0,
  most: 0,
  run: ({ text }) => new Insert({ kind: 'slot', nodes: text.takeContent }),
};
