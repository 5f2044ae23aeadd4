#!/usr/bin/env bash
# node:vm, code that V8 compiled in an earlier process (`cachedData`), seen in Node 20.19.0, 20.20.2 and 22.23.3.
#
# 1. Node 20: a Script with `importModuleDynamically: USE_MAIN_CONTEXT_DEFAULT_LOADER` imports when it is compiled. From
#    cachedData of another process, which V8 accepts, `import()` rejects with ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING,
#    as if the option had not been given. Node 22 imports in both cases. In one process it cannot be seen.
# 2. `v8.cachedDataVersionTag()` is the same in 20.19.0 and 20.20.2, whose code is not: a cache must be keyed by
#    `process.version` as well.
#
# What helps: hand a function that imports into the script from a module that is not cached.
# Exit code 0: as seen. Needs npm and Linux on x64.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >script.mjs <<'JS'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cachedDataVersionTag } from 'node:v8';
import { constants, Script } from 'node:vm';

const given = existsSync('code') ? { cachedData: readFileSync('code') } : {};
const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
const script = new Script('(name) => import(name)', { importModuleDynamically, ...given });
const load = script.runInThisContext();
const ended = await load('node:path').then(() => 'imports', ({ code }) => code);
const from = given.cachedData ? `cachedData (rejected: ${script.cachedDataRejected})` : 'source';
console.log(`${process.version} ${cachedDataVersionTag().toString(16)} from ${from}: ${ended}`);
if (given.cachedData) rmSync('code');
else writeFileSync('code', script.createCachedData());
JS

for version in 20.19.0 20.20.2 22.23.3; do
  npm install --silent --no-audit --no-fund --prefix "node-$version" "node@$version" >/dev/null
  for _ in source cached; do "node-$version/node_modules/node/bin/node" --no-warnings script.mjs; done
done | tee seen

lost='from cachedData (rejected: false): ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING'
grep -q "^v20.19.0 .*$lost\$" seen
grep -q "^v20.20.2 .*$lost\$" seen
grep -q '^v22.23.3 .*from cachedData (rejected: false): imports$' seen
[ "$(grep -c 'from source: imports$' seen)" = 3 ]
[ "$(awk '/^v20/ { print $2 }' seen | sort -u | wc -l)" = 1 ]
echo "as seen"
