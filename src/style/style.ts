import type { Sink } from '../base/diagnostic.ts';
import type { World } from '../base/world.ts';
import type { FontBook } from '../font/font-book.ts';
import type { Settings } from '../project/settings.ts';
import type { Composed } from '../template/composed.ts';
import { anchorTitle } from './anchor-title.ts';
import { documentCounter } from './counters.ts';
import { findFamily } from './find-family.ts';
import type { Flow, Run } from './flow.ts';
import { styleFurniture } from './furniture.ts';
import { planHeadings } from './heading-plan.ts';
import { ImageShelf } from './image-shelf.ts';
import type { InlineContent } from './inline.ts';
import { styleInlines } from './inlines.ts';
import { NoteBook } from './note-book.ts';
import { styleBlocks } from './rules.ts';
import { Structure } from './structure.ts';
import type { DocumentInfo, PageStyle, Styled } from './styled.ts';
import { TextStyles } from './text-style.ts';
import type { Theme } from './theme.ts';
import { wordsOf } from './words.ts';

/** Decides every look: nodes become blocks of the few kinds that layout knows, with their structure elements. */
export function style(
  composed: Composed,
  project: { readonly theme: Theme },
  fonts: FontBook,
  world: World,
  sink: Sink,
): Styled<InlineContent> {
  const { settings } = composed;
  const run = startRun(composed, project.theme, fonts, world, sink);
  const { page, notes } = project.theme;
  const flow: Flow = {
    run,
    parent: run.structure.root,
    textRole: 'body',
    measure: page.size.width - page.margin.inner - page.margin.outer,
    bullets: 0,
    numbers: 0,
    notes: 'print',
    inColumns: false,
    direction: settings.dir,
    directed: false,
    lang: null,
  };
  const blocks = styleBlocks(composed.body.children, flow);
  return {
    info: describe(settings),
    blocks: composed.titleId === null ? blocks : anchorTitle(blocks, composed.titleId),
    page: placePage(project.theme, settings),
    masters: styleFurniture(composed.furniture, run),
    notes: {
      rule: notes.rule,
      ruleLength: notes.ruleLength,
      gapBefore: notes.gapBefore,
      gapAfter: notes.gapAfter,
    },
    root: run.structure.root,
  };
}

function startRun(
  { body, settings }: Composed,
  theme: Theme,
  fonts: FontBook,
  world: World,
  sink: Sink,
): Run {
  const digits = settings.digits ?? theme.digits;
  const counter = documentCounter(settings.lang, digits);
  return {
    settings,
    theme,
    fonts,
    world,
    sink,
    structure: new Structure(body.data?.origin ?? { file: '-', line: 1, column: 1 }),
    styles: new TextStyles(),
    headings: planHeadings(body, theme),
    notes: new NoteBook(body, counter),
    images: new ImageShelf(world, sink),
    words: wordsOf(settings.lang),
    counter,
    textDigits: digits === 'source' ? null : counter,
    familyId: findFamily(theme, fonts, sink),
    blocks: styleBlocks,
    inlines: styleInlines,
  };
}

function describe(settings: Settings): DocumentInfo {
  const { title, author, subject, keywords, lang, dir, date } = settings;
  return { title, author, subject, keywords, lang, direction: dir, date };
}

function placePage({ page }: Theme, settings: Settings): PageStyle {
  const binding = page.binding === 'auto' ? (settings.dir === 'rtl' ? 'right' : 'left') : page.binding;
  const opening = page.opening === 'auto' ? (binding === 'right' ? 'left' : 'right') : page.opening;
  const { size, margin, grid, head, foot } = page;
  return { size, margin, binding, opening, grid, head, foot };
}
