#!/usr/bin/env bash
# mupdf 1.28.1 (npm), text extraction: characters of Arabic Presentation Forms-A that have no decomposition come out as
# U+0000 in `walk` and as U+FFFD in `asText`, whatever ToUnicode says: the ornate parentheses of Qur'an quotations
# (U+FD3E, U+FD3F), the ligature of the basmala (U+FDFD), the detached dots (U+FBB2–U+FBC1). Other brackets are kept.
#
# What helps: nothing in the file. Where text is searched, other readers find these characters.
# Exit code 0: as seen. Needs npm and Node 20 or newer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund mupdf@1.28.1 pdfkit@0.20.2 @expo-google-fonts/amiri@0.4.1 >/dev/null

cat >script.mjs <<'JS'
import * as mupdf from 'mupdf';
import PDFDocument from 'pdfkit';

const document = new PDFDocument();
const parts = [];
document.on('data', (part) => parts.push(part));
document.font('node_modules/@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf');
for (const code of [0xfd3e, 0xfd3f, 0xfdfd, 0xfbb2, 0xbb]) document.text(`a${String.fromCodePoint(code)}b`);
document.end();
await new Promise((resolve) => document.on('end', resolve));

const page = mupdf.Document.openDocument(Buffer.concat(parts), 'application/pdf').loadPage(0);
let seen = '';
page.toStructuredText('').walk({ onChar: (character) => (seen += character) });
for (const [, between] of seen.matchAll(/a(.*?)b/gs))
  console.log(Array.from(between, (one) => `U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`).join(' '));
JS

node script.mjs | tee seen
[ "$(tr '\n' ' ' <seen)" = 'U+0000 U+0000 U+0000 U+0000 U+00BB ' ]
echo "as seen"
