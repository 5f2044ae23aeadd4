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
