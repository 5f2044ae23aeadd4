import { posix } from 'node:path';
import { tameName } from '../base/bidi-controls.ts';
import type { Sink } from '../base/diagnostic.ts';
import { limits } from '../base/limits.ts';
import { type World, WorldError } from '../base/world.ts';
import type { Attachment, AttachmentChoice } from './attachment.ts';
import { mimeTypeOf } from './mime-type.ts';
import { reportFault } from './report-fault.ts';

/**
 * Reads the files that the document shall carry, in the order in which they are asked for.
 *
 * @param sources paths of the document's own texts: one of them, attached, is the document's source
 */
export function readAttachments(
  choices: readonly AttachmentChoice[],
  sources: ReadonlySet<string>,
  world: World,
  sink: Sink,
): readonly Attachment[] {
  const attachments: Attachment[] = [];
  // Who saves them all into one folder shall have them all, also where `A.csv` and `a.csv` are one file.
  const taken = new Map<string, string>();
  let room = limits.attachedBytes;
  for (const choice of choices) {
    const { path, origin, description } = choice;
    const name = tameName(posix.basename(path).normalize('NFC'));
    const before = taken.get(name.toLowerCase());
    if (before !== undefined) {
      sink.report('attachment-twice', origin, { name, path: before });
      continue;
    }
    taken.set(name.toLowerCase(), path);
    const bytes = readOrReport(choice, world, sink);
    if (bytes === null) continue;
    room -= bytes.length;
    if (room < 0 || attachments.length >= limits.attachments) {
      const size = limits.attachedBytes / (1024 * 1024);
      sink.report('attachments-limit', origin, { count: limits.attachments, size });
      break;
    }
    const relationship = choice.relationship ?? (sources.has(posix.normalize(path)) ? 'Source' : 'Data');
    attachments.push({ name, bytes, mimeType: mimeTypeOf(name), description, relationship });
  }
  return attachments;
}

function readOrReport({ path, origin }: AttachmentChoice, world: World, sink: Sink): Uint8Array | null {
  try {
    return world.readBytes(path);
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    const { fault } = error;
    // What the command line asks for is the user's own wish: without it there is nothing to make.
    if (origin !== null && (fault === 'missing' || fault === 'outside' || fault === 'hidden'))
      sink.report(`attachment-${fault}`, origin, { path });
    else reportFault(error, origin, sink);
    return null;
  }
}
