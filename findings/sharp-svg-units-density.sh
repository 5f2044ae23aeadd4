#!/usr/bin/env bash
# sharp 0.35.5 (librsvg inside), SVG with a length in millimetres: `density`, meant to make a drawing larger, changes its
# proportions. Pixels of the file grow with density / 72, but a millimetre is density / 25.4 pixels of the file, and
# these are scaled once more. Of a drawing 200 px wide, a bar of 25.4mm (96 px in CSS Values 4, 6.2, so .48 of the width)
# is .36 at the usual density of 72, .48 at 96 alone, .72 at 144, and fills the whole width at 288.
#
# What helps: density 96 and then resize, or no units but px in the file.
# Exit code 0: as seen. Needs Node 20.9 or newer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --silent --ignore-scripts sharp@0.35.5 >/dev/null

cat >seen.mjs <<'JS'
import sharp from 'sharp';

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="20" viewBox="0 0 200 20">
<rect width="200" height="20" fill="#fff"/><rect width="25.4mm" height="20" fill="#000"/></svg>`;
const seen = [];
for (const density of [72, 96, 144, 288]) {
  const image = sharp(Buffer.from(svg), { density }).greyscale().raw();
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  const row = Math.floor(info.height / 2) * info.width;
  let dark = 0;
  for (let x = 0; x < info.width; x++) if (data[(row + x) * info.channels] < 128) dark++;
  seen.push(`${density}: ${(dark / info.width).toFixed(2)}`);
}
console.log(seen.join(', '));
JS
got=$(node seen.mjs)
echo "$got"
[ "$got" = "72: 0.36, 96: 0.48, 144: 0.72, 288: 1.00" ]
