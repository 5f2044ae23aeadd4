import type { Point, Size } from '../base/geometry.ts';
import type { PathSegment } from '../base/path.ts';
import { unreachable } from '../base/unreachable.ts';
import { element, type XmlElement } from '../base/xml.ts';
import type { Drawing, DrawnShape, ImageSource, RasterImage } from '../resolve/image-source.ts';
import { scaleDrawing } from '../resolve/scale-drawing.ts';
import type { WordDraft } from './draft.ts';
import type { PartLinks } from './part-links.ts';
import { textNodes, wordRun } from './run-properties.ts';
import { emus, hex, word } from './word-xml.ts';

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
    case 'drawing': {
      // programs that know no shapes have its words
      const choice = element('mc:Choice', { Requires: 'wpg' }, [
        inline(picture, draft, extentOf(picture), groupGraphic(image, picture, draft)),
      ]);
      const fallback = element('mc:Fallback', {}, textNodes(`[${picture.alt}]`));
      return wordRun([element('mc:AlternateContent', {}, [choice, fallback])], {}, false);
    }
    default:
      return unreachable(image, 'raster, drawing');
  }
}

interface Extent {
  readonly cx: number;
  readonly cy: number;
}

function extentOf({ size }: PlacedPicture): Extent {
  return { cx: Math.max(1, emus(size.width)), cy: Math.max(1, emus(size.height)) };
}

/** @param beyond how far it reaches beyond its extent, above and below, before and after */
function inline(
  { alt }: PlacedPicture,
  draft: WordDraft,
  { cx, cy }: Extent,
  graphic: XmlElement,
  beyond: Extent = { cx: 0, cy: 0 },
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
  image: RasterImage,
  { cx, cy }: Extent,
  { rot, flipH }: Omit<Turn, 'turned'>,
  draft: WordDraft,
  links: PartLinks,
): XmlElement {
  const id = draft.linkImage(image, links);
  const name = `image.${image.format}`;
  return graphicOf(
    'http://schemas.openxmlformats.org/drawingml/2006/picture',
    element('pic:pic', {}, [
      element('pic:nvPicPr', {}, [element('pic:cNvPr', { id: '0', name }), element('pic:cNvPicPr')]),
      element('pic:blipFill', {}, [
        element('a:blip', { 'r:embed': id }),
        element('a:stretch', {}, [element('a:fillRect')]),
      ]),
      element('pic:spPr', {}, [
        element('a:xfrm', { rot: rot === 0 ? null : String(rot), flipH: flipH ? '1' : null }, [
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

/** A drawing as a group of shapes, which stays sharp at any size. */
function groupGraphic(drawing: Drawing, picture: PlacedPicture, draft: WordDraft): XmlElement {
  const { size, shapes } = scaleDrawing(drawing);
  const { cx, cy } = extentOf(picture);
  const whole = {
    width: String(Math.round(size.width * UNIT)),
    height: String(Math.round(size.height * UNIT)),
  };
  const frame = [
    element('a:off', { x: '0', y: '0' }),
    element('a:ext', { cx: String(cx), cy: String(cy) }),
    element('a:chOff', { x: '0', y: '0' }),
    element('a:chExt', { cx: whole.width, cy: whole.height }),
  ];
  return graphicOf(
    'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
    element('wpg:wgp', {}, [
      element('wpg:cNvGrpSpPr'),
      element('wpg:grpSpPr', {}, [element('a:xfrm', {}, frame)]),
      ...shapes.map((shape) => drawShape(shape, whole, picture.size.width / size.width, draft)),
    ]),
  );
}

/** Units of a shape to one of the drawing, of which there are a thousand: they are whole numbers. */
const UNIT = 100;

/** @param scale points to a unit of the drawing: widths of lines are not stretched with a group */
function drawShape(
  { path, fill, stroke }: DrawnShape,
  whole: { readonly width: string; readonly height: string },
  scale: number,
  draft: WordDraft,
): XmlElement {
  const id = String(draft.newId());
  const line =
    stroke === null
      ? element('a:ln', {}, [element('a:noFill')])
      : element('a:ln', { w: String(Math.max(1, emus(stroke.width * scale))) }, [solid(stroke.color)]);
  return element('wps:wsp', {}, [
    element('wps:cNvPr', { id, name: `Shape ${id}` }),
    element('wps:cNvSpPr'),
    element('wps:spPr', {}, [
      element('a:xfrm', {}, [
        element('a:off', { x: '0', y: '0' }),
        element('a:ext', { cx: whole.width, cy: whole.height }),
      ]),
      element('a:custGeom', {}, [
        element('a:avLst'),
        element('a:gdLst'),
        element('a:ahLst'),
        element('a:cxnLst'),
        element('a:rect', { l: '0', t: '0', r: 'r', b: 'b' }),
        element('a:pathLst', {}, [
          element('a:path', { w: whole.width, h: whole.height }, path.map(drawSegment)),
        ]),
      ]),
      fill === null ? element('a:noFill') : solid(fill),
      line,
    ]),
    element('wps:bodyPr'),
  ]);
}

function solid(color: string): XmlElement {
  return element('a:solidFill', {}, [element('a:srgbClr', { val: hex(color) })]);
}

function drawSegment(segment: PathSegment<Point>): XmlElement {
  const point = ({ x, y }: Point) =>
    element('a:pt', { x: String(Math.round(x * UNIT)), y: String(Math.round(y * UNIT)) });
  switch (segment.kind) {
    case 'move':
      return element('a:moveTo', {}, [point(segment.to)]);
    case 'line':
      return element('a:lnTo', {}, [point(segment.to)]);
    case 'curve':
      return element('a:cubicBezTo', {}, [point(segment.first), point(segment.second), point(segment.to)]);
    case 'close':
      return element('a:close');
    default:
      return unreachable(segment, 'move, line, curve, close');
  }
}
