#!/bin/sh
# Fetches what reads PDFs in other languages, for `npm run bench:text`: .ci/text-consumers.sh FOLDER
# FOLDER keeps PDFBox, Lucene's analyzers, pypdf and, as a peer, Typst; the first time they come from the registries of
# Maven, Python and npm. Needs mvn, a JDK (11 or newer), python3 with venv and npm.
set -eu
cd "$(dirname "$0")/.."

PDFBOX=3.0.8
LUCENE=9.12.3
PYPDF=6.21.0
TYPST=0.7.0
FOLDER="$1"

mkdir -p "$FOLDER"
if [ ! -e "$FOLDER/lib/pdfbox-$PDFBOX.jar" ] || [ ! -e "$FOLDER/lib/lucene-core-$LUCENE.jar" ]; then
  cat >"$FOLDER/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>text-consumers</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.pdfbox</groupId><artifactId>pdfbox</artifactId><version>$PDFBOX</version>
    </dependency>
    <dependency>
      <groupId>org.apache.lucene</groupId><artifactId>lucene-analysis-common</artifactId><version>$LUCENE</version>
    </dependency>
  </dependencies>
</project>
POM
  mvn -q -B -f "$FOLDER/pom.xml" dependency:copy-dependencies -DoutputDirectory="$FOLDER/lib" >&2
fi
javac -cp "$FOLDER/lib/*" -d "$FOLDER/classes" test/bench/text/Consumers.java

[ -e "$FOLDER/venv/bin/python" ] || python3 -m venv "$FOLDER/venv"
"$FOLDER/venv/bin/pip" install -q --disable-pip-version-check "pypdf==$PYPDF"

[ -e "$FOLDER/package.json" ] || echo '{"private":true}' >"$FOLDER/package.json"
npm install --prefix "$FOLDER" --ignore-scripts --no-audit --no-fund "@myriaddreamin/typst-ts-node-compiler@$TYPST"
