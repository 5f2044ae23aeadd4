import type { Helper } from '../helper.ts';

/** `{{#if (has "summary")}}`: whether the text has such a section. */
export const has: Helper = {
  usage: '(has "summary")',
  least: 1,
  most: 1,
  run: ({ args, text }) => text.hasSection(String(args[0])),
};
