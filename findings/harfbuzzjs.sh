#!/usr/bin/env bash
# harfbuzzjs 1.6.4 (HarfBuzz as WebAssembly), seen in Node 20.20.2.
#
# 1. `face.referenceTable(tag)` never gives back the blob that it takes: a face that was asked for one table keeps the
#    bytes of its whole file in WebAssembly memory when it is collected (0.4 MB each with Amiri); one that was not is freed.
# 2. What it returns is a view of WebAssembly memory: as soon as that grows, by whatever is opened next, it has length 0,
#    and reading it throws nothing.
# 3. It has no Arabic fallback: from a font without GSUB, but with presentation forms in `cmap`, letters come out unjoined,
#    where HarfBuzz's own hb-shape takes the forms.
#
# What helps: read tables from the file's bytes oneself; refuse fonts whose letters do not change when they should join.
# Exit code 0: as seen. Needs npm; of hb-shape (Debian: libharfbuzz-bin) what is said in 3, where it is installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts harfbuzzjs@1.6.4 @expo-google-fonts/amiri@0.4.1 >/dev/null
font=node_modules/@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf

cat >memory.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import * as hb from 'harfbuzzjs';

const [, , font, asks] = process.argv;
const bytes = readFileSync(font);

async function collect() {
  for (let turn = 0; turn < 2; turn++) {
    globalThis.gc();
    await setImmediate();
  }
}

/** Opens `count` faces and lets them go; megabytes of the process then. */
async function open(count) {
  for (let at = 1; at <= count; at++) {
    const face = new hb.Face(new hb.Blob(bytes));
    if (asks) face.referenceTable('head');
    if (at % 20 === 0) await collect();
  }
  return process.memoryUsage().rss / 2 ** 20;
}

const first = await open(100);
const grown = (await open(400)) - first;
console.log(`400 faces ${asks ? 'asked for a table' : 'left alone'}: ${grown > 100 ? 'kept' : grown < 20 ? 'freed' : grown}`);
JS
{ node --expose-gc memory.mjs "$font" asks; node --expose-gc memory.mjs "$font"; } | tee seen
grep -q '^400 faces asked for a table: kept$' seen
grep -q '^400 faces left alone: freed$' seen

cat >view.mjs <<'JS'
import { readFileSync } from 'node:fs';
import * as hb from 'harfbuzzjs';

const bytes = readFileSync(process.argv[2]);
const table = new hb.Face(new hb.Blob(bytes)).referenceTable('head');
const before = table.length;
const others = Array.from({ length: 200 }, () => new hb.Blob(bytes));
console.log(`a table's length: ${before}, and with ${others.length} more fonts open: ${table.length}`);
JS
node view.mjs "$font" | tee seen
grep -q '^a table.s length: 54, and with 200 more fonts open: 0$' seen

cat >forms.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import * as hb from 'harfbuzzjs';

const bytes = readFileSync(process.argv[2]);
// A table by another name is none.
bytes.write('xxxx', bytes.indexOf('GSUB'), 'latin1');
writeFileSync('forms.ttf', bytes);
const font = new hb.Font(new hb.Face(new hb.Blob(bytes)));
const buffer = new hb.Buffer();
buffer.addText('ببب');
buffer.guessSegmentProperties();
hb.shape(font, buffer);
const kinds = new Set(buffer.getGlyphInfos().map(({ codepoint }) => codepoint)).size;
console.log(`three letters that join, U+FE92 in cmap: ${font.nominalGlyph(0xfe92) > 0}, kinds of glyphs: ${kinds}`);
JS
node forms.mjs "$font" | tee seen
grep -q '^three letters that join, U+FE92 in cmap: true, kinds of glyphs: 1$' seen
if command -v hb-shape >/dev/null; then
  hb-shape --no-positions --no-clusters --output-format=json forms.ttf 'ببب' | tee seen
  [ "$(grep -o '"g":"[^"]*"' seen | sort -u | wc -l)" -ge 2 ]
fi
echo "as seen"
