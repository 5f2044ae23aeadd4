import { gunzipSync } from 'node:zlib';
import type { Rect, Size } from '../../base/geometry.ts';
import { limits } from '../../base/limits.ts';
import { IDENTITY } from '../../base/matrix.ts';
import type { Raster } from '../../raster/raster.ts';
import type { DrawnNode } from '../drawing.ts';
import type { SetWords } from '../outlined-text.ts';
import { drawChildren } from './draw.ts';
import { readLength } from './lengths.ts';
import { INITIAL_STYLE, styleOf } from './style.ts';
import { SvgContext, type SvgNotice } from './svg-context.ts';
import { SvgFault } from './svg-fault.ts';
import { readTree, type SvgElement } from './svg-tree.ts';
import { fitViewBox, readViewBox } from './view-box.ts';

/** A file of SVG as it is drawn. */
export interface ReadSvg extends Size {
  /** What is shown, in the shape of the size: `width` and `height` are pixels of CSS. */
  readonly viewBox: Rect;
  /** In units of the view box. */
  readonly nodes: readonly DrawnNode[];
  /** Those within it, unread. */
  readonly rasters: readonly Raster[];
  readonly notices: readonly SvgNotice[];
}

/**
 * Reads SVG 1.1, and of SVG 2 what programs write: shapes, paths, groups, references, gradients, clip paths, markers,
 * words and the pictures that the file holds itself. Nothing else is read, run or looked for.
 *
 * @throws SvgFault
 */
export function readSvg(bytes: Uint8Array, setWords: SetWords): ReadSvg {
  const root = readTree(decode(inflate(bytes)));
  const context = new SvgContext(root, setWords, drawChildren);
  const style = styleOf(root, INITIAL_STYLE, context.sheet);
  const size = sizeOf(root, Number(style['font-size']));
  const box = readViewBox(root) ?? { x: 0, y: 0, ...size };
  const shown = shownOf(box, size, root.attributes['preserveAspectRatio']);
  const scope = { style, matrix: IDENTITY, viewport: box, within: [root] };
  const nodes = style['display'] === 'none' ? [] : drawChildren(root, scope, context);
  // a frame with its words says more than white paper
  if (nodes.length === 0 && context.notices.length === 0) throw new SvgFault('not-svg');
  return { ...size, viewBox: shown, nodes, rasters: context.rasters, notices: context.notices };
}

/** @throws SvgFault where the file is damaged, or unfolds to more than one may have */
function inflate(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: limits.fileBytes });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new SvgFault('compressed');
  }
}

/** UTF-8, or UTF-16 where a byte order mark says so. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** What is wide and high where nothing is said (CSS Images 3, 5.1). */
const USUAL: Size = { width: 300, height: 150 };
/** Pixels: no sheet has so many; a side that the file says is longer is no size. */
const LONGEST = 1e6;

/** Pixels; of one side the other follows from what is shown. @throws SvgFault where it has no area */
function sizeOf(root: SvgElement, fontSize: number): Size {
  const box = readViewBox(root);
  const side = (name: 'width' | 'height') => {
    const written = root.attributes[name];
    return written?.trim().endsWith('%') ? null : readLength(written, { whole: 0, fontSize });
  };
  const [width, height] = [side('width'), side('height')];
  const usual = box ?? USUAL;
  const ratio = usual.height / usual.width;
  const size = {
    width: width ?? (height === null ? usual.width : height / ratio),
    height: height ?? (width === null ? usual.height : width * ratio),
  };
  const isSound = [size.width, size.height].every((length) => length > 0 && length <= LONGEST);
  if (!isSound) throw new SvgFault('no-size');
  return size;
}

/** The part of the drawing that fills its size: where the two differ in shape, more than what is asked for, or less. */
function shownOf(box: Rect, size: Size, aspect: string | undefined): Rect {
  const [across, , , down, dx, dy] = fitViewBox(box, size, aspect);
  return { x: -dx / across, y: -dy / down, width: size.width / across, height: size.height / down };
}
