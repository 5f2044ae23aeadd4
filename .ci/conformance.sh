#!/usr/bin/env bash
# npm run check:conformance: what Warraq makes of its sample documents and of every sound fixture of the
# road, before outside judges. Needs qpdf, poppler, Java and Maven (which fetches veraPDF and EPUBCheck once).
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cache="${XDG_CACHE_HOME:-$HOME/.cache}"

build() {
  node dist/cli.js build "$1" --quiet -o "$out/$2.pdf"
  node dist/cli.js build "$1" --quiet --pdf 2.0 -o "$out/$2-2.0.pdf"
  node dist/cli.js build "$1" --quiet -o "$out/$2.epub"
}
build content/briefing.md briefing
build content/dossier/book.yaml dossier
for document in test/road/*/document.md test/road/*/book.yaml; do
  build "$document" "$(basename "$(dirname "$document")")"
done

echo "== qpdf --check"
for pdf in "$out"/*.pdf; do
  qpdf --check "$pdf" >/dev/null
  echo "ok   $(basename "$pdf")"
done

echo "== attached files come out as they went in"
carried=test/road/attachments
mkdir "$out/carried"
for version in attachments attachments-2.0; do
  pdfdetach -enc UTF-8 -saveall -o "$out/carried" "$out/$version.pdf"
  for file in "$carried"/بيانات/*.csv "$carried"/summits.json "$carried"/empty.txt "$carried"/document.md; do
    cmp "$file" "$out/carried/$(basename "$file")"
    echo "ok   $version $(basename "$file")"
  done
done

echo "== veraPDF: PDF/A-2a (3a with attached files) and PDF/UA-1; PDF 2.0: PDF/A-4 (4f), PDF/UA-2 and WTPDF"
bash .ci/verapdf.sh "$out"/*.pdf

echo "== documents that cannot keep a claim do not make it"
mkdir "$out/unclaimed"
for document in test/pdf/unclaimed/*.md; do
  name=$(basename "$document" .md)
  for version in 1.7 2.0; do
    pdf="$out/unclaimed/$name-$version.pdf"
    node dist/cli.js build "$document" --quiet --pdf "$version" -o "$pdf"
    # PDF/A-4 has no limit for the length of a string.
    if [ "$name-$version" != long-address-2.0 ] && [ "$(grep -ac '<pdfu*aid:part>' "$pdf")" -eq 2 ]; then
      echo "claims what it does not keep: $document as PDF $version"
      exit 1
    fi
  done
done
bash .ci/verapdf.sh --as-claimed "$out"/unclaimed/*.pdf

echo "== EPUBCheck"
bash .ci/epubcheck.sh "${EPUBCHECK_HOME:-$cache/epubcheck-5.3.0}" "$out"/*.epub
