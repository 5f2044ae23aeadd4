#!/usr/bin/env bash
# Validates PDFs with veraPDF as PDF/A-2a (PDF/A-3a where the file says part 3: it carries files) and as
# PDF/UA-1; PDF 2.0 as PDF/A-4 (PDF/A-4f likewise), PDF/UA-2 and Well-Tagged PDF for accessibility and for reuse:
# .ci/verapdf.sh [--as-claimed] FILE.pdf…
# With --as-claimed a file is held only to what it says it is, so that what it leaves unsaid does no harm.
# Needs java (8 or newer) and, the first time, mvn. Exit code 0: every file passes all of its own.
set -euo pipefail

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

as_claimed=false
if [ "${1:-}" = --as-claimed ]; then
  as_claimed=true
  shift
fi

# The metadata is not deflated, so that it can be read like this.
claims() { grep -aq "<$1<" "$2"; }
is_two() { [ "$(head -c 8 "$1")" = %PDF-2.0 ]; }
plain=()
carrying=()
accessible=()
plain2=()
carrying2=()
accessible2=()
tagged2=()
for file in "$@"; do
  if is_two "$file"; then
    if claims 'pdfaid:conformance>F' "$file"; then carrying2+=("$file")
    elif ! $as_claimed || claims 'pdfaid:part>4' "$file"; then plain2+=("$file"); fi
    if ! $as_claimed || claims 'pdfuaid:part>2' "$file"; then accessible2+=("$file"); fi
    if ! $as_claimed || grep -aq 'declarations/wtpdf#' "$file"; then tagged2+=("$file"); fi
  else
    if claims 'pdfaid:part>3' "$file"; then carrying+=("$file")
    elif ! $as_claimed || claims 'pdfaid:part>2' "$file"; then plain+=("$file"); fi
    if ! $as_claimed || claims 'pdfuaid:part>1' "$file"; then accessible+=("$file"); fi
  fi
done

status=0
validate() {
  local flavour=$1
  shift
  [ $# -gt 0 ] || return 0
  java -cp "$CACHE/lib/*" org.verapdf.apps.GreenfieldCliWrapper --flavour "$flavour" --format text -v "$@" || status=1
}
validate 2a "${plain[@]}"
validate 3a "${carrying[@]}"
validate ua1 "${accessible[@]}"
validate 4 "${plain2[@]}"
validate 4f "${carrying2[@]}"
validate ua2 "${accessible2[@]}"
validate wt1a "${tagged2[@]}"
validate wt1r "${tagged2[@]}"
exit "$status"
