import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import type { PageStyle, Styled } from '../style/styled.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { collectBlocks } from './collect/collect.ts';
import type { CollectSetting } from './collect/collect-setting.ts';
import { noteCollector } from './collect/notes.ts';
import type { ReadField, Typesetter } from './collect/typesetter.ts';
import type { PageRegion, PageRegions } from './distribute/page-region.ts';
import type { Frame } from './frame.ts';
import { soundPage, textArea, turnPage } from './text-area.ts';

/** What a document is laid with, however often. */
export interface Layout {
  readonly page: PageStyle;
  /** The text area, as what is laid into it knows it. */
  readonly frame: Frame;
  /** For one pass, in which fields read so. */
  settingFor(read: ReadField): CollectSetting;
  /** What the pages of that pass have to be filled. */
  regionsFor(setting: CollectSetting): PageRegions;
}

export function openLayout(document: Styled<ShapedContent>, typesetter: Typesetter, sink: Sink): Layout {
  const page = soundPage(document.page, sink);
  const frame = frameOf(page);
  const turned = frameOf(turnPage(page));
  const shared = {
    direction: document.info.direction,
    size: page.size,
    grid: page.grid,
    typesetter,
    collectBlocks,
    turning: { upright: frame, turned },
    inColumns: false,
    trial: false,
    ...reports(sink),
  };
  const regionIn = (on: Frame, setting: CollectSetting): PageRegion => ({
    height: on.height,
    grid: page.grid,
    direction: setting.direction,
    notes: document.notes,
    collectNote: noteCollector(on, { ...setting, grid: 0 }),
  });
  return {
    page,
    frame,
    settingFor: (read) => ({ ...shared, read, seenNotes: new Set() }),
    regionsFor: (setting) => ({ upright: regionIn(frame, setting), turned: regionIn(turned, setting) }),
  };
}

function frameOf(page: PageStyle): Frame {
  const { width, height } = textArea(page, 'left');
  return { x: 0, y: 0, width, height };
}

/** Each origin is reported once, however many passes meet it. */
function reports(sink: Sink): Pick<CollectSetting, 'reportPlaced' | 'reportUpright'> {
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
    reportUpright: ({ origin }) => once(origin, () => sink.report('landscape-nested', origin)),
  };
}
