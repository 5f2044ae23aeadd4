import type { Sink } from '../base/diagnostic.ts';
import type { Compiled } from '../compile.ts';
import type { Laid } from '../page/page.ts';
import type { Desk } from './desk.ts';

/** `--verify`: another program reads the document back before it is handed over. */
export async function verify(compiled: Compiled, laid: Laid | null, desk: Desk, sink: Sink): Promise<void> {
  if (laid === null) {
    sink.report('verify-not-pdf', null);
    return;
  }
  const reader = await desk.loadPdfReader();
  if (reader === null) {
    sink.report('verify-no-reader', null);
    return;
  }
  const { verifyText } = await import('../paint/verify.ts');
  await verifyText(compiled.bytes, laid, reader, sink);
}
