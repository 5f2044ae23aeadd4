#!/usr/bin/env bash
# npm run check:conformance: the documents that ship with Warraq before outside judges. Needs Java and Maven.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

node dist/cli.js build content/briefing.md --quiet -o "$out/briefing.pdf"
node dist/cli.js build content/dossier/book.yaml --quiet -o "$out/dossier.pdf"
for case in test/road/*/document.md; do
  [ -e "$case" ] || continue
  name=$(basename "$(dirname "$case")")
  # A draft that does not build has no document to judge.
  node dist/cli.js build "$case" --quiet -o "$out/$name.pdf" 2>/dev/null || true
done

echo "== qpdf --check"
for pdf in "$out"/*.pdf; do qpdf --check "$pdf" >/dev/null && echo "ok   $(basename "$pdf")"; done

echo "== veraPDF: PDF/A-2a and PDF/UA-1"
bash .ci/verapdf.sh "$out"/*.pdf

if [ -e .ci/epubcheck.sh ]; then
  echo "== EPUBCheck"
  node dist/cli.js build content/briefing.md --quiet -o "$out/briefing.epub"
  node dist/cli.js build content/dossier/book.yaml --quiet -o "$out/dossier.epub"
  bash .ci/epubcheck.sh "$out"/*.epub
fi
