#!/usr/bin/env bash
# PDFium (@hyzyla/pdfium 2.1.13, npm; the reader of Chrome and Edge), text extraction: in a line with right-to-left letters a
# character beyond U+FFFF (an Arabic mathematical letter, an emoji, a letter of another script) comes out as two U+FFFD. In
# a line of Latin letters, or of such characters alone, it is whole.
#
# What it does: it keeps a line as units of UTF-16 and turns the right-to-left stretches round unit by unit: the halves of
# such a character change places and are none any more.
#
# What helps an emoji: to be a text object of its own between two left-to-right marks; it is whole then.
# Exit code 0: as seen. Needs npm and Node 20 or newer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @hyzyla/pdfium@2.1.13 >/dev/null 2>&1

cat >script.mjs <<'JS'
import { PDFiumLibrary } from '@hyzyla/pdfium';

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

const library = await PDFiumLibrary.init();
const name = (character) => `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
for (const line of ['ت\u{1EE00}ب', 'ت\u{1F600}ب', 'ב\u{10900}א', 'a\u{1F600}b', '\u{1EE00}\u{1EE01}']) {
  const document = await library.loadDocument(makePage(Array.from(line)));
  const read = document.getPage(0).getText().trim();
  document.destroy();
  console.log(`${Array.from(line, name).join(' ')}: ${Array.from(read, name).join(' ')}`);
}
library.destroy();
JS

node script.mjs | tee seen
[ "$(cat seen)" = "$(printf '%s\n' \
  'U+062A U+1EE00 U+0628: U+0628 U+FFFD U+FFFD U+062A' \
  'U+062A U+1F600 U+0628: U+0628 U+FFFD U+FFFD U+062A' \
  'U+05D1 U+10900 U+05D0: U+05D0 U+FFFD U+FFFD U+05D1' \
  'U+0061 U+1F600 U+0062: U+0061 U+1F600 U+0062' \
  'U+1EE00 U+1EE01: U+1EE00 U+1EE01')" ]
echo "as seen"
