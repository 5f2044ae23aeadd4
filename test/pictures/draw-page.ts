import * as mupdf from 'mupdf';

/** A picture in grey, one byte a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/**
 * A page as mupdf draws it: the same to the pixel on every machine, as it runs as WebAssembly. A point is a pixel: in
 * smaller pictures a line may move by a point and yet be drawn on the same row, as baselines are drawn on whole ones.
 *
 * @param shift how far to the right and downwards everything is moved. Points.
 */
export function drawPage(bytes: Uint8Array, page: number, shift = { x: 0, y: 0 }): Picture {
  const paper = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(page - 1);
  const [left, top, right, bottom] = paper.getBounds();
  const size: mupdf.Rect = [left, top, Math.round(right), Math.round(bottom)];
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, size, false);
  pixmap.clear(255);
  const device = new mupdf.DrawDevice(mupdf.Matrix.identity, pixmap);
  paper.run(device, mupdf.Matrix.translate(shift.x, shift.y));
  device.close();
  return toPicture(pixmap);
}

export function readPicture(png: Uint8Array): Picture {
  return toPicture(new mupdf.Image(png).toPixmap());
}

export function writePicture({ width, height, grey }: Picture): Uint8Array {
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, [0, 0, width, height], false);
  pixmap.getPixels().set(grey);
  return pixmap.asPNG();
}

function toPicture(pixmap: mupdf.Pixmap): Picture {
  const [width, height] = [pixmap.getWidth(), pixmap.getHeight()];
  const [stride, parts] = [pixmap.getStride(), pixmap.getNumberOfComponents()];
  const pixels = pixmap.getPixels();
  const grey = Uint8Array.from(
    { length: width * height },
    (_, at) => pixels[Math.floor(at / width) * stride + (at % width) * parts]!,
  );
  return { width, height, grey };
}
