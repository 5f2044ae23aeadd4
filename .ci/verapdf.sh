#!/bin/sh
# Validates PDFs with veraPDF as PDF/A-2a and PDF/UA-1: .ci/verapdf.sh FILE.pdf…
# Needs java (8 or newer) and, the first time, mvn. Exit code 0: every file passes both.
set -eu

VERSION=1.30.2
CACHE="${VERAPDF_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/verapdf-$VERSION}"

if [ ! -e "$CACHE/lib/cli-$VERSION.jar" ]; then
  mkdir -p "$CACHE"
  cat >"$CACHE/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>verapdf</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.verapdf.apps</groupId><artifactId>cli</artifactId><version>$VERSION</version></dependency>
  </dependencies>
</project>
POM
  mvn -q -B -f "$CACHE/pom.xml" dependency:copy-dependencies -DoutputDirectory="$CACHE/lib" >&2
fi

status=0
for flavour in 2a ua1; do
  java -cp "$CACHE/lib/*" org.verapdf.apps.GreenfieldCliWrapper --flavour "$flavour" --format text -v "$@" || status=1
done
exit "$status"
