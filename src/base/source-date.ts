/**
 * When something is said to be made that shall be made again to the byte:
 * https://reproducible-builds.org/specs/source-date-epoch/.
 *
 * @param written the value of SOURCE_DATE_EPOCH
 * @returns seconds since 1970; null where it says none
 */
export function readSourceDate(written: string | undefined): number | null {
  return written !== undefined && /^\d{1,11}$/.test(written) ? Number(written) : null;
}

/**
 * When the document was made: the date `written` in its source, else SOURCE_DATE_EPOCH (seconds), else unknown.
 * Never the clock: the same source gives the same bytes.
 */
export function creationDate(written: string | null, sourceDateEpoch: number | null): Date | null {
  if (written !== null && /^\d{4}-\d\d-\d\d$/.test(written)) {
    const date = new Date(`${written}T00:00:00Z`);
    if (!Number.isNaN(date.getTime())) return date;
  }
  return sourceDateEpoch === null ? null : new Date(sourceDateEpoch * 1000);
}
