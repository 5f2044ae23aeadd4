import { isArtifact } from '../base/element.ts';
import { remember } from '../base/remember.ts';
import type { DrawItem, DrawnPath, Page } from '../page/page.ts';
import { mapDrawItem } from '../page/walk.ts';
import type { ImageSource } from '../resolve/image-source.ts';
import type { TextStyle } from '../style/inline.ts';
import type { Line } from '../text/line.ts';
import { piecesOf } from '../text/line-pieces.ts';
import type { PrintStyle } from '../theme/print-style.ts';
import type { Color } from '../theme/style-values.ts';
import { recolor } from '../vector/map-drawing.ts';

/** Changes the ink of pages: colours to greys, grounds to bare paper. Shapes and places stay. */
export class PageInker {
  /** Equal styles must stay the same object: the painter joins runs by that. */
  readonly #styles = new Map<TextStyle, TextStyle>();
  /** The painter embeds one image once. */
  readonly #images = new Map<ImageSource, ImageSource>();
  readonly #grey: boolean;
  readonly #saving: boolean;

  constructor({ grey, ink }: PrintStyle) {
    this.#grey = grey;
    this.#saving = ink === 'saving';
  }

  ink(page: Page): Page {
    if (!this.#grey && !this.#saving) return page;
    const drawItems = this.#saving
      ? page.drawItems.filter((drawItem) => !isGround(drawItem))
      : page.drawItems;
    return { ...page, drawItems: drawItems.map((drawItem) => this.#inkItem(drawItem)) };
  }

  #inkItem(drawItem: DrawItem): DrawItem {
    return mapDrawItem(drawItem, {
      line: (of) => ({ ...of, line: this.#inkLine(of.line) }),
      path: (of) => this.#inkPath(of),
      image: (of) => ({ ...of, image: this.#inkImage(of.image) }),
    });
  }

  #inkPath(path: DrawnPath): DrawnPath {
    const { fill, stroke } = path;
    return {
      ...path,
      stroke: stroke && { ...stroke, color: this.#paint(stroke.color) },
      fill: fill && this.#paint(fill),
    };
  }

  /** Pixels keep their colours, of which the author is told. */
  #inkImage(image: ImageSource): ImageSource {
    if (image.kind === 'raster') return image;
    return remember(this.#images, image, () => ({
      ...image,
      nodes: image.nodes.map((node) => recolor(node, (color) => this.#paint(color))),
    }));
  }

  #inkLine(line: Line): Line {
    const pieces = piecesOf(line).map((piece) => {
      const style = this.#inkStyle(piece.style);
      return piece.kind === 'image'
        ? { ...piece, style, image: this.#inkImage(piece.image) }
        : { ...piece, style };
    });
    return { ...line, words: { kind: 'placed', pieces } };
  }

  #inkStyle(style: TextStyle): TextStyle {
    let inked = this.#styles.get(style);
    if (inked === undefined) {
      // Light text stood on a dark ground that is no longer there.
      const isLost = this.#saving && luminance(style.color) > LIGHTEST_TEXT;
      inked = { ...style, color: isLost ? '#000000' : this.#paint(style.color) };
      this.#styles.set(style, inked);
    }
    return inked;
  }

  #paint(color: Color): Color {
    return this.#grey ? greyOf(color) : color;
  }
}

/** Half the light of paper: text of that colour has a contrast of 1.9 : 1 with white. */
const LIGHTEST_TEXT = 0.5;

function isGround(drawItem: DrawItem): boolean {
  return (
    drawItem.kind === 'path' &&
    drawItem.fill !== null &&
    isArtifact(drawItem.tagTarget) &&
    drawItem.tagTarget.artifact === 'Background'
  );
}

/** The grey that looks as light as a colour. */
function greyOf(color: Color): Color {
  const light = luminance(color);
  const encoded = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  const level = Math.round(encoded * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase();
  return `#${level}${level}${level}`;
}

/** Relative luminance of an sRGB colour, 0–1 (IEC 61966-2-1; WCAG 2.2 uses the same). */
function luminance(color: Color): number {
  const linear = (at: number) => {
    const level = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
}
