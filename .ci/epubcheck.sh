#!/bin/sh
# Checks e-books with the official EPUBCheck: .ci/epubcheck.sh FOLDER FILE.epub…
# FOLDER keeps the program; the first time it is fetched from Maven Central, which needs mvn. Needs a JDK (11 or newer).
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

[ $# -gt 0 ] || exit 0
# Most of a process is as short as loading its schemas: code compiled once is enough.
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$HOME_OF_CHECK/lib/*" "$(dirname "$0")/CheckBooks.java" "$@"
