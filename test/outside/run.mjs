/**
 * How programs of others read what Warraq writes: `npm run test:outside [-- PART…]`. Each part prints a table, and fails where
 * a program reads what was not written. What is not installed is left out and said; where `CI` is set, what `.ci/run`
 * installs may not be. A part is a module of one function, `(tools) => Outcome`, whose `tools` is the folder of OUTSIDE_TOOLS,
 * with what has no place in the project.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {object} Outcome
 * @property {string} table in Markdown
 * @property {readonly string[]} failures one line each
 * @property {readonly { name: string, isExcused: boolean }[]} absent programs that were not asked; excused is what `.ci/run` cannot
 *   install
 */

/** Its name, its module. */
const PARTS = {
  ebooks: './ebooks/part.mjs',
  mail: './mail/part.mjs',
};

const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
const tools = process.env['OUTSIDE_TOOLS'] ?? join(cache, 'warraq-outside');
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  process.exit(2);
}

for (const [name, module] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { run } = await import(module);
  /** @type {Outcome} */
  const { table, failures, absent } = await run(join(tools, name));
  console.log(`\n## ${name}\n\n${table}`);
  for (const { name: program } of absent) console.log(`not asked: ${program}, which is not installed`);
  for (const failure of failures) console.log(`FAILS: ${failure}`);
  const isLacking = absent.some(({ isExcused }) => !isExcused) && process.env['CI'];
  if (failures.length > 0 || isLacking) process.exitCode = 1;
}
