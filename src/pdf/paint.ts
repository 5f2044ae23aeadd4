import type { ByteParts } from '../base/byte-parts.ts';
import type { Sink } from '../base/diagnostic.ts';
import { creationDate } from '../base/source-date.ts';
import { unreachable } from '../base/unreachable.ts';
import type { DrawItem, Laid, Page } from '../page/page.ts';
import type { Attachment } from '../project/attachment.ts';
import type { PdfVersion } from '../project/pdf-version.ts';
import type { TextPurpose } from '../project/text-purpose.ts';
import { StructureTree } from '../tags/structure-tree.ts';
import { attachFiles } from './attachments.ts';
import { type Conformance, decideClaims } from './conformance.ts';
import { addDestinations, findDestinations } from './destinations.ts';
import type { DocumentParts } from './document-parts.ts';
import { paintGutter } from './gutter.ts';
import { embedImages, paintImage } from './image.ts';
import { paintLine } from './line.ts';
import { paintLinks } from './link.ts';
import { infoEntries, xmpPacket } from './metadata.ts';
import { Outline } from './outline.ts';
import { PageContent } from './page-content.ts';
import { pageLabels } from './page-labels.ts';
import { paintPath } from './path.ts';
import { PdfFile, type PdfPage } from './pdf-file.ts';
import { findReferences } from './references.ts';
import { type FindWritten, type PageMarkedContent, type StructContent, writeStructure } from './structure.ts';

interface PaintOptions {
  readonly version: PdfVersion;
  readonly textFor: TextPurpose;
  /** Seconds since 1970, for documents whose source has no date; null = no date is written. */
  readonly sourceDateEpoch: number | null;
  readonly conformance: Conformance;
  /** Files that the document carries. */
  readonly attachments: readonly Attachment[];
}

/**
 * Writes laid pages as tagged PDF. Decides nothing: what stands where, in which words and which
 * roles, is settled. The same pages and options give the same bytes. What keeps the file from claiming
 * its conformance is reported.
 *
 * @throws Error where an image is neither PNG nor JPEG, which stages before this one have refused, or where
 * the thread that deflates breaks off
 */
export async function paint(laid: Laid, options: PaintOptions, sink: Sink): Promise<ByteParts> {
  const { info } = laid;
  const { version, attachments, conformance } = options;
  const created = creationDate(info.date, options.sourceDateEpoch);
  const archival = conformance === 'archive';
  const { length: pages } = laid.pages;
  const file = await PdfFile.open({
    version,
    pages,
    info: infoEntries(info),
    created,
    lang: info.lang,
    archival,
  });
  const tree = new StructureTree<StructContent>(laid.root);
  const parts = await openParts(laid, file, options.textFor);
  const outline = new Outline();
  const markedContent = paintPages(laid, parts, tree, outline);
  const root = tree.settle();
  const references = findReferences(laid, parts.destinations);
  const rtl = info.direction === 'rtl';
  const find = writeStructure(file, root, { pages: markedContent, version, references, rtl });
  if (version === '2.0') pointAtElements(parts, outline, find);
  attachFiles(file, attachments, created);
  const { hasPrivateUse, hasCodePoints } = parts.fonts;
  const evidence = { version, laid, root, attachments, hasPrivateUse, hasCodePoints, created };
  const claims = decideClaims(evidence, conformance, sink);
  file.setMetadata(xmpPacket(info, created, claims));
  return file.finish();
}

async function openParts(laid: Laid, file: PdfFile, textFor: TextPurpose): Promise<DocumentParts> {
  // fontkit takes 0.1 s to load: those who only check a document need not wait for it.
  const { DocumentFonts } = await import('../textlayer/document-font.ts');
  const { TEXT_PROFILES } = await import('../textlayer/text-profile.ts');
  const textProfile = TEXT_PROFILES[textFor];
  const images = await embedImages(laid.pages, file);
  const fonts = new DocumentFonts(file, textProfile);
  return { file, fonts, textProfile, images, destinations: findDestinations(laid) };
}

function paintPages(
  laid: Laid,
  parts: DocumentParts,
  tree: StructureTree<StructContent>,
  outline: Outline,
): PageMarkedContent[] {
  const { file } = parts;
  const written = new Set<string>();
  const pages = laid.pages.map((page) => {
    const pdfPage = file.addPage(page.size);
    const content = new PageContent(pdfPage, page.index, page.size.height, tree);
    setBoxes(page, pdfPage);
    page.drawItems.forEach((drawItem, at) => {
      const part = page.sheet?.parts.findLast(({ from }) => from === at);
      if (part) content.readAs(part.page);
      paintItem(drawItem, page.drawItems[at + 1] ?? null, content, parts);
    });
    content.finish();
    addDestinations(page, pdfPage, parts.destinations, written);
    outline.addPage(page, pdfPage);
    return content.markedContent;
  });
  outline.write(file);
  describeViewing(laid, file);
  return pages;
}

/** Destinations within a document lead to elements (ISO 14289-2, 8.8). */
function pointAtElements({ file, destinations }: DocumentParts, outline: Outline, find: FindWritten): void {
  for (const { name, element } of destinations.values()) file.pointAtElement(name, find(element));
  outline.pointAtElements(find);
}

function setBoxes({ sheet, size }: Page, page: PdfPage): void {
  if (!sheet) return;
  page.setBox('BleedBox', sheet.bleed, size.height);
  page.setBox('TrimBox', sheet.trim, size.height);
}

function paintItem(
  drawItem: DrawItem,
  next: DrawItem | null,
  content: PageContent,
  parts: DocumentParts,
): void {
  switch (drawItem.kind) {
    case 'line':
      paintLinks(drawItem, paintLine(drawItem, next, content, parts), content, parts);
      break;
    case 'path':
      paintPath(drawItem, content);
      break;
    case 'image':
      paintImage(
        drawItem.image,
        drawItem.rect,
        drawItem.tagTarget,
        content.reserve(1),
        content,
        parts.images,
      );
      break;
    case 'gutter':
      paintGutter(drawItem, content, parts.fonts);
      break;
    default:
      unreachable(drawItem, 'line, path, image, gutter');
  }
}

/** How readers show the document. Without R2L pdfium reverses the words of Arabic lines. */
function describeViewing(laid: Laid, file: PdfFile): void {
  const isRightToLeft = laid.info.direction === 'rtl' || laid.binding === 'right';
  file.viewerPreferences['Direction'] = isRightToLeft ? 'R2L' : 'L2R';
  const [first] = laid.pages;
  if (first?.sheet) {
    // What was measured for paper is printed as it is; sheets that lie across are turned over their short edge.
    file.viewerPreferences['PrintScaling'] = 'None';
    if (first.size.width > first.size.height) file.viewerPreferences['Duplex'] = 'DuplexFlipShortEdge';
  }
  if (laid.pages.length > 0) file.catalog['PageLabels'] = pageLabels(laid.pages);
}
