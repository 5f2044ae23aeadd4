#!/usr/bin/env bash
# mupdf 1.28.1 (npm), style sheets of e-books and HTML: the attribute selectors `[a^=…]`, `[a$=…]` and `[a*=…]` of CSS 3
# are a syntax error, and all of their rule is left out, for the other selectors of its list too; rules before and behind it
# hold. `[a]`, `[a=…]` and `[a~=…]` are known. `:not(…)` leaves its rule out without a word.
#
# What helps in an e-book: a class on the element, in place of the operator; no such selector in a list with others.
# Exit code 0: as seen. Needs npm and Node 20 or newer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund mupdf@1.28.1 >/dev/null

cat >script.mjs <<'JS'
import * as mupdf from 'mupdf';

function sizeUnder(css) {
  const html = `<html><head><style>${css}</style></head><body><p class="far">word</p></body></html>`;
  const document = mupdf.Document.openDocument(Buffer.from(html), 'text/html');
  document.layout(400, 600, 12);
  const { blocks } = JSON.parse(document.loadPage(0).toStructuredText().asJSON());
  return blocks[0].lines[0].font.size;
}

const large = '{font-size:30px}';
for (const selector of ['p[class]', 'p[class="far"]', 'p[class~="far"]', 'p[class^="f"]', 'p[class$="r"]', 'p[class*="a"]', 'p:not(.near)', 'p, a[href^="h"]'])
  console.log(`${selector} ${sizeUnder(`${selector}${large}`)}`);
console.log(`behind it ${sizeUnder(`a[href^="h"]{color:red} p${large}`)}`);
JS

node script.mjs 2>/dev/null | tee seen
diff seen - <<'SEEN'
p[class] 30
p[class="far"] 30
p[class~="far"] 30
p[class^="f"] 12
p[class$="r"] 12
p[class*="a"] 12
p:not(.near) 12
p, a[href^="h"] 12
behind it 30
SEEN
echo "as seen"
