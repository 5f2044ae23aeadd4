import { hasArabicLetter } from '../base/arabic.ts';
import { unreachable } from '../base/unreachable.ts';
import { cutCode } from '../resolve/code-stretches.ts';
import type {
  Code,
  Foreign,
  Linked,
  Marked,
  PageField,
  Picture,
  ResolvedInline,
  Text,
} from '../resolve/inline-nodes.ts';
import { PIXEL } from '../resolve/picture-size.ts';
import { makeRun, textStyleOf } from './build-block.ts';
import type { InlineFormatting } from './flow.ts';
import type { Inline, Isolate, TextStyle } from './inline.ts';
import { callNote } from './rules/notes.ts';

/** Turns what a line says into runs: what they look like, what element they belong to, where they link. */
export function styleInlines(nodes: readonly ResolvedInline[], voice: InlineFormatting): Inline[] {
  return nodes.flatMap((node) => styleInline(node, voice));
}

function styleInline(node: ResolvedInline, voice: InlineFormatting): readonly Inline[] {
  const { style, tagTarget, link, isolates } = voice;
  switch (node.kind) {
    case 'text':
      return [styleText(node, voice)];
    case 'marked':
      return styleInlines(node.children, { ...voice, style: textStyleFor(node, voice) });
    case 'code':
      return styleCode(node, voice);
    case 'link':
      return styleLink(node, voice);
    case 'foreign':
      return styleForeign(node, voice);
    case 'break':
      return [{ kind: 'break', style, tagTarget, link, isolates, origin: node.origin }];
    case 'picture':
      return stylePicture(node, voice);
    case 'call':
      return callNote(node, voice);
    case 'field':
      return [styleField(node, voice)];
    default:
      return unreachable(node, 'the kinds of inlines');
  }
}

function styleText({ text, turns, origin }: Text, voice: InlineFormatting): Inline {
  const inline = makeRun(text, voice, origin);
  return turns === undefined ? inline : { ...inline, turns };
}

/** What marked words look like among those around them. */
function textStyleFor({ meaning, isForeign }: Marked, voice: InlineFormatting): TextStyle {
  const { style } = voice;
  const { styles, theme } = voice.flow.run;
  switch (meaning) {
    case 'strong':
      return styles.vary(style, { weight: Math.max(theme.text.strong, style.weight) });
    case 'emphasis':
      return emphasise(voice, isForeign);
    case 'deleted':
      return styles.vary(style, { lines: { ...style.lines, through: true } });
    case 'accent':
      return accentuate(voice, style);
    case 'mark':
      // overlined in the accent colour, as copyists marked words in red
      return accentuate(voice, styles.vary(style, { lines: { ...style.lines, over: true } }));
    case 'overline':
      return styles.vary(style, { lines: { ...style.lines, over: true } });
    case 'underline':
      return styles.vary(style, { lines: { ...style.lines, under: true } });
    case 'raised':
      return shift(voice, SCRIPT.raised);
    case 'lowered':
      return shift(voice, SCRIPT.lowered);
    default:
      return unreachable(meaning, 'what marks mean');
  }
}

/** Arabic has no italics (alreq, "Styling"): colour, weight or an overline do. A wholly foreign phrase gets true ones. */
function emphasise(voice: InlineFormatting, isForeign: boolean): TextStyle {
  const { style } = voice;
  const { styles, theme, fonts } = voice.flow.run;
  if (isForeign && fonts.face(style.family, style.weight, true).italic)
    return styles.vary(style, { italic: true });
  switch (theme.text.emphasis) {
    case 'weight':
      return styles.vary(style, { weight: theme.text.strong });
    case 'overline':
      return styles.vary(style, { lines: { ...style.lines, over: true } });
    case 'accent':
      return accentuate(voice, style);
    default:
      return unreachable(theme.text.emphasis, 'the kinds of emphasis');
  }
}

function accentuate({ flow: { run } }: InlineFormatting, style: TextStyle): TextStyle {
  const accent = run.theme.colors['accent'];
  // inside text that is accented already, colour would say nothing
  return style.color === accent || accent === undefined
    ? run.styles.vary(style, { weight: 700 })
    : run.styles.vary(style, { color: accent });
}

/** Of the size of the text around it; a script stands off the baseline by a part of that. */
const SCRIPT = { size: 0.68, raised: 0.36, lowered: -0.16 };

/** Raised or lowered letters; numbers among them the parser has made characters of their own. */
function shift({ style, flow: { run } }: InlineFormatting, by: number): TextStyle {
  const { size, rise } = style;
  return run.styles.vary(style, { size: size * SCRIPT.size, rise: rise + size * by });
}

/** Code reads from the left whatever surrounds it. */
function styleCode({ text: code, tagTarget, origin }: Code, voice: InlineFormatting): readonly Inline[] {
  const { run } = voice.flow;
  const row = run.theme.roles['inline-code'];
  const { family, color } = textStyleOf(run, 'inline-code');
  // the role's size is that beside body text: keep the proportion in headings and notes
  const size = voice.style.size * (row === undefined ? 1 : row.size / run.theme.text.size);
  const style = run.styles.vary(voice.style, { family, color, size, lang: 'en' });
  const isMixed = hasArabicLetter(code) && /[A-Za-z]/.test(code);
  const isolates = [...voice.isolates, isolate(hasArabicLetter(code) && !isMixed ? 'auto' : 'ltr')];
  const stretches = isMixed ? cutCode(code, false) : [{ text: code, direction: null }];
  return stretches.map(({ text, direction }) => {
    const inner = direction === null ? isolates : [...isolates, isolate(direction)];
    return makeRun(text, { ...voice, style, tagTarget, isolates: inner }, origin);
  });
}

function styleLink({ link, tagTarget, children }: Linked, voice: InlineFormatting): readonly Inline[] {
  const { run } = voice.flow;
  const color = run.theme.colors['accent'] ?? voice.style.color;
  const style = run.styles.vary(voice.style, { color });
  const isolates = [...voice.isolates, isolate('auto')];
  return styleInlines(children, { ...voice, link, tagTarget, style, isolates });
}

function styleForeign(
  { lang, direction, tagTarget, children }: Foreign,
  voice: InlineFormatting,
): readonly Inline[] {
  const style = lang === null ? voice.style : voice.flow.run.styles.vary(voice.style, { lang });
  const isolates = [...voice.isolates, isolate(direction)];
  return styleInlines(children, { ...voice, style, tagTarget: tagTarget ?? voice.tagTarget, isolates });
}

/** An image among words stands on the baseline and is no higher than the line. */
function stylePicture(node: Picture, voice: InlineFormatting): readonly Inline[] {
  const { image, tagTarget, origin } = node;
  if (image === null || tagTarget === null) return frameName(node, voice);
  const height = Math.min(image.height * PIXEL, voice.style.size * 1.2);
  const width = (height * image.width) / image.height;
  const { style, link, isolates } = voice;
  return [{ kind: 'image', image, width, height, style, tagTarget, link, isolates, origin }];
}

/** An image that cannot be shown among words: what it shows, else what its file is called, between lines and brackets. */
function frameName({ alt, name: file, origin }: Picture, voice: InlineFormatting): readonly Inline[] {
  const lines = { ...voice.style.lines, under: true, over: true };
  const style = voice.flow.run.styles.vary(voice.style, { lines });
  const framed = { ...voice, style };
  const name = { ...framed, isolates: [...voice.isolates, isolate('auto')] };
  // A row of badges is read by its words: their addresses, which may be longer than a line, stand in the diagnostics.
  if (alt !== '') return [makeRun(`[${alt}]`, framed, origin)];
  return [makeRun('[', framed, origin), makeRun(file, name, origin), makeRun(']', framed, origin)];
}

/** A fact about pages, known when there are pages. */
function styleField({ field, origin }: PageField, voice: InlineFormatting): Inline {
  const { style, tagTarget, link, isolates } = voice;
  return { kind: 'field', field, style, tagTarget, link, isolates, origin };
}

function isolate(direction: Isolate['direction']): Isolate {
  return { direction };
}
