#!/bin/sh
# Fetches what Warraq is set beside in `npm run bench:security`: .ci/security-peers.sh FOLDER
# FOLDER keeps Typst and pandoc as their Python packages bring them. Needs python3 with venv.
set -eu
TYPST=0.15.2
PYPANDOC=1.17
FOLDER="$1"
[ -e "$FOLDER/bin/python" ] || python3 -m venv "$FOLDER"
"$FOLDER/bin/pip" install -q --disable-pip-version-check "typst==$TYPST" "pypandoc-binary==$PYPANDOC"
