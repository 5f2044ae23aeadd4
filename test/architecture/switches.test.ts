import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { files, parseText, treeOf } from './source-files.ts';

/**
 * Switches with an answer for everything else that is not `unreachable`, since what they switch on is no closed sum of
 * ours: nodes of mdast, which its extensions add to, characters, words of users and of other formats. Each asks one
 * thing of a few kinds, and has one true answer for all others. What switches on a kind of ours never stands here.
 */
const OPEN: readonly string[] = [
  'parse/dump-root.ts: node.type',
  'parse/html/flatten-blocks.ts: node.type',
  'parse/html/inert.ts: name',
  'parse/html/is-phrasing.ts: node.type',
  'parse/html/scope.ts: written?.trim().toLowerCase()',
  'parse/place-nodes.ts: node.type',
  'parse/resolve-nodes.ts: node.type',
  'parse/syntax/block-ids.ts: node.type',
  'parse/syntax/nesting.ts: node.type',
  'proof/passage.ts: node.type',
  'raster/png-filter.ts: row[0]',
  'resolve/plain-text.ts: node.type',
  'resolve/rules/float.ts: node.type',
  'resolve/targets.ts: node.type',
  'template/adopt-title.ts: node.type',
  'template/parse-template.ts: node.type',
  'template/parse-template.ts: node.type',
  'text/uax9.ts: type',
  'textlayer/reader-class.ts: bidiClassOf(codePoint)',
];

/** What each switch is on that does not end in `default: … unreachable(…)`: a kind it does not know is dropped in silence. */
function openSwitches(tree: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isSwitchStatement(node) && !endsInUnreachable(node)) found.push(node.expression.getText());
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function endsInUnreachable({ caseBlock }: ts.SwitchStatement): boolean {
  const last = caseBlock.clauses.at(-1);
  if (last === undefined || !ts.isDefaultClause(last)) return false;
  const statement = last.statements.at(-1);
  const value =
    statement && (ts.isReturnStatement(statement) || ts.isExpressionStatement(statement))
      ? statement.expression
      : undefined;
  return value !== undefined && ts.isCallExpression(value) && value.expression.getText() === 'unreachable';
}

describe('every switch', () => {
  test('over a sum of ours ends in unreachable', () => {
    expect(files.length).toBeGreaterThan(300);
    const open = files.flatMap((file) => openSwitches(treeOf(file)).map((on) => `${file}: ${on}`));
    expect(open).toEqual(OPEN);
  });

  test('that does not would be found', () => {
    const text = `
      switch (a.kind) { case 'x': return 1; }
      switch (b.kind) { case 'x': return 1; default: return 2; }
      switch (c.kind) { default: unreachable(c, 'x'); case 'x': return 1; }
      switch (d.kind) { case 'x': return 1; default: return unreachable(d, 'x'); }`;
    expect(openSwitches(parseText(text))).toEqual(['a.kind', 'b.kind', 'c.kind']);
  });
});
