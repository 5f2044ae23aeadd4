import type { Helper } from '../helper.ts';
import { Insert } from '../template-value.ts';

/** `{{page}}`: the number of the page it stands on. */
export const page: Helper = {
  usage: '{{page}}',
  least: 0,
  most: 0,
  run: () => new Insert({ kind: 'field', field: 'page' }),
};

/** `{{pages}}`: the number of the last page. */
export const pages: Helper = {
  usage: '{{pages}}',
  least: 0,
  most: 0,
  run: () => new Insert({ kind: 'field', field: 'pages' }),
};

/** `{{running "section"}}`: the heading in force on the page. */
export const running: Helper = {
  usage: '{{running "section"}}',
  least: 1,
  most: 1,
  run: ({ args }) => new Insert({ kind: 'running', name: String(args[0]) }),
};
