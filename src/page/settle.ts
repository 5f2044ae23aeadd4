import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import type { FieldInline } from '../style/inline.ts';
import type { CounterStyle, PageStyle, Styled } from '../style/styled.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { type Bound, bindRuns } from './bind.ts';
import { Collector } from './collector.ts';
import { composePage } from './compose-page.ts';
import { distribute } from './distribute.ts';
import { FactReader, type Facts, gatherFacts, targetsOf } from './facts.ts';
import { flowBlocks } from './flow.ts';
import type { FlowSetting } from './flow-setting.ts';
import type { Frame } from './frame.ts';
import { noteFlow } from './notes.ts';
import type { Laid } from './page.ts';
import type { PageRegion } from './region.ts';
import { soundPage, textArea, turnPage } from './text-area.ts';
import { type BreakLines, type SetText, Typesetter } from './typesetter.ts';

/**
 * Contents settle in two passes, or three where a number with another count of digits moves a line; what
 * needs more than five swings between two states and never settles.
 */
const MOST_PASSES = 5;

/** One pass: the document cut into pages, with the facts of the pass before. */
interface Pass {
  readonly bound: Bound;
  readonly flow: FlowSetting;
}

/**
 * Lays the document, looks at which page everything came to stand, and lays it again while a page number
 * that was printed is no longer true.
 */
export function settlePages(
  document: Styled<ShapedContent>,
  setText: SetText,
  breakLines: BreakLines,
  sink: Sink,
): Laid {
  const typesetter = new Typesetter(setText, breakLines, sink);
  const page = soundPage(document.page, sink);
  const counter = counterOf(document);
  const placed = new Set<Origin>();
  let facts: Facts | null = null;
  for (let pass = 1; ; pass += 1) {
    const reader = new FactReader(facts, counter);
    const { bound, flow } = layOnce(document, page, typesetter, reader, placed, sink);
    // Furniture never moves a line, so it is left out until the pages stand.
    facts = gatherFacts(bound.pages);
    const outdated = reader.outdated(facts);
    if (outdated.length > 0 && pass < MOST_PASSES) continue;
    reportUnsettled(outdated, pass, sink);
    reportUnknown(reader.unknown(facts), sink);
    reportMasters(bound, document, sink);
    const setting = { page, notes: document.notes, flow, facts };
    return {
      info: document.info,
      binding: document.page.binding,
      pages: bound.pages.map((draft, index) => composePage(draft, index, setting, sink)),
      root: document.root,
    };
  }
}

function layOnce(
  document: Styled<ShapedContent>,
  page: PageStyle,
  typesetter: Typesetter,
  reader: FactReader,
  placed: Set<Origin>,
  sink: Sink,
): Pass {
  const frame = frameOf(page);
  const turned = frameOf(turnPage(page));
  const flow: FlowSetting = {
    direction: document.info.direction,
    size: page.size,
    grid: page.grid,
    typesetter,
    read: reader.read,
    flowBlocks,
    seenNotes: new Set(),
    turning: { upright: frame, turned },
    inColumns: false,
    trial: false,
    ...reports(placed, sink),
  };
  const collector = new Collector();
  flowBlocks(document.blocks, frame, flow, collector);
  collector.finish();
  const regionIn = (on: Frame): PageRegion => ({
    height: on.height,
    grid: page.grid,
    direction: flow.direction,
    notes: document.notes,
    flowNote: noteFlow(on, { ...flow, grid: 0 }),
  });
  const regions = { upright: regionIn(frame), turned: regionIn(turned) };
  const runs = distribute(collector.entries, regions);
  return { bound: bindRuns(runs, page, document.masters), flow };
}

/** The text area, as what is laid into it knows it. */
function frameOf(page: PageStyle): Frame {
  const { width, height } = textArea(page, 'left');
  return { x: 0, y: 0, width, height };
}

/** @param said origins of what was reported: once, however many passes meet it */
function reports(said: Set<Origin>, sink: Sink): Pick<FlowSetting, 'reportPlaced' | 'reportUpright'> {
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

/** The digits that page numbers are guessed in. */
function counterOf(document: Styled<ShapedContent>): CounterStyle {
  const first = Object.hasOwn(document.masters, 'first') ? document.masters['first'] : undefined;
  return first?.folio.counter ?? 'decimal';
}

function reportUnsettled(outdated: readonly FieldInline[], passes: number, sink: Sink): void {
  const [first] = outdated;
  if (first === undefined) return;
  const names = new Set(outdated.map(({ field }) => targetsOf(field).join(', ') || field.kind));
  sink.report('pages-not-settled', first.origin, { passes, names: [...names].join(', ') });
}

function reportUnknown(unknown: ReadonlyMap<string, FieldInline>, sink: Sink): void {
  for (const [target, { origin }] of unknown) sink.report('unknown-page-target', origin, { target });
}

function reportMasters(bound: Bound, document: Styled<ShapedContent>, sink: Sink): void {
  const known = Object.keys(document.masters).sort().join(', ');
  for (const [name, origin] of bound.unknownMasters) {
    sink.report('unknown-master', origin, { name, known });
  }
}
