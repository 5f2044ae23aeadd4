import type { Sink } from '../base/diagnostic.ts';
import { toAsciiDigits } from '../base/digits.ts';
import { findSettingKey } from './setting-keys.ts';
import type { Settings } from './settings.ts';
import type { YamlEntry } from './yaml-entries.ts';

/** A day of the Gregorian calendar, yyyy-mm-dd. */
export type DateText = string;

/** ISO 8601, or with slashes in the same order, in European or Arabic-Indic digits; the day must exist. */
export function readDate(entry: YamlEntry, sink: Sink): DateText | undefined {
  const text = toAsciiDigits(entry.written?.trim() ?? '').replace(/^(\d{4})\/(\d{2})\/(\d{2})$/, '$1-$2-$3');
  if (isDay(text)) return text;
  sink.report('setting-date', entry.valueOrigin, { key: entry.key, value: entry.written ?? '' });
  return undefined;
}

/** What was written where a date was expected and is none; null where there is nothing, or a date. */
export function typedDate({ date, values }: Pick<Settings, 'date' | 'values'>): string | null {
  if (date !== null) return null;
  const [, written = null] =
    Object.entries(values).find(([key]) => findSettingKey(key)?.name === 'date') ?? [];
  return typeof written === 'string' || typeof written === 'number' ? String(written) : null;
}

function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  // Day 0 of the next month is the last of this one; UTC, so that no time zone has a say.
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
}
