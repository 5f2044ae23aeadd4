#!/bin/sh
# Fetches what reads e-mail in other languages, for `npm run test:outside`: .ci/mail-readers.sh FOLDER
# FOLDER keeps Mime4j, mail-parser and postal-mime, and the programs of test/outside/mail/ compiled; the first time they come
# from the registries of Maven, Rust and npm. Needs npm; without mvn and a JDK, Go, or cargo (1.85 or newer) their reader
# is left out, and the table says so.
set -eu
cd "$(dirname "$0")/.."

MIME4J=0.8.15
MAIL_PARSER=0.11.9
POSTAL_MIME=4.0.0
FOLDER="$1"
PROGRAMS="$PWD/test/outside/mail"

mkdir -p "$FOLDER/rust/src"
[ -e "$FOLDER/package.json" ] || echo '{"private":true}' >"$FOLDER/package.json"
npm install --prefix "$FOLDER" --ignore-scripts --no-audit --no-fund --silent "postal-mime@$POSTAL_MIME" >&2

if command -v mvn >/dev/null && command -v javac >/dev/null; then
  if [ ! -e "$FOLDER/lib/apache-mime4j-dom-$MIME4J.jar" ]; then
    cat >"$FOLDER/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>mail-readers</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.james</groupId><artifactId>apache-mime4j-dom</artifactId><version>$MIME4J</version>
    </dependency>
  </dependencies>
</project>
POM
    mvn -q -B -f "$FOLDER/pom.xml" dependency:copy-dependencies -DoutputDirectory="$FOLDER/lib" >&2
  fi
  javac -cp "$FOLDER/lib/*" -d "$FOLDER/classes" "$PROGRAMS/ReadMail.java"
fi

if command -v go >/dev/null; then go build -o "$FOLDER/read-mail-go" "$PROGRAMS/read_mail.go"; fi

if command -v cargo >/dev/null; then
  cat >"$FOLDER/rust/Cargo.toml" <<TOML
[package]
name = "read-mail"
version = "0.0.0"
edition = "2024"
[dependencies]
mail-parser = "=$MAIL_PARSER"
TOML
  cmp -s "$PROGRAMS/read_mail.rs" "$FOLDER/rust/src/main.rs" || cp "$PROGRAMS/read_mail.rs" "$FOLDER/rust/src/main.rs"
  # The plain profile: it compiles in a third of the time of the fast one.
  cargo build -q --manifest-path "$FOLDER/rust/Cargo.toml" >&2
fi
