import { documentCounter } from '../base/counters.ts';
import type { Sink } from '../base/diagnostic.ts';
import type { Composed } from '../template/composed.ts';
import type { Theme } from '../theme/theme.ts';
import { resolveBlocks } from './blocks.ts';
import type { Around, ResolveContext } from './context.ts';
import { planHeadings } from './heading-plan.ts';
import type { ImageLoader } from './image-loader.ts';
import { resolveInlines } from './inlines.ts';
import type { Resolved } from './nodes.ts';
import { NoteNumbering } from './note-numbering.ts';
import { resolveFurniture } from './rules/sides.ts';
import { Structure } from './structure.ts';
import { wordsOf } from './words.ts';

/** Decides what everything means: Markdown nodes become those of nodes.ts, with their structure elements. @param images all that the document shows */
export function resolve(composed: Composed, theme: Theme, images: ImageLoader, sink: Sink): Resolved {
  const { settings, titleId } = composed;
  const context = startRun(composed, theme, images, sink);
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
    body: resolveBlocks(composed.body.children, around),
    furniture: resolveFurniture(composed.furniture, around),
    root: context.structure.root,
    noteNumbering: theme.notes.numbering,
    counter: context.counter,
  };
}

function startRun(
  { body, settings }: Composed,
  theme: Theme,
  images: ImageLoader,
  sink: Sink,
): ResolveContext {
  const digits = settings.digits ?? theme.digits;
  const counter = documentCounter(settings.lang, digits);
  return {
    settings,
    theme,
    sink,
    structure: new Structure(body.data?.origin ?? { file: '-', line: 1, column: 1 }),
    headings: planHeadings(body, theme),
    notes: new NoteNumbering(body, counter),
    images,
    words: wordsOf(settings.lang),
    counter,
    textDigits: digits === 'source' ? null : counter,
    blocks: resolveBlocks,
    inlines: resolveInlines,
  };
}
