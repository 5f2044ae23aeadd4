import { expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import type { MessageId } from '../../src/base/messages/index.ts';
import { chooseExitCode } from '../../src/cli/exit-code.ts';

const CASES: readonly (readonly [number, ...MessageId[]])[] = [
  [0],
  [1, 'file-not-utf8'],
  [2, 'usage-no-file'],
  [4, 'nesting-too-deep'],
  [4, 'markup-too-dense'],
  [4, 'source-too-large'],
  [4, 'file-too-large'],
  [5, 'file-missing'],
  // the graver failure wins
  [4, 'file-missing', 'yaml-limit', 'file-not-utf8'],
  [2, 'yaml-limit', 'usage-no-file'],
];

test.each(CASES)('%i for %s %s %s', (code, ...rules) => {
  const sink = new Sink();
  for (const rule of rules) sink.report(rule, null);
  expect(chooseExitCode(sink.diagnostics, false)).toBe(code);
});
