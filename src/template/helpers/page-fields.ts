import { lastOf } from '../../base/running-head.ts';
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

/** `{{running "section"}}`: the first heading on the page, or that in force; `{{running "section" of="last"}}`: the last. */
export const running: Helper = {
  usage: '{{running "section"}}',
  least: 1,
  most: 1,
  run: ({ args, named }) => {
    const name = String(args[0]);
    return new Insert({ kind: 'running', name: named['of'] === 'last' ? lastOf(name) : name });
  },
};
