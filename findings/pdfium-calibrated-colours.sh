#!/usr/bin/env bash
# PDFium (@hyzyla/pdfium 2.1.13, npm; the reader of Chrome and Edge), calibrated colours (ISO 32000-1, 8.6.5.2 and
# 8.6.5.3): /Gamma of /CalGray is not heeded anywhere, that of /CalRGB not in images, but in the colours of a palette
# (/Indexed over /CalRGB) it is. So 64 of 255 at /Gamma 1 is painted as 64 in an image and as 137 in an image of the same
# pixel by way of a palette. MuPDF (mupdf 1.26.4, npm) paints 137 in all of them, which is what the standard says: light in
# proportion to the value, and 137 is how sRGB writes a quarter of the light.
#
# Whoever keeps the gAMA of a PNG as /CalGray or /CalRGB gives Chrome a picture of other tones than MuPDF's, and one that
# changes when the same pixels are written as a palette.
# Exit code 0: as seen. Needs npm and Node 20 or newer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @hyzyla/pdfium@2.1.13 mupdf@1.26.4 >/dev/null

cat >script.mjs <<'JS'
import { PDFiumLibrary } from '@hyzyla/pdfium';
import * as mupdf from 'mupdf';

/** A page of one pixel: grey 64 of 255. */
function pdf(space, pixel) {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 20 20] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> /ColorSpace << /C [/CalGray << /WhitePoint [0.9505 1 1.089] /Gamma 1 >>] >> >> >>',
    null,
    null,
  ];
  const draw = space === null ? '/C cs 0.25098 sc 0 0 20 20 re f' : '20 0 0 20 0 0 cm /I Do';
  objects[3] = `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`;
  objects[4] = `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace ${space ?? '/DeviceGray'} /Filter /ASCIIHexDecode /Length ${pixel.length} >>\nstream\n${pixel}\nendstream`;
  let text = '%PDF-1.7\n';
  const at = objects.map((object, index) => {
    const start = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const start = text.length;
  text += `xref\n0 6\n0000000000 65535 f \n${at.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const GREY = '[/CalGray << /WhitePoint [0.9505 1 1.089] /Gamma 1 >>]';
const RGB = '[/CalRGB << /WhitePoint [0.9505 1 1.089] /Gamma [1 1 1] /Matrix [0.4124 0.2126 0.0193 0.3576 0.7152 0.1192 0.1805 0.0722 0.9505] >>]';
const cases = {
  'grey image': [GREY, '40>'],
  'rgb image': [RGB, '404040>'],
  'rgb palette': [`[/Indexed ${RGB} 0 <404040>]`, '00>'],
  'grey palette': [`[/Indexed ${GREY} 0 <40>]`, '00>'],
  'grey area': [null, '40>'],
};
const library = await PDFiumLibrary.init();
for (const [name, [space, pixel]] of Object.entries(cases)) {
  const bytes = pdf(space, pixel);
  const document = await library.loadDocument(bytes);
  const { data, width } = await document.getPage(0).render({ scale: 1, render: 'bitmap' });
  const seen = data[(10 * width + 10) * 4];
  document.destroy();
  const page = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
  const pixmap = page.toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceRGB, false);
  console.log(`${name}: PDFium ${seen}, MuPDF ${pixmap.getPixels()[(10 * 20 + 10) * 3]}`);
}
library.destroy();
JS

node script.mjs | tee seen
[ "$(cat seen)" = "$(printf '%s\n' \
  'grey image: PDFium 64, MuPDF 137' \
  'rgb image: PDFium 64, MuPDF 137' \
  'rgb palette: PDFium 137, MuPDF 137' \
  'grey palette: PDFium 64, MuPDF 137' \
  'grey area: PDFium 64, MuPDF 137')" ]
echo "as seen"
