import { isArtifact, type TagTarget } from '../base/element.ts';
import type { DrawnLine } from '../page/page.ts';
import type { Link } from '../resolve/inline-nodes.ts';
import type { Line } from '../text/line.ts';
import { piecesOf } from '../text/line-pieces.ts';
import type { Destinations } from './destinations.ts';
import type { DocumentParts } from './document-parts.ts';
import type { PageContent } from './page-content.ts';
import { type PdfDict, pdfText } from './pdf-file.ts';
import { findLinkElement } from './structure.ts';

/** Annotation flag Print (ISO 32000-1, table 165), which PDF/A demands. */
const PRINT = 4;

/**
 * Makes the line's linked text clickable: one annotation for each visual stretch, in reading order. A
 * link in furniture gets none: an artifact has no element that could hold it (ISO 14289-1, 7.18.1).
 *
 * @param first reading position of the line's first piece
 */
export function paintLinks(
  drawItem: DrawnLine,
  first: number,
  content: PageContent,
  parts: DocumentParts,
): void {
  for (const stretch of findStretches(drawItem.line, first)) annotate(stretch, drawItem, content, parts);
}

/** Neighbouring pieces of one link. Points from the line's left edge; `position` of what is read last. */
interface Stretch {
  readonly link: Link;
  readonly tagTarget: TagTarget;
  readonly start: number;
  end: number;
  position: number;
}

function findStretches(line: Line, first: number): Stretch[] {
  if (line.links.length === 0) return [];
  const stretches: Stretch[] = [];
  let last: Stretch | null = null;
  const visual = piecesOf(line).map((piece, index) => ({ piece, position: first + index }));
  for (const { piece, position } of visual.sort((a, b) => a.piece.x - b.piece.x)) {
    const { link, tagTarget, x, width } = piece;
    if (last !== null && last.link === link) {
      last.end = x + width;
      last.position = Math.max(last.position, position);
      continue;
    }
    last = link && { link, tagTarget, start: x, end: x + width, position };
    if (last) stretches.push(last);
  }
  return stretches.sort((a, b) => a.position - b.position);
}

function annotate(
  stretch: Stretch,
  drawItem: DrawnLine,
  content: PageContent,
  { file, destinations }: DocumentParts,
): void {
  const { link, tagTarget, start, end, position } = stretch;
  const target = targetOf(link, destinations);
  if (target === null || isArtifact(tagTarget)) return;
  const { markedContent } = content;
  const bottom = markedContent.height - drawItem.baseline - drawItem.line.descent;
  const top = markedContent.height - drawItem.baseline + drawItem.line.ascent;
  const key = file.nextParentKey();
  const annotation = file.object({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [drawItem.x + start, bottom, drawItem.x + end, top],
    Border: [0, 0, 0],
    F: PRINT,
    Contents: pdfText(link.contents),
    StructParent: key,
    ...target,
  });
  content.page.annotate(annotation);
  // Half a position later: after the text it stands for, before what follows.
  content.tree.add(findLinkElement(tagTarget), position + 0.5, {
    kind: 'annotation',
    page: markedContent,
    annotation,
    key,
  });
}

/** Null where the document has no such anchor: `style` has reported it. */
function targetOf(link: Link, destinations: Destinations): PdfDict | null {
  if (link.kind === 'external') return { A: { Type: 'Action', S: 'URI', URI: pdfText(asciiUri(link.uri)) } };
  const destination = destinations.get(link.target);
  return destination === undefined ? null : { Dest: pdfText(destination.name) };
}

/** A URI action holds ASCII (ISO 32000-1, 12.6.4.7): Arabic paths are percent-encoded, what is encoded stays. */
function asciiUri(uri: string): string {
  return uri.replace(/[^\u0021-\u007E]+/g, (part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')));
}
