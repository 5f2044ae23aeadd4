import type { Helper } from './helper.ts';
import { content } from './helpers/content.ts';
import { date } from './helpers/date.ts';
import { digits } from './helpers/digits.ts';
import { eq } from './helpers/eq.ts';
import { has } from './helpers/has.ts';
import { hijri } from './helpers/hijri.ts';
import { join } from './helpers/join.ts';
import { matter } from './helpers/matter.ts';
import { page, pages, running } from './helpers/page-fields.ts';
import { plural } from './helpers/plural.ts';
import { section } from './helpers/section.ts';

/** All that a template can call. Not here, on purpose: `lookup` (computed names) and `log` (a side effect). */
export const helpers: ReadonlyMap<string, Helper> = new Map(
  Object.entries({
    content,
    date,
    digits,
    eq,
    has,
    hijri,
    join,
    matter,
    page,
    pages,
    plural,
    running,
    section,
  }),
);
