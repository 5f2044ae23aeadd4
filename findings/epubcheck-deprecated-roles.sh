#!/usr/bin/env bash
# EPUBCheck 5.3.0 (Maven Central), roles of the Digital Publishing WAI-ARIA Module in an e-book: `doc-biblioentry` and
# `doc-endnote`, which version 1.1 of the module deprecates and keeps, make the book invalid. The message calls itself a warning
# and counts as an error: "ERROR(RSC-005) … WARNING: The "doc-biblioentry" role is deprecated", exit code 1. Other roles of
# the module pass, among them the `doc-bibliography` and `doc-endnotes` of the sections around, and so does a book
# that says the same in `epub:type` (`biblioentry`, `endnote`).
#
# What helps: no role on the items of a bibliography or of notes at the end of a book; `li` says that they are items.
# Exit code 0: as seen. Needs Java 11 or newer, Maven and Python 3.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>seen</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.w3c</groupId><artifactId>epubcheck</artifactId><version>5.3.0</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib >/dev/null 2>&1

cat >make.py <<'PY'
import sys, zipfile

CONTAINER = '''<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'''
PACKAGE = '''<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:uuid:12345678-1234-4234-8234-123456789abc</dc:identifier>
<dc:title>t</dc:title><dc:language>en</dc:language><meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>
<manifest><item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="n"/></spine></package>'''

def make(name, section, item):
    page = f'''<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>t</title></head><body><nav epub:type="toc"><ol><li><a href="n.xhtml">t</a></li></ol></nav>
<section {section}><ul><li {item}>words</li></ul></section></body></html>'''
    with zipfile.ZipFile(name, 'w') as book:
        book.writestr('mimetype', 'application/epub+zip')
        for path, text in ('META-INF/container.xml', CONTAINER), ('p.opf', PACKAGE), ('n.xhtml', page):
            book.writestr(path, text, zipfile.ZIP_DEFLATED)

make('plain.epub', 'role="doc-bibliography"', '')
make('typed.epub', 'epub:type="bibliography" role="doc-bibliography"', 'epub:type="biblioentry"')
make('entry.epub', 'role="doc-bibliography"', 'role="doc-biblioentry"')
make('notes.epub', 'role="doc-endnotes"', '')
make('note.epub', 'role="doc-endnotes"', 'role="doc-endnote"')
PY
python3 make.py

for book in plain typed entry notes note; do
  status=0
  java -cp 'lib/*' com.adobe.epubcheck.tool.Checker "$book.epub" >"$book.log" 2>&1 || status=$?
  role=$(grep -o 'ERROR(RSC-005).*deprecated' "$book.log" | sed 's/): .*WARNING/) … WARNING/' || true)
  echo "$book $status${role:+ $role}"
done | tee seen
diff seen - <<'SEEN'
plain 0
typed 0
entry 1 ERROR(RSC-005) … WARNING: The "doc-biblioentry" role is deprecated
notes 0
note 1 ERROR(RSC-005) … WARNING: The "doc-endnote" role is deprecated
SEEN
echo "as seen"
