import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readParagraphs } from '../../textlayer/fidelity/measure.mjs';
import { paragraphsOf } from './paragraphs.mjs';
import { CONSUMERS, needsConsumer } from './tools.mjs';

const TYPST = '@myriaddreamin/typst-ts-node-compiler';

/** The same texts as Typst sets them in Amiri. Of the briefing the paragraphs alone: only the text layers differ. */
export async function buildPeers(texts, folder, briefing) {
  const missing = needsConsumer(`node_modules/${TYPST}`);
  if (missing !== null) {
    console.log(`skipped: the peer Typst, for want of ${missing}`);
    return [];
  }
  const compiler = await openTypst();
  return texts.map((text) => {
    const paragraphs =
      text === 'briefing' ? paragraphsOf(readFileSync(briefing, 'utf8')) : readParagraphs(text);
    const result = compiler.compile({ mainFileContent: sourceOf(paragraphs) });
    const bytes = new Uint8Array(compiler.pdf(result.result, {}));
    const path = join(folder, `${text}-typst.pdf`);
    writeFileSync(path, bytes);
    return { text, face: 'Typst, Amiri', path, bytes, paragraphs, isPeer: true };
  });
}

async function openTypst() {
  const require = createRequire(pathToFileURL(join(CONSUMERS, 'package.json')));
  const { NodeCompiler } = await import(pathToFileURL(require.resolve(TYPST)).href);
  const amiri = 'node_modules/@expo-google-fonts/amiri/400Regular';
  return NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontPaths: [amiri] }] });
}

function sourceOf(paragraphs) {
  const head =
    '#set page("a4", margin: 2.5cm)\n#set text(font: "Amiri", size: 12pt, lang: "ar")\n#set par(justify: true)\n';
  return head + paragraphs.map((text) => text.replace(/[\\#$*_`<>@~=/+-]/g, '\\$&')).join('\n\n');
}
