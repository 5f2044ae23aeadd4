import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import type { TextBlock } from '../style/blocks.ts';
import type { BookStyle, PageGeometry, Styled } from '../style/styled.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { collectBlocks } from './collect/collect.ts';
import type { CollectSetting } from './collect/collect-setting.ts';
import { noteCollector } from './collect/notes.ts';
import type { IntrinsicWidth } from './collect/tracks.ts';
import type { ReadField, Typesetter } from './collect/typesetter.ts';
import type { PageRegion, PageRegions } from './distribute/page-region.ts';
import type { Frame } from './frame.ts';
import { soundPage, textArea, turnPage } from './text-area.ts';

/** What a document is laid with, however often. */
export interface Layout {
  /** One pass, in which fields read so. */
  passFor(read: ReadField): LayoutPass;
}

/** What all sections are laid with once. */
export interface LayoutPass {
  on(geometry: PageGeometry): PageLayout;
}

/** What is laid on pages of one geometry. */
interface PageLayout {
  /** Without margins that leave no room. */
  readonly geometry: PageGeometry;
  /** The text area, as what is laid into it knows it. */
  readonly frame: Frame;
  readonly setting: CollectSetting;
  readonly regions: PageRegions;
}

export function openLayout(
  { info, notes, book }: Pick<Styled<ShapedContent>, 'info' | 'notes' | 'book'>,
  typesetter: Typesetter,
  sink: Sink,
): Layout {
  const sound = soundGeometries(sink);
  const said = reports(sink);
  const passFor = (read: ReadField): LayoutPass => {
    const shared = {
      direction: info.direction,
      typesetter,
      read,
      collectBlocks,
      seenNotes: new Set<string>(),
      textWidths: new Map<readonly TextBlock<ShapedContent>[], IntrinsicWidth>(),
      inColumns: false,
      trial: false,
      ...said,
    };
    return {
      on(given) {
        const geometry = sound(given);
        const { size, grid } = geometry;
        const frame = frameOf(geometry);
        const turned = frameOf(turnPage(geometry));
        const setting: CollectSetting = { ...shared, size, grid, turning: { upright: frame, turned } };
        const regionIn = (on: Frame): PageRegion => ({
          height: on.height,
          grid,
          direction: setting.direction,
          notes,
          leading: book.leading,
          breaks: book.breaks,
          collectNote: noteCollector(on, { ...setting, grid: 0 }),
        });
        const regions = { upright: regionIn(frame), turned: regionIn(turned), opensAt: openingPlace(book) };
        return { geometry, frame, setting, regions };
      },
    };
  };
  return { passFor };
}

/** Of two pages that face one another the first is that at the bound edge's side. */
function openingPlace({ opening, binding }: BookStyle): PageRegions['opensAt'] {
  if (opening === 'any') return null;
  return opening === binding ? 'first' : 'second';
}

/** Each is looked at, and what is wrong with it reported, once. */
function soundGeometries(sink: Sink): (geometry: PageGeometry) => PageGeometry {
  const known = new Map<PageGeometry, PageGeometry>();
  return (geometry) => {
    const sound = known.get(geometry) ?? soundPage(geometry, sink);
    known.set(geometry, sound);
    return sound;
  };
}

function frameOf(geometry: PageGeometry): Frame {
  const { width, height } = textArea(geometry, 'left');
  return { x: 0, y: 0, width, height };
}

/** Each origin is reported once, however many passes meet it. */
function reports(
  sink: Sink,
): Pick<CollectSetting, 'reportPlaced' | 'reportSmall' | 'reportUpright' | 'reportFloat'> {
  const said = new Set<Origin>();
  const once = (origin: Origin, report: () => void) => {
    if (said.has(origin)) return;
    said.add(origin);
    report();
  };
  return {
    reportPlaced: ({ origin }, height, room) =>
      once(origin, () =>
        sink.report('placed-too-tall', origin, { height: Math.round(height), room: Math.round(room) }),
      ),
    reportSmall: ({ columns, origin }, size) =>
      once(origin, () =>
        sink.report('table-too-wide', origin, { size: size.toFixed(1), columns: columns.length }),
      ),
    reportUpright: ({ origin }) => once(origin, () => sink.report('landscape-nested', origin)),
    reportFloat: (rule, { origin }) => once(origin, () => sink.report(rule, origin)),
  };
}
