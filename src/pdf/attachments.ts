import { createHash } from 'node:crypto';
import type { Attachment } from '../project/attachment.ts';
import { type PdfDict, type PdfFile, type PdfRef, pdfDate, pdfText } from './pdf-file.ts';

/**
 * Embeds files (ISO 32000-1, 7.11.4) and associates them with the whole document, as PDF/A-3 demands
 * (ISO 19005-3, 6.8).
 *
 * @param created stands for the day of each file's last change, which the disk knows and a reproducible
 * build must not
 */
export function attachFiles(file: PdfFile, attachments: readonly Attachment[], created: Date | null): void {
  if (attachments.length === 0) return;
  const specs = attachments.map((attachment, index) => ({
    name: attachment.name,
    ref: writeSpec(file, attachment, index + 1, created),
  }));
  file.catalog['AF'] = specs.map(({ ref }) => ref);
  file.nameFiles(specs);
}

/** Only ASCII is safe in F, which old readers take; all others take UF. */
function writeSpec(file: PdfFile, attachment: Attachment, number: number, created: Date | null): PdfRef {
  const { name, description, relationship } = attachment;
  const plain = /^[\x20-\x7E]+$/.test(name) ? name : `attachment-${number}${asciiEnding(name)}`;
  const stream = writeBytes(file, attachment, created);
  return file.object({
    Type: 'Filespec',
    F: pdfText(plain),
    UF: pdfText(name),
    // A reader that lists files by what they are shall have something to say of each.
    Desc: pdfText(description ?? name),
    AFRelationship: relationship,
    EF: { F: stream, UF: stream },
  });
}

function asciiEnding(name: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
}

function writeBytes(file: PdfFile, { bytes, mimeType }: Attachment, created: Date | null): PdfRef {
  const params: PdfDict = {
    Size: bytes.length,
    // Sixteen bytes (ISO 32000-1, table 46), not the thirty-two digits that one would print of them.
    CheckSum: createHash('md5').update(bytes).digest(),
    ...(created ? { ModDate: pdfDate(created) } : {}),
  };
  return file.stream({ Type: 'EmbeddedFile', Subtype: nameOf(mimeType), Params: params }, bytes);
}

/** `/` would end a name (ISO 32000-1, 7.3.5). */
function nameOf(mimeType: string): string {
  return mimeType.replace('/', '#2F').replace(/[^A-Za-z0-9.+#-]/g, '-');
}
