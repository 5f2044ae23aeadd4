#!/bin/sh
# Fetches what reads e-books, for `npm run test:outside`: .ci/ebook-readers.sh FOLDER
# FOLDER keeps foliate-js, Ace by DAISY and the puppeteer that comes with it (82 MB), without a browser: that is Debian's
# Chromium. Needs npm.
set -eu

FOLIATE=1.0.1
ACE=1.4.6
FOLDER="$1"

mkdir -p "$FOLDER"
[ -e "$FOLDER/package.json" ] || echo '{"private":true}' >"$FOLDER/package.json"
npm install --prefix "$FOLDER" --ignore-scripts --no-audit --no-fund "foliate-js@$FOLIATE" "@daisy/ace-cli@$ACE"
