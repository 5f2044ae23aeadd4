import type { Diagnostic, Place, Severity, Wording } from '../base/diagnostic.ts';
import type { FindLine } from './report-text.ts';
import type { Timing } from './stopwatch.ts';

/** What `--json` prints, on one line: a contract with scripts, so keys are only ever added. */
export interface JsonReport {
  readonly ok: boolean;
  /** Exit code of the process. */
  readonly code: number;
  /** Path written, as given; null where nothing was. */
  readonly output: string | null;
  readonly pages: number | null;
  readonly bytes: number | null;
  readonly diagnostics: readonly JsonDiagnostic[];
  readonly timings: readonly Timing[];
}

interface JsonDiagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Wording;
  readonly hint: Wording;
  readonly file: string | null;
  readonly line: number | null;
  /** 1-based, in UTF-16 units, as editors and the language server protocol count. */
  readonly column: number | null;
  /** 1-based, in grapheme clusters, as people count. */
  readonly character: number | null;
  /** In how many places the same is the case. */
  readonly count: number;
  /** The first of them, this one included: at most 100. `name` is what is meant there, where that differs. */
  readonly places: readonly Place[];
}

export function describeDiagnostic(diagnostic: Diagnostic, findLine: FindLine): JsonDiagnostic {
  const { rule, severity, message, hint, origin, count, places } = diagnostic;
  const place = { file: origin?.file ?? null, line: origin?.line ?? null, column: origin?.column ?? null };
  const line = origin === null ? null : findLine(origin);
  return {
    rule,
    severity,
    message,
    hint,
    ...place,
    character: line === null ? place.column : countCharacters(line, place.column ?? 1),
    count,
    places,
  };
}

function countCharacters(line: string, column: number): number {
  const segmenter = new Intl.Segmenter('ar', { granularity: 'grapheme' });
  let count = 1;
  for (const { index } of segmenter.segment(line)) if (index > 0 && index < column) count += 1;
  return count;
}
