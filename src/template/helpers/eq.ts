import type { Helper } from '../helper.ts';

/** `{{#if (eq lang "ar")}}`: whether two values are the same; '12' and 12 are. */
export const eq: Helper = {
  usage: '(eq value "text")',
  least: 2,
  most: 2,
  run: ({ args: [first, second] }) => first === second || String(first) === String(second),
};
