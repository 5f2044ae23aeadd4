/** What was thrown, in one line and without the folders of this machine, which are nobody's business in a bug report. */
export function describeBug(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const line = error.message.split('\n')[0] ?? '';
  return `${error.name}: ${line.replace(/(?:file:\/\/)?(?:\/[^\s/'":]+)+\//g, '…/')}`;
}
