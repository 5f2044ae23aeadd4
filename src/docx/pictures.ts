import type { Size } from '../base/geometry.ts';
import { unreachable } from '../base/unreachable.ts';
import { element, type XmlElement } from '../base/xml.ts';
import type { Drawing, ImageSource, RasterImage } from '../resolve/image-source.ts';
import type { WordDraft } from './draft.ts';
import type { PartLinks } from './part-links.ts';
import { textNodes, wordRun } from './run-properties.ts';
import { isFlat, type ShapeExtent, shapeGroup } from './shapes.ts';
import { emus, word } from './word-xml.ts';

/** A picture as it is to stand in a line. */
interface PlacedPicture {
  readonly image: ImageSource;
  /** Points. */
  readonly size: Size;
  /** What it shows, for who does not see it; '' where nobody says. */
  readonly alt: string;
}

/** A run that holds the picture. */
export function drawPicture(picture: PlacedPicture, draft: WordDraft, links: PartLinks): XmlElement {
  const { image } = picture;
  switch (image.kind) {
    case 'raster':
      return wordRun([rasterInline(image, picture, draft, links)], {}, false);
    case 'drawing':
      return wordRun([drawingInline(image, picture, draft, links)], {}, false);
    default:
      return unreachable(image, 'raster, drawing');
  }
}

/** Flat colours are shapes of Word; what shapes cannot say is a file of its own. */
function drawingInline(
  image: Drawing,
  picture: PlacedPicture,
  draft: WordDraft,
  links: PartLinks,
): XmlElement {
  const extent = extentOf(picture);
  if (!isFlat(image)) {
    const { svg, png } = draft.filesOf(image);
    const vector = draft.linkImage(svg, 'svg', links);
    const blip = element('a:blip', { 'r:embed': draft.linkImage(png, 'png', links) }, [svgBlip(vector)]);
    return inline(picture, draft, extent, pictureGraphic('image.svg', blip, extent, {}));
  }
  // programs that know no shapes have its words
  const choice = element('mc:Choice', { Requires: 'wpg' }, [
    inline(picture, draft, extent, graphicOf(GROUP, shapeGroup(image, picture.size, extent, draft))),
  ]);
  const fallback = element('mc:Fallback', {}, textNodes(`[${picture.alt}]`));
  return element('mc:AlternateContent', {}, [choice, fallback]);
}

const GROUP = 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup';

/** The same picture as SVG, for programs that know it ([MS-ODRAWXML] 2.6.6). */
function svgBlip(id: string): XmlElement {
  const blip = element('asvg:svgBlip', {
    'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
    'r:embed': id,
  });
  return element('a:extLst', {}, [
    element('a:ext', { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' }, [blip]),
  ]);
}

function extentOf({ size }: PlacedPicture): ShapeExtent {
  return { cx: Math.max(1, emus(size.width)), cy: Math.max(1, emus(size.height)) };
}

/** @param beyond how far it reaches beyond its extent, above and below, before and after */
function inline(
  { alt }: PlacedPicture,
  draft: WordDraft,
  { cx, cy }: ShapeExtent,
  graphic: XmlElement,
  beyond: ShapeExtent = { cx: 0, cy: 0 },
): XmlElement {
  const id = String(draft.newId());
  const [across, down] = [String(beyond.cx), String(beyond.cy)];
  return word('drawing', {}, [
    element('wp:inline', { distT: '0', distB: '0', distL: '0', distR: '0' }, [
      element('wp:extent', { cx: String(cx), cy: String(cy) }),
      element('wp:effectExtent', { l: across, t: down, r: across, b: down }),
      element('wp:docPr', { id, name: `Picture ${id}`, descr: alt }),
      element('wp:cNvGraphicFramePr'),
      graphic,
    ]),
  ]);
}

function graphicOf(uri: string, content: XmlElement): XmlElement {
  return element('a:graphic', {}, [element('a:graphicData', { uri }, [content])]);
}

/** The frame is that of the file as it is stored; turned by a quarter it reaches beyond it. */
function rasterInline(
  image: RasterImage,
  picture: PlacedPicture,
  draft: WordDraft,
  links: PartLinks,
): XmlElement {
  const { rot, flipH, turned } = TURNS[image.orientation];
  const { cx, cy } = extentOf(picture);
  const stored = turned ? { cx: cy, cy: cx } : { cx, cy };
  const beyond = turned
    ? { cx: Math.max(0, Math.round((cx - cy) / 2)), cy: Math.max(0, Math.round((cy - cx) / 2)) }
    : { cx: 0, cy: 0 };
  return inline(picture, draft, stored, rasterGraphic(image, stored, { rot, flipH }, draft, links), beyond);
}

function rasterGraphic(
  { bytes, format }: RasterImage,
  extent: ShapeExtent,
  { rot, flipH }: Omit<Turn, 'turned'>,
  draft: WordDraft,
  links: PartLinks,
): XmlElement {
  const id = draft.linkImage(bytes, format === 'png' ? 'png' : 'jpg', links);
  const turn = { rot: rot === 0 ? null : String(rot), flipH: flipH ? '1' : null };
  return pictureGraphic(`image.${format}`, element('a:blip', { 'r:embed': id }), extent, turn);
}

/** @param turn attributes of its frame */
function pictureGraphic(
  name: string,
  blip: XmlElement,
  { cx, cy }: ShapeExtent,
  turn: Readonly<Record<string, string | null>>,
): XmlElement {
  return graphicOf(
    'http://schemas.openxmlformats.org/drawingml/2006/picture',
    element('pic:pic', {}, [
      element('pic:nvPicPr', {}, [element('pic:cNvPr', { id: '0', name }), element('pic:cNvPicPr')]),
      element('pic:blipFill', {}, [blip, element('a:stretch', {}, [element('a:fillRect')])]),
      element('pic:spPr', {}, [
        element('a:xfrm', turn, [
          element('a:off', { x: '0', y: '0' }),
          element('a:ext', { cx: String(cx), cy: String(cy) }),
        ]),
        element('a:prstGeom', { prst: 'rect' }, [element('a:avLst')]),
      ]),
    ]),
  );
}

interface Turn {
  readonly rot: number;
  readonly flipH: boolean;
  /** Whether its columns are rows. */
  readonly turned: boolean;
}

/** Sixtieths of a thousandth of a degree, clockwise. */
const QUARTER = 5_400_000;

/** How rows lie by EXIF (CIPA DC-008, 4.6.5 A): Word turns pictures only as it is told. */
const TURNS: Readonly<Record<RasterImage['orientation'], Turn>> = {
  1: { rot: 0, flipH: false, turned: false },
  2: { rot: 0, flipH: true, turned: false },
  3: { rot: 2 * QUARTER, flipH: false, turned: false },
  4: { rot: 2 * QUARTER, flipH: true, turned: false },
  5: { rot: 3 * QUARTER, flipH: true, turned: true },
  6: { rot: QUARTER, flipH: false, turned: true },
  7: { rot: QUARTER, flipH: true, turned: true },
  8: { rot: 3 * QUARTER, flipH: false, turned: true },
};
