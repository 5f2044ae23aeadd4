import { tameText } from '../base/bidi-controls.ts';
import type { Sink } from '../base/diagnostic.ts';
import type { FontBook } from '../font/font-book.ts';
import type { Settings } from '../project/settings.ts';
import type { Resolved } from '../resolve/nodes.ts';
import type { Theme } from '../theme/theme.ts';
import { anchorTitle } from './anchor-title.ts';
import type { BlockScope, StyleContext } from './context.ts';
import { findFamily } from './find-family.ts';
import { styleFurniture } from './furniture.ts';
import type { InlineContent } from './inline.ts';
import { styleInlines } from './inlines.ts';
import { styleBlocks } from './rules.ts';
import { cutSections } from './sections.ts';
import type { BookStyle, DocumentInfo, Styled } from './styled.ts';
import { TextStyles } from './text-style.ts';

/** Decides every look: what things mean becomes blocks of the few kinds that layout knows. */
export function style(
  { settings, titleId, body, furniture, root, counter }: Resolved,
  theme: Theme,
  fonts: FontBook,
  sink: Sink,
  styles = new TextStyles(),
): Styled<InlineContent> {
  const { notes } = theme;
  const context: StyleContext = {
    settings,
    theme,
    fonts,
    sink,
    styles,
    counter,
    familyId: findFamily(theme, fonts, sink),
    blocks: styleBlocks,
    inlines: styleInlines,
  };
  const scope: BlockScope = { context, direction: settings.dir, directed: false, lang: null };
  const blocks = styleBlocks(body, scope);
  const masters = styleFurniture(furniture, scope);
  return {
    info: describe(settings),
    sections: cutSections(titleId === null ? blocks : anchorTitle(blocks, titleId), masters),
    book: bindBook(theme, settings),
    masters,
    notes: {
      rule: notes.rule,
      ruleLength: notes.ruleLength,
      gapBefore: notes.gapBefore,
      gapAfter: notes.gapAfter,
    },
    root,
  };
}

function describe(settings: Settings): DocumentInfo {
  const { title, author, people, publisher, rights, isbn, subject, keywords, lang, dir, date } = settings;
  const authors = people.filter(({ role }) => role === 'author');
  const others = people.filter((person) => !authors.includes(person));
  return {
    title: tameText(title),
    author: tameText(author),
    authors: authors.map(({ name }) => tameText(name)),
    contributors: others.map(({ name }) => tameText(name)),
    publisher: tameText(publisher),
    rights: tameText(rights),
    identifier: isbn?.urn ?? '',
    subject: tameText(subject),
    keywords: keywords.map(tameText),
    lang,
    direction: dir,
    date,
  };
}

function bindBook({ page, text }: Theme, settings: Settings): BookStyle {
  const binding = page.binding === 'auto' ? (settings.dir === 'rtl' ? 'right' : 'left') : page.binding;
  const recto = binding === 'right' ? 'left' : 'right';
  const opening =
    page.opening === 'auto' || page.opening === 'recto'
      ? recto
      : page.opening === 'verso'
        ? binding
        : page.opening;
  return { binding, opening, breaks: page.breaks, leading: text.leading };
}
