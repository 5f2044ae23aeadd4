// npm run bench:text [TEXT…] – character errors in % by text, face and reader, and words not found in
// brackets, of what `npm run build` has built.
import { Sink } from '../../dist/base/diagnostic.js';
import { openNodeWorld } from '../../dist/base/node-world.js';
import { compile } from '../../dist/compile.js';
import {
  FACES,
  installedReaders,
  measure,
  readParagraphs,
  TEXTS,
  writeSource,
} from '../paint/fidelity/measure.mjs';

const names = installedReaders();
const texts = process.argv.slice(2).length > 0 ? process.argv.slice(2) : TEXTS;
const row = (text, face, cells) =>
  console.log(text.padEnd(11) + face.padEnd(22) + cells.map((cell) => cell.padStart(14)).join(''));

row('', '', names);
for (const text of texts) {
  const sums = new Map(names.map((name) => [name, 0]));
  for (const face of FACES) {
    const results = await measure(await build(text, face), readParagraphs(text));
    const cell = (name) => {
      const { cer, find, odd } = results[name];
      sums.set(name, sums.get(name) + cer / FACES.length);
      return `${(100 * cer).toFixed(2)} (${(100 * (1 - find)).toFixed(1)})${odd > 0 ? `!${odd}` : ''}`;
    };
    row(text, face, names.map(cell));
  }
  row(
    text,
    'mean',
    names.map((name) => `${(100 * sums.get(name)).toFixed(2)}      `),
  );
}

async function build(text, face) {
  const request = { files: ['-'], text: writeSource([text], face), format: 'pdf', profile: 'screen' };
  const rest = { envelope: null, template: null, theme: null, attachments: [] };
  const compiled = await compile({ ...request, ...rest }, openNodeWorld(process.cwd()), new Sink());
  return compiled.bytes;
}
