import { hasArabicLetter } from '../base/arabic.ts';
import { unreachable } from '../base/unreachable.ts';
import { cutCode } from '../resolve/code-stretches.ts';
import type {
  Code,
  Foreign,
  Linked,
  Locator,
  Marked,
  PageField,
  Picture,
  ResolvedInline,
  Text,
} from '../resolve/inline-nodes.ts';
import { PIXEL } from '../resolve/picture-size.ts';
import { makeTextInline, textStyleOf } from './build-block.ts';
import type { InlineFormatting } from './context.ts';
import type { Inline, Isolate, TextStyle } from './inline.ts';
import { styleInlineFormula } from './rules/formula.ts';
import { callNote } from './rules/notes.ts';

/** Turns what a line says into runs: what they look like, what element they belong to, where they link. */
export function styleInlines(nodes: readonly ResolvedInline[], formatting: InlineFormatting): Inline[] {
  return nodes.flatMap((node) => styleInline(node, formatting));
}

function styleInline(node: ResolvedInline, formatting: InlineFormatting): readonly Inline[] {
  const { style, tagTarget, link, isolates } = formatting;
  switch (node.kind) {
    case 'text':
      return [styleText(node, formatting)];
    case 'marked':
      return styleInlines(node.children, { ...formatting, style: textStyleFor(node, formatting) });
    case 'code':
      return styleCode(node, formatting);
    case 'link':
      return styleLink(node, formatting);
    case 'foreign':
      return styleForeign(node, formatting);
    case 'paged':
      return styleInlines(node.children, formatting);
    case 'break':
      return [{ kind: 'break', style, tagTarget, link, isolates, origin: node.origin }];
    case 'picture':
      return stylePicture(node, formatting);
    case 'formula':
      return [styleInlineFormula(node, formatting)];
    case 'call':
      return callNote(node, formatting);
    case 'anchor':
      return [{ kind: 'anchor', id: node.id, style, tagTarget, link, isolates, origin: node.origin }];
    case 'locator':
      return [styleLocator(node, formatting)];
    case 'field':
      return [styleField(node, formatting)];
    default:
      return unreachable(node, 'the kinds of inlines');
  }
}

function styleText({ text, turns, origin }: Text, formatting: InlineFormatting): Inline {
  const inline = makeTextInline(text, formatting, origin);
  return turns === undefined ? inline : { ...inline, turns };
}

/** What marked words look like among those around them. */
function textStyleFor({ meaning, isForeign }: Marked, formatting: InlineFormatting): TextStyle {
  const { style } = formatting;
  const { styles, theme } = formatting.scope.context;
  switch (meaning) {
    case 'strong':
      return styles.vary(style, { weight: Math.max(theme.text.strong, style.weight) });
    case 'emphasis':
      return emphasise(formatting, isForeign);
    case 'deleted':
      return styles.vary(style, { lines: { ...style.lines, through: true } });
    case 'accent':
      return accentuate(formatting, style);
    case 'mark':
      // overlined in the accent colour, as copyists marked words in red
      return accentuate(formatting, styles.vary(style, { lines: { ...style.lines, over: true } }));
    case 'overline':
      return styles.vary(style, { lines: { ...style.lines, over: true } });
    case 'underline':
      return styles.vary(style, { lines: { ...style.lines, under: true } });
    case 'raised':
      return shift(formatting, SCRIPT.raised);
    case 'lowered':
      return shift(formatting, SCRIPT.lowered);
    default:
      return unreachable(meaning, 'what marks mean');
  }
}

/** Arabic has no italics (alreq, "Styling"): colour, weight or an overline do. A wholly foreign phrase gets true ones. */
function emphasise(formatting: InlineFormatting, isForeign: boolean): TextStyle {
  const { style } = formatting;
  const { styles, theme, fonts } = formatting.scope.context;
  if (isForeign && fonts.face(style.family, style.weight, true).italic)
    return styles.vary(style, { italic: true });
  switch (theme.text.emphasis) {
    case 'weight':
      return styles.vary(style, { weight: theme.text.strong });
    case 'overline':
      return styles.vary(style, { lines: { ...style.lines, over: true } });
    case 'accent':
      return accentuate(formatting, style);
    default:
      return unreachable(theme.text.emphasis, 'the kinds of emphasis');
  }
}

function accentuate({ scope: { context } }: InlineFormatting, style: TextStyle): TextStyle {
  const accent = context.theme.colors['accent'];
  // inside text that is accented already, colour would say nothing
  return style.color === accent || accent === undefined
    ? context.styles.vary(style, { weight: 700 })
    : context.styles.vary(style, { color: accent });
}

/** Of the size of the text around it; a script stands off the baseline by a part of that. */
const SCRIPT = { size: 0.68, raised: 0.36, lowered: -0.16 };

/** Raised or lowered letters; numbers among them the parser has made characters of their own. */
function shift({ style, scope: { context } }: InlineFormatting, by: number): TextStyle {
  const { size, rise } = style;
  return context.styles.vary(style, { size: size * SCRIPT.size, rise: rise + size * by });
}

/** Code reads from the left whatever surrounds it. */
function styleCode({ text: code, tagTarget, origin }: Code, formatting: InlineFormatting): readonly Inline[] {
  const { context } = formatting.scope;
  const row = context.theme.roles['inline-code'];
  const { family, color } = textStyleOf(context, 'inline-code');
  // the style's size is that beside body text: keep the proportion in headings and notes
  const size = formatting.style.size * (row === undefined ? 1 : row.size / context.theme.text.size);
  const style = context.styles.vary(formatting.style, { family, color, size, lang: 'en' });
  const isMixed = hasArabicLetter(code) && /[A-Za-z]/.test(code);
  const isolates = [...formatting.isolates, isolate(hasArabicLetter(code) && !isMixed ? 'auto' : 'ltr')];
  const stretches = isMixed ? cutCode(code, false) : [{ text: code, direction: null }];
  return stretches.map(({ text, direction }) => {
    const inner = direction === null ? isolates : [...isolates, isolate(direction)];
    return makeTextInline(text, { ...formatting, style, tagTarget, isolates: inner }, origin);
  });
}

function styleLink({ link, tagTarget, children }: Linked, formatting: InlineFormatting): readonly Inline[] {
  const { context } = formatting.scope;
  const color = context.theme.colors['accent'] ?? formatting.style.color;
  const style = context.styles.vary(formatting.style, { color });
  const isolates = [...formatting.isolates, isolate('auto')];
  return styleInlines(children, { ...formatting, link, tagTarget, style, isolates });
}

function styleForeign(
  { lang, direction, tagTarget, children }: Foreign,
  formatting: InlineFormatting,
): readonly Inline[] {
  const style =
    lang === null ? formatting.style : formatting.scope.context.styles.vary(formatting.style, { lang });
  const isolates = [...formatting.isolates, isolate(direction)];
  return styleInlines(children, {
    ...formatting,
    style,
    tagTarget: tagTarget ?? formatting.tagTarget,
    isolates,
  });
}

/** An image among words stands on the baseline and is no higher than the line. */
function stylePicture(node: Picture, formatting: InlineFormatting): readonly Inline[] {
  const { image, tagTarget, origin } = node;
  if (image === null || tagTarget === null) return frameName(node, formatting);
  const height = Math.min(image.height * PIXEL, formatting.style.size * 1.2);
  const width = (height * image.width) / image.height;
  const { style, link, isolates } = formatting;
  return [{ kind: 'image', image, width, height, spelling: '', style, tagTarget, link, isolates, origin }];
}

/** An image that cannot be shown among words: what it shows, else what its file is called, between lines and brackets. */
function frameName({ alt, name: file, origin }: Picture, formatting: InlineFormatting): readonly Inline[] {
  const lines = { ...formatting.style.lines, under: true, over: true };
  const style = formatting.scope.context.styles.vary(formatting.style, { lines });
  const framed = { ...formatting, style };
  const name = { ...framed, isolates: [...formatting.isolates, isolate('auto')] };
  // A row of badges is read by its words: their addresses, which may be longer than a line, stand in the diagnostics.
  if (alt !== '') return [makeTextInline(`[${alt}]`, framed, origin)];
  return [
    makeTextInline('[', framed, origin),
    makeTextInline(file, name, origin),
    makeTextInline(']', framed, origin),
  ];
}

/** A fact about pages, known when there are pages. */
function styleField({ field, origin }: PageField, formatting: InlineFormatting): Inline {
  const { style, tagTarget, link, isolates } = formatting;
  return { kind: 'field', field, style, tagTarget, link, isolates, origin };
}

/** Pages of an index are links that do not look so: a page of them would be of one colour. */
function styleLocator(
  { field, link, tagTarget, isMain, origin }: Locator,
  formatting: InlineFormatting,
): Inline {
  const { styles, theme } = formatting.scope.context;
  const { style: plain, isolates } = formatting;
  const style = isMain ? styles.vary(plain, { weight: Math.max(theme.text.strong, plain.weight) }) : plain;
  return { kind: 'field', field, style, tagTarget, link, isolates, origin };
}

function isolate(direction: Isolate['direction']): Isolate {
  return { direction };
}
