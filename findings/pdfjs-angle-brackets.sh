#!/usr/bin/env bash
# pdf.js (pdfjs-dist 5.6.205, npm; the reader of Firefox and of many web pages), text content: in a text item that it takes
# for right-to-left text, the signs < and > are gone: "ب<ت", "ب < ت" and "ب > ت" come out without them, in copies, in search
# and for who reads aloud. In left-to-right text they stay; ≤ and « stay in both.
#
# What it does: it works with these two as signs of its own while it turns a line round, and takes all of them out in the
# end, those of the document with its own.
#
# What helps: the sign as a text object of its own between two left-to-right marks.
# Exit code 0: as seen. Needs npm and Node 20 or newer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts pdfjs-dist@5.6.205 >/dev/null 2>&1

cat >script.mjs <<'JS'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A page of one line in Helvetica whose codes A, B, C … read as `characters`, from the left to the right. */
function makePage(characters) {
  const hex = (text) => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const map = characters.map((character, at) => `<${(65 + at).toString(16)}> <${hex(character)}>`).join('\n');
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Line def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${characters.length} beginbfchar
${map}
endbfchar endcmap end end`;
  const codes = String.fromCharCode(...characters.map((_, at) => 65 + at));
  const content = `BT /F 20 Tf 50 100 Td (${codes}) Tj ET`;
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    `<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 65 /LastChar 90 /Widths [${Array(26).fill(600).join(' ')}] /Encoding /WinAnsiEncoding /ToUnicode 6 0 R>>`,
    `<</Length ${cmap.length}>>\nstream\n${cmap}\nendstream`,
  ];
  let text = '%PDF-1.7\n';
  const entries = objects.map((object, at) => {
    const entry = `${String(text.length).padStart(10, '0')} 00000 n \n`;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return entry;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}trailer <</Root 1 0 R /Size ${objects.length + 1}>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

const lines = ['ت<ب', 'ت < ب', 'ت > ب', 'ت≤ب', 'ت«ب', 'a<b'];
for (const line of lines) {
  const document = await getDocument({ data: new Uint8Array(makePage(Array.from(line))), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  const read = items.map(({ str }) => str).join('');
  const sign = line.replace(/[\p{L} ]/gu, '');
  console.log(`U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')} ${/\p{Script=Arabic}/u.test(line) ? 'Arabic' : 'Latin'}: ${read.includes(sign) ? 'kept' : 'gone'}`);
}
JS

node script.mjs 2>/dev/null | tee seen
[ "$(cat seen)" = "$(printf 'U+003C Arabic: gone\nU+003C Arabic: gone\nU+003E Arabic: gone\nU+2264 Arabic: kept\nU+00AB Arabic: kept\nU+003C Latin: kept')" ]
echo "as seen"
