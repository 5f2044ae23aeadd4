import { CsvError, parse } from 'csv-parse/sync';
import type { DataRows } from './chart-loader.ts';

/** What programs of offices part cells with; that of the first line holds. */
const DELIMITERS = ['\t', ';', ','];

/** The rows of a file of separated values (RFC 4180), or what is wrong with it and where. */
export function readCsv(text: string): DataRows | { readonly reason: string; readonly reasonAr: string } {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const count = (delimiter: string) => first.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, other) => (count(other) > count(best) ? other : best));
  try {
    return parse(text, {
      delimiter,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = String(error['lines'] ?? '?');
    return { reason: `line ${line}: ${error.code}`, reasonAr: `السطر ${line}: ${error.code}` };
  }
}
