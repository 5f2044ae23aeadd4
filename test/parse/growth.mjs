// Prints the processor time, in milliseconds, that the built library takes for each text of stdin's JSON: the least of
// two, so that collecting garbage and compiling code do not count.
import { text as readText } from 'node:stream/consumers';
import { compile, openNodeWorld } from '../../dist/index.js';

const world = openNodeWorld(process.cwd());

async function cpuOf(text) {
  const before = process.cpuUsage();
  const { diagnostics } = await compile({ text, format: 'txt' }, world);
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, rules: diagnostics.map(({ rule }) => rule) };
}

const measured = [];
for (const text of JSON.parse(await readText(process.stdin))) {
  const times = [];
  for (let round = 0; round < 2; round++) times.push(await cpuOf(text));
  measured.push({ cpu: Math.min(...times.map(({ cpu }) => cpu)), rules: times[0].rules });
}
process.stdout.write(JSON.stringify(measured));
