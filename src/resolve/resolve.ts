import { documentCounter } from '../base/counters.ts';
import { Sink } from '../base/diagnostic.ts';
import type { Composed } from '../template/composed.ts';
import type { Theme } from '../theme/theme.ts';
import { resolveBlocks } from './blocks.ts';
import type { Around, ResolveContext } from './context.ts';
import { endChapters } from './end-chapters.ts';
import type { Fetched } from './fetch.ts';
import { planHeadings } from './heading-plan.ts';
import { planIndex } from './index-plan.ts';
import { resolveInlines } from './inlines.ts';
import type { Resolved } from './nodes.ts';
import { NoteNumbering } from './note-numbering.ts';
import { resolveFurniture } from './rules/sides.ts';
import { Structure } from './structure.ts';
import { planTargets, type Targets } from './targets.ts';
import { wordsOf } from './words.ts';

/**
 * Decides what everything means: Markdown nodes become those of nodes.ts, with their structure elements.
 *
 * @param fetched all that the document shows beside its words
 * @param targets of a document that these nodes are a part of; null = they are all there is
 */
export function resolve(
  composed: Composed,
  theme: Theme,
  fetched: Fetched,
  sink: Sink,
  targets: Targets | null = null,
): Resolved {
  const { settings, titleId } = composed;
  const context = startRun(composed, theme, fetched, targets, sink);
  const around: Around = {
    context,
    parent: context.structure.root,
    styleName: 'body',
    bullets: 0,
    numbers: 0,
    notes: 'print',
    inColumns: false,
    direction: settings.dir,
    directed: false,
    lang: null,
  };
  return {
    settings,
    titleId,
    body: endChapters(resolveBlocks(composed.body.children, around), context),
    furniture: resolveFurniture(composed.furniture, around),
    root: context.structure.root,
    targets: context.targets,
    noteNumbering: theme.notes.numbering,
    counter: context.counter,
  };
}

function startRun(
  { body, settings, titleId }: Composed,
  theme: Theme,
  fetched: Fetched,
  targets: Targets | null,
  sink: Sink,
): ResolveContext {
  const digits = settings.digits ?? theme.digits;
  const counter = documentCounter(settings.lang, digits);
  const headings = planHeadings(body, theme);
  return {
    settings,
    theme,
    sink,
    structure: new Structure(body.data?.origin ?? { file: '-', line: 1, column: 1 }),
    headings,
    targets: targets ?? planTargets(body, titleId, { theme, counter, headings }),
    // a letter has no pages, and its document says what there is to say
    index: planIndex(body, settings.lang, theme, targets === null ? sink : new Sink()),
    notes: new NoteNumbering(body, theme.notes.counter === 'document' ? counter : theme.notes.counter),
    ...fetched,
    words: wordsOf(settings.lang),
    counter,
    textDigits: digits === 'source' ? null : counter,
    blocks: resolveBlocks,
    inlines: resolveInlines,
  };
}
