#!/bin/sh
# Checks e-books with the official EPUBCheck: .ci/epubcheck.sh FOLDER FILE.epub…
# FOLDER keeps the program; the first time it is fetched from Maven Central, which needs mvn. Needs java (11 or newer).
# Exit code 0: no error and no warning in any file.
set -eu

VERSION=5.3.0
HOME_OF_CHECK="$1"
shift

if [ ! -e "$HOME_OF_CHECK/lib/epubcheck-$VERSION.jar" ]; then
  mkdir -p "$HOME_OF_CHECK"
  cat >"$HOME_OF_CHECK/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>epubcheck</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.w3c</groupId><artifactId>epubcheck</artifactId><version>$VERSION</version></dependency>
  </dependencies>
</project>
POM
  mvn -q -B -f "$HOME_OF_CHECK/pom.xml" dependency:copy-dependencies -DoutputDirectory="$HOME_OF_CHECK/lib" >&2
fi

report="$HOME_OF_CHECK/report.$$"
status=0
for file in "$@"; do
  java -cp "$HOME_OF_CHECK/lib/*" com.adobe.epubcheck.tool.Checker --failonwarnings "$file" >"$report" 2>&1 || status=1
  # its XSLT library greets every schema with two lines about versions
  echo "$file: $(grep -v -e '^Warning *$' -e 'XSLT version ignored' -e '^EPUBCheck completed' -e '^$' "$report")"
done
rm -f "$report"
exit "$status"
