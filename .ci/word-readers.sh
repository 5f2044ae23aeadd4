#!/bin/sh
# Fetches what reads Word documents, for test/docx/: .ci/word-readers.sh FOLDER
# FOLDER keeps python-docx, mammoth and openxml-audit (the rules of the schema); the first time they come from PyPI.
# Needs python3 with venv.
set -eu

FOLDER="$1"

[ -e "$FOLDER/bin/python" ] || python3 -m venv "$FOLDER"
"$FOLDER/bin/pip" install -q --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0 openxml-audit==0.8.0
