import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const SRC = new URL('../../src/', import.meta.url).pathname;

/** All modules of src/, by their path in it. */
export const files: readonly string[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort();

export const sourceOf = (file: string) => readFileSync(join(SRC, file), 'utf8');

export function parseText(text: string): ts.SourceFile {
  return ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
}

const trees = new Map<string, ts.SourceFile>();

export function treeOf(file: string): ts.SourceFile {
  const known = trees.get(file) ?? parseText(sourceOf(file));
  trees.set(file, known);
  return known;
}

/** The folder of a stage, or null of a file that stands beside them. */
export const stageOf = (file: string): string | null => (file.includes('/') ? file.split('/')[0]! : null);

export interface Import {
  /** A path in src/, or the name of a package or of a module of Node. */
  readonly target: string;
  readonly isOwn: boolean;
  /** What is there at run time; empty where only types are taken. `*` is all. */
  readonly values: readonly string[];
  /** The same with types. */
  readonly names: readonly string[];
}

const imports = new Map<string, readonly Import[]>();

/** Whatever a module takes from others: imports, exports that pass on, and what is loaded only when it is wanted. */
export function importsOf(file: string): readonly Import[] {
  const known = imports.get(file) ?? findImports(file);
  imports.set(file, known);
  return known;
}

function findImports(file: string): readonly Import[] {
  const found: Import[] = [];
  const add = (path: string, values: readonly string[], names = values) => {
    const isOwn = path.startsWith('.');
    found.push({
      target: isOwn ? relative(SRC, join(SRC, dirname(file), path)) : path,
      isOwn,
      values,
      names,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(textOf(node.moduleSpecifier), importedBy(node), namesOf(node.importClause?.namedBindings));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(textOf(node.moduleSpecifier), passedOn(node), namesOf(node.exportClause));
    else if (ts.isCallExpression(node) && LOADERS.has(calleeOf(node)) && node.arguments[0])
      add(textOf(node.arguments[0]), ['*']);
    ts.forEachChild(node, visit);
  };
  visit(treeOf(file));
  return found;
}

/** `import()`, `require()`, and the functions of ours by which packages that need not be there, or their files, are loaded. */
const LOADERS = new Set(['import', 'require', 'loadPeer', 'readPackage']);

function calleeOf({ expression }: ts.CallExpression): string {
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return 'import';
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return ts.isIdentifier(expression) ? expression.text : '';
}

/** A path put together at run time is told by what it begins with. */
function textOf(specifier: ts.Expression): string {
  if (ts.isStringLiteralLike(specifier)) return specifier.text;
  return ts.isTemplateExpression(specifier) ? specifier.head.text : '';
}

function namesOf(named: ts.NamedImportBindings | ts.NamedExportBindings | undefined): readonly string[] {
  if (named === undefined || !(ts.isNamedImports(named) || ts.isNamedExports(named))) return ['*'];
  return named.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

function importedBy({ importClause }: ts.ImportDeclaration): readonly string[] {
  if (importClause === undefined) return ['*'];
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const { name, namedBindings } = importClause;
  const values = name ? ['default'] : [];
  if (namedBindings === undefined) return values;
  return ts.isNamespaceImport(namedBindings) ? ['*'] : [...values, ...valuesIn(namedBindings.elements)];
}

function passedOn({ isTypeOnly, exportClause }: ts.ExportDeclaration): readonly string[] {
  if (isTypeOnly) return [];
  return exportClause && ts.isNamedExports(exportClause) ? valuesIn(exportClause.elements) : ['*'];
}

function valuesIn(elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): readonly string[] {
  return elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ name, propertyName }) => (propertyName ?? name).text);
}
