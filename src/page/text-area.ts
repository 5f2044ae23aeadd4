import type { Sink } from '../base/diagnostic.ts';
import type { Rect } from '../base/geometry.ts';
import type { BookStyle, PageGeometry } from '../style/styled.ts';

export type Side = 'left' | 'right';

/** A text area smaller than half an inch each way is a mistake in the margins. */
const LEAST_AREA = 36;

/** The page without margins that leave no room, which are reported. */
export function soundPage(page: PageGeometry, sink: Sink): PageGeometry {
  const { width, height } = textArea(page, 'left');
  if (width >= LEAST_AREA && height >= LEAST_AREA) return page;
  const values = { width: Math.round(width), height: Math.round(height), least: LEAST_AREA };
  sink.report('margins-too-large', null, values);
  return { ...page, margin: { inner: 0, outer: 0, top: 0, bottom: 0 } };
}

/**
 * The first page of a book bound at the right is a left page: one turns it over from the left, and the
 * lower number of a spread stands at the right.
 */
export function sideOfPage(index: number, binding: BookStyle['binding']): Side {
  const first = binding === 'right' ? 'left' : 'right';
  const second = binding === 'right' ? 'right' : 'left';
  return index % 2 === 0 ? first : second;
}

/**
 * The page turned a quarter. Heads and folios keep their distance from the edges above and below them; at the
 * sides, which are now the short ones, both margins are the narrower of the two.
 */
export function turnPage(page: PageGeometry): PageGeometry {
  const { size, margin } = page;
  const side = Math.min(margin.inner, margin.outer);
  return {
    ...page,
    size: { width: size.height, height: size.width },
    margin: { ...margin, inner: side, outer: side },
  };
}

/** The inner margin lies at the spine: at the right of a left page, at the left of a right one. */
export function textArea(page: PageGeometry, side: Side): Rect {
  const { inner, outer, top, bottom } = page.margin;
  return {
    x: side === 'left' ? outer : inner,
    y: top,
    width: page.size.width - inner - outer,
    height: page.size.height - top - bottom,
  };
}
