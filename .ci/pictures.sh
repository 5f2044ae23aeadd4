#!/usr/bin/env bash
# The pictures of the README, made by the project itself. Needs poppler-utils, imagemagick, chromium, python3.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

# Pages side by side as they lie, right to left: sheet FILE.pdf RESOLUTION TILE PAGE…
sheet() {
  local pdf=$1 resolution=$2 tile=$3 pages=()
  shift 3
  for page in "$@"; do
    pdftoppm -r "$resolution" -f "$page" -l "$page" -png -singlefile "$pdf" "$out/page-$page"
    pages=("$out/page-$page.png" "${pages[@]}")
  done
  montage "${pages[@]}" -tile "$tile" -geometry +8+8 -background '#D9D6CF' "$out/sheet.png"
}
keep() { convert "$out/sheet.png" -dither None -colors 64 -strip "PNG8:$1"; }
browse() {
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$out/browser" \
    --window-size=760,900 --screenshot="$out/sheet.png" "file://$1" >/dev/null 2>&1
}

for script in pdf book gallery print booklet epub mail; do npm run --silent "$script" >/dev/null 2>&1; done

sheet output/briefing.pdf 60 3x1 1 2 3 && keep templates/briefing/sample.png
sheet output/dossier.pdf 60 3x1 1 22 47 && keep templates/book/sample.png
sheet output/gallery.pdf 60 3x1 2 3 4 && keep templates/briefing/gallery.png
sheet output/briefing-print.pdf 50 2x1 1 2 && keep templates/briefing/print.png
sheet output/dossier-booklet.pdf 45 2x1 21 22 && keep templates/book/booklet.png

unzip -q output/dossier.epub -d "$out/epub"
chapter=$(find "$out/epub" -name '*.xhtml' | xargs grep -l '<table' | sort | head -n 1)
browse "$chapter" && keep templates/book/epub.png

python3 - output/briefing.eml "$out/mail.html" <<'PY'
import email, email.policy, sys
with open(sys.argv[1], 'rb') as draft:
    message = email.message_from_binary_file(draft, policy=email.policy.default)
open(sys.argv[2], 'w', encoding='utf-8').write(message.get_body(('html',)).get_content())
PY
browse "$out/mail.html" && keep templates/briefing/mail.png
ls -l templates/*/*.png
