import { expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import type { MessageId } from '../../src/base/messages/index.ts';
import { chooseExitCode } from '../../src/cli/exit-code.ts';

const CASES: readonly { readonly code: number; readonly rules: readonly MessageId[] }[] = [
  { code: 0, rules: [] },
  { code: 1, rules: ['file-not-utf8'] },
  { code: 2, rules: ['usage-no-file'] },
  { code: 4, rules: ['nesting-too-deep'] },
  { code: 4, rules: ['markup-too-dense'] },
  { code: 4, rules: ['source-too-large'] },
  { code: 4, rules: ['file-too-large'] },
  { code: 5, rules: ['file-missing'] },
  // the graver failure wins
  { code: 4, rules: ['file-missing', 'yaml-limit', 'file-not-utf8'] },
  { code: 2, rules: ['yaml-limit', 'usage-no-file'] },
];

test.each(CASES)('$code for $rules', ({ code, rules }) => {
  const sink = new Sink();
  for (const rule of rules) sink.report(rule, null);
  expect(chooseExitCode(sink.diagnostics, false)).toBe(code);
});
