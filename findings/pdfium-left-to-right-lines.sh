#!/usr/bin/env bash
# PDFium (@hyzyla/pdfium 2.1.13, npm; the reader of Chrome and Edge), text extraction and search: where a document says
# that its pages turn to the right (ViewerPreferences /Direction /R2L), a line of English alone comes out with its words
# from the last to the first, its separators among them: "one two, three" as "three ,two one". Each word is whole. The
# same page without /Direction is read in order.
#
# What it does: /Direction is one base direction for every line; a line is cut into stretches of one class (letters,
# separators, the rest, spaces too), and these are taken from the right to the left. So the key that gives an Arabic book
# its binding turns its code blocks and English paragraphs round, for who copies or searches.
#
# What helps: ActualText around the line with its stretches turned round already, which PDFium turns back, and MuPDF
# takes as it stands. Or a text object a stretch, each beginning a little left of the one before it.
# Exit code 0: as seen. Needs npm and Node 20 or newer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @hyzyla/pdfium@2.1.13 pdfkit@0.20.2 >/dev/null

cat >script.mjs <<'JS'
import { PDFiumLibrary } from '@hyzyla/pdfium';
import PDFDocument from 'pdfkit';

async function write(direction) {
  const document = new PDFDocument();
  const parts = [];
  document.on('data', (part) => parts.push(part));
  if (direction !== null) document._root.data.ViewerPreferences = document.ref({ Direction: direction });
  document.font('Helvetica').text('one two, three');
  document.end();
  await new Promise((resolve) => document.on('end', resolve));
  return Buffer.concat(parts);
}

const library = await PDFiumLibrary.init();
for (const direction of [null, 'L2R', 'R2L']) {
  const document = await library.loadDocument(await write(direction));
  console.log(`${direction}: ${document.getPage(0).getText().trim()}`);
  document.destroy();
}
library.destroy();
JS

node script.mjs | tee seen
[ "$(cat seen)" = "$(printf 'null: one two, three\nL2R: one two, three\nR2L: three ,two one')" ]
echo "as seen"
