import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { files, importsOf, treeOf } from './source-files.ts';

/** The doors of the program; all else that is exported is for another module. */
const DOORS = ['cli.ts', 'index.ts'];

/** Exported for their own module nonetheless: a table made of it is named by it in the declarations. */
const KNOWN = ['theme/token.ts: RuleToken'];

function exportedNames(file: string): readonly string[] {
  return treeOf(file).statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement)) return [];
    const modifiers = ts.getModifiers(statement) ?? [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [name.text] : [],
      );
    const isNamed =
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement);
    return isNamed && statement.name ? [statement.name.text] : [];
  });
}

/** What tests and scripts speak of: they look into modules too. */
const outside = ['test', '.ci']
  .flatMap((folder) => {
    const path = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => `${path}${file}`);
  })
  .filter((file) => /\.m?ts$|\.mjs$/.test(file) && !file.endsWith('exports.test.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

test('nothing is exported that nobody takes: no value, and no type', () => {
  const taken = new Set(
    files.flatMap((file) =>
      importsOf(file).flatMap(({ target, names }) => names.map((name) => `${target}: ${name}`)),
    ),
  );
  const idle = files
    .filter((file) => !DOORS.includes(file) && !file.endsWith('.d.ts') && !taken.has(`${file}: *`))
    .flatMap((file) => exportedNames(file).map((name) => [`${file}: ${name}`, name] as const))
    .filter(([key, name]) => !taken.has(key) && !new RegExp(`\\b${name}\\b`).test(outside))
    .map(([key]) => key);
  expect(idle).toEqual(KNOWN);
});

test('a type name means one thing: no two modules export one of the same name', () => {
  const homes = new Map<string, string[]>();
  for (const file of files.filter((name) => !name.endsWith('.d.ts')))
    for (const statement of treeOf(file).statements) {
      const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
      if (!isType && !ts.isClassDeclaration(statement)) continue;
      const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      if (isExported && statement.name) {
        const { text } = statement.name;
        homes.set(text, [...(homes.get(text) ?? []), file]);
      }
    }
  expect(homes.size).toBeGreaterThan(300);
  expect([...homes].filter(([, places]) => places.length > 1)).toEqual([]);
});
