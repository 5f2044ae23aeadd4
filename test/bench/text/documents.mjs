import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { concatenate } from '../../../dist/base/byte-parts.js';
import { Sink } from '../../../dist/base/diagnostic.js';
import { openNodeWorld } from '../../../dist/base/node-world.js';
import { compile } from '../../../dist/compile.js';
import { readParagraphs, writeSource } from '../../textlayer/fidelity/measure.mjs';
import { paragraphsOf } from './paragraphs.mjs';

/**
 * What the bench builds and reads back: the fidelity tests' texts and a briefing, each in each face.
 *
 * @typedef {{ text: string, face: string, path: string, bytes: Uint8Array, paragraphs: string[] }} Document
 */

/** For whom their text is made: the values of `--text`. */
export const PURPOSES = ['reading', 'index'];

/** @returns {Promise<Document>} `briefing` is the sample, or another Markdown file */
export async function buildDocument(text, face, folder, briefing, purpose = 'reading') {
  const source = text === 'briefing' ? briefingIn(face, briefing) : writeSource([text], face);
  const bytes = await build(source, purpose);
  const path = join(folder, `${text}-${face}-${purpose}.pdf`);
  writeFileSync(path, bytes);
  return {
    text,
    face: purpose === 'reading' ? face : `${face}, ${purpose}`,
    isOther: purpose !== 'reading',
    bytes,
    path,
    paragraphs: text === 'briefing' ? paragraphsOf(source) : readParagraphs(text),
  };
}

function briefingIn(face, briefing) {
  const source = readFileSync(briefing, 'utf8');
  return source.replace(/^---\n/, `---\ndigits: source\ntheme:\n  text:\n    family: ${face}\n`);
}

async function build(text, textFor) {
  const request = { files: ['-'], text, format: 'pdf', profile: 'screen', pdf: null, textFor };
  const rest = { envelope: null, template: null, theme: null, attachments: [] };
  const compiled = await compile({ ...request, ...rest }, openNodeWorld(process.cwd()), new Sink());
  return concatenate(compiled.bytes);
}
