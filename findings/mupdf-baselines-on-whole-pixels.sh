#!/usr/bin/env bash
# mupdf 1.28.1 (npm) draws horizontal text with its baseline on a whole pixel: moved down by less than a pixel, a line
# may be drawn exactly as before, while moved aside by as much it is not. So pictures of pages that are compared below 72
# dots per inch do not see a line that moved by a point.
#
# What helps: compare at 72 dots per inch or more, where a point is a pixel at least.
# Exit code 0: as seen. Needs npm and Node 20 or newer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund mupdf@1.28.1 pdfkit@0.20.2 >/dev/null

cat >script.mjs <<'JS'
import * as mupdf from 'mupdf';
import PDFDocument from 'pdfkit';

async function write(x, y) {
  const document = new PDFDocument({ size: [300, 300], margin: 0 });
  const parts = [];
  document.on('data', (part) => parts.push(part));
  document.fontSize(12).text('A line of text', x, y, { baseline: 'alphabetic', lineBreak: false });
  document.end();
  await new Promise((resolve) => document.on('end', resolve));
  return Buffer.concat(parts);
}

function draw(bytes, resolution) {
  const scale = resolution / 72;
  const page = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
  const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceGray);
  return Buffer.from(pixmap.getPixels());
}

async function countSame(resolution, moveX, moveY) {
  let same = 0;
  for (let at = 0; at < 12; at++) {
    const y = 100 + at * 1.25;
    const [one, other] = [await write(50, y), await write(50 + moveX, y + moveY)];
    if (draw(one, resolution).equals(draw(other, resolution))) same++;
  }
  return same;
}

console.log(`60 dpi, a point lower: ${await countSame(60, 0, 1)} of 12 lines are the same picture`);
console.log(`60 dpi, a point aside: ${await countSame(60, 1, 0)} of 12`);
console.log(`72 dpi, a point lower: ${await countSame(72, 0, 1)} of 12`);
JS

node script.mjs | tee seen
[ "$(grep -o '[0-9]* of 12' seen | tr '\n' ' ')" = '4 of 12 0 of 12 0 of 12 ' ]
echo "as seen"
