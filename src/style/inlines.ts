import type {
  Break,
  Delete,
  Emphasis,
  FootnoteReference,
  Image,
  InlineCode,
  Link as LinkNode,
  Nodes,
  Strong,
  Text,
} from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { hasArabicLetter } from '../base/arabic.ts';
import { directionOfLang } from '../base/language.ts';
import { unreachable } from '../base/unreachable.ts';
import type { FieldNode } from '../template/field.ts';
import { makeRun, styleOfRole } from './build-block.ts';
import { cutCode } from './code-stretches.ts';
import { setDigits } from './convert-digits.ts';
import { originOf, type Voice } from './flow.ts';
import { nameFile } from './image-shelf.ts';
import type { Inline, Isolate, Link, TextStyle, Turn } from './inline.ts';
import { plainText } from './plain-text.ts';
import { callNote, partCalls } from './rules/notes.ts';

/** Turns the nodes of a line into runs: what they look like, what element they belong to, where they link. */
export function styleInlines(nodes: readonly Nodes[], voice: Voice): Inline[] {
  const inlines: Inline[] = [];
  for (const [index, node] of nodes.entries()) {
    const rule = INLINE_RULES[node.type];
    if (rule === undefined)
      throw new Error(
        `unexpected inline ${node.type}; expected one of: ${Object.keys(INLINE_RULES).join(', ')}`,
      );
    const before = index === 0 ? voice.before : latinTail(inlines.at(-1));
    const made = rule(node as never, before === voice.before ? voice : { ...voice, before });
    if (made.length > 0 && isCall(node) && isCall(nodes[index - 1])) inlines.push(partCalls(node, voice));
    inlines.push(...made);
  }
  return inlines;
}

const LATIN_TAIL = /[A-Za-z][^\p{L}]{0,16}$/u;

/** The Latin word, and what follows it, that ends an inline: numbers after **ISO** are a part of its phrase. */
function latinTail(inline: Inline | undefined): string | undefined {
  return inline?.kind === 'text' ? LATIN_TAIL.exec(inline.text)?.[0] : undefined;
}

const isCall = (node: Nodes | undefined): node is FootnoteReference => node?.type === 'footnoteReference';

type InlineRule<N> = (node: N, voice: Voice) => readonly Inline[];

/** Node type → rule. */
const INLINE_RULES: Readonly<Record<string, InlineRule<never>>> = {
  text: styleText,
  strong: styleStrong,
  emphasis: styleEmphasis,
  delete: styleDelete,
  inlineCode: styleCode,
  link: styleLink,
  break: styleBreak,
  image: styleImage,
  footnoteReference: (node: FootnoteReference, voice: Voice) => callNote(node, voice),
  textDirective: styleDirective,
  field: styleField,
  // references without a definition are text; the parser says so
  linkReference: (node: Nodes & { children: Nodes[] }, voice: Voice) => styleInlines(node.children, voice),
  imageReference: (node: Nodes, voice: Voice) => [makeRun(plainText(node), voice, originOf(node))],
  html: () => [],
};

/** Line ends of the source are spaces. */
function styleText(node: Text, voice: Voice): readonly Inline[] {
  const hasTurns = node.value.includes('\n');
  const joined = hasTurns ? node.value.replace(LINE_END, ' ') : node.value;
  const text = voice.literal ? joined : setDigits(joined, voice.flow.run, voice.before);
  if (text === '') return [];
  const inline = makeRun(text, voice, originOf(node));
  return [hasTurns ? { ...inline, turns: turnsOf(node) } : inline];
}

const LINE_END = /[ \t]*\r?\n[ \t]*/g;

/** What a list or a quotation puts before a line is not in the text, but the offsets of its units tell of it. */
function turnsOf(node: Text): readonly Turn[] {
  const { line } = originOf(node);
  const offsets = node.data?.offsets;
  let dropped = 0;
  return [...node.value.matchAll(LINE_END)].map(({ 0: end, index }, count) => {
    const next = index + end.length;
    const newline = index + end.indexOf('\n');
    const behind = offsets === undefined ? next - newline : (offsets[next] ?? 0) - (offsets[newline] ?? 0);
    dropped += end.length - 1;
    return { at: next - dropped, line: line + count + 1, column: Math.max(1, behind) };
  });
}

function styleStrong(node: Strong, voice: Voice): readonly Inline[] {
  const { styles, theme } = voice.flow.run;
  const weight = Math.max(theme.text.strong, voice.style.weight);
  return styleInlines(node.children, { ...voice, style: styles.vary(voice.style, { weight }) });
}

/** Arabic has no italics (alreq, "Styling"): colour, weight or an overline do. A wholly Latin phrase gets true ones. */
function styleEmphasis(node: Emphasis, voice: Voice): readonly Inline[] {
  const { run } = voice.flow;
  const { style } = voice;
  const isLatin = !hasArabicLetter(plainText(node));
  const hasItalic = isLatin && run.fonts.face(style.family, style.weight, true).italic;
  return styleInlines(node.children, {
    ...voice,
    style: hasItalic ? run.styles.vary(style, { italic: true }) : emphasise(voice),
  });
}

function emphasise({ flow: { run }, style }: Voice): TextStyle {
  switch (run.theme.text.emphasis) {
    case 'weight':
      return run.styles.vary(style, { weight: run.theme.text.strong });
    case 'overline':
      return run.styles.vary(style, { lines: { ...style.lines, over: true } });
    case 'accent':
      return accentuate(run.styles, style, run.theme.colors['accent']);
    default:
      return unreachable(run.theme.text.emphasis, 'the kinds of emphasis');
  }
}

function accentuate(
  styles: Voice['flow']['run']['styles'],
  style: TextStyle,
  accent: string | undefined,
): TextStyle {
  // inside text that is accented already, colour would say nothing
  return style.color === accent || accent === undefined
    ? styles.vary(style, { weight: 700 })
    : styles.vary(style, { color: accent });
}

function styleDelete(node: Delete, voice: Voice): readonly Inline[] {
  const style = voice.flow.run.styles.vary(voice.style, { lines: { ...voice.style.lines, through: true } });
  return styleInlines(node.children, { ...voice, style });
}

/** Code reads from the left whatever surrounds it. */
function styleCode(node: InlineCode, voice: Voice): readonly Inline[] {
  const { run } = voice.flow;
  const code = run.theme.roles['inline-code'];
  const { family, color } = styleOfRole(run, 'inline-code');
  // the role's size is that beside body text: keep the proportion in headings and notes
  const size = voice.style.size * (code === undefined ? 1 : code.size / run.theme.text.size);
  const style = run.styles.vary(voice.style, { family, color, size, lang: 'en' });
  const role = run.structure.add('Code', voice.role, originOf(node));
  const isMixed = hasArabicLetter(node.value) && /[A-Za-z]/.test(node.value);
  const isolates = [...voice.isolates, isolate(hasArabicLetter(node.value) && !isMixed ? 'auto' : 'ltr')];
  const stretches = isMixed ? cutCode(node.value, false) : [{ text: node.value, direction: null }];
  return stretches.map(({ text, direction }) => {
    const inner = direction === null ? isolates : [...isolates, isolate(direction)];
    return makeRun(text, { ...voice, style, role, isolates: inner }, originOf(node));
  });
}

function styleLink(node: LinkNode, voice: Voice): readonly Inline[] {
  const { run } = voice.flow;
  const link = resolveLink(node, voice.link);
  if (link === null) {
    run.sink.report('link-target', originOf(node), { url: node.url });
    return styleInlines(node.children, voice);
  }
  const role = run.structure.add('Link', voice.role, originOf(node));
  const color = run.theme.colors['accent'] ?? voice.style.color;
  const style = run.styles.vary(voice.style, { color });
  const literal = /^[\x21-\x7e]+$/.test(plainText(node));
  return styleInlines(node.children, {
    ...voice,
    link,
    role,
    style,
    literal,
    isolates: [...voice.isolates, isolate('auto')],
  });
}

/** Schemes a reader may be sent to; a script or a file of the author's disk is none of them. */
const SCHEMES = /^(?:https?|mailto|tel|doi|urn|ftp):/i;

function resolveLink(node: LinkNode, outer: Link | null): Link | null {
  if (outer !== null) return outer;
  const { url } = node;
  const title = node.title?.trim() ?? '';
  const words = plainText(node);
  const isSaid = title === '' || title === words;
  const contents = isSaid ? words : `${words} (${title})`;
  const named = isSaid ? {} : { title };
  if (url.startsWith('#') && url.length > 1)
    return { kind: 'internal', target: decodeTarget(url.slice(1)), contents, ...named };
  return SCHEMES.test(url) ? { kind: 'external', uri: url, contents, ...named } : null;
}

function decodeTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch (error) {
    if (error instanceof URIError) return target;
    throw error;
  }
}

function styleBreak(node: Break, voice: Voice): readonly Inline[] {
  const { style, role, link, isolates } = voice;
  return [{ kind: 'break', style, role, link, isolates, origin: originOf(node) }];
}

/** An image among words stands on the baseline and is no higher than the line. */
function styleImage(node: Image, voice: Voice): readonly Inline[] {
  const { run } = voice.flow;
  const origin = originOf(node);
  const image = run.images.fetch(node.url, origin);
  const { title } = node;
  if (title && title !== node.alt) run.sink.report('image-title', origin, { title });
  if (image === null) return frameName(node, voice);
  const height = Math.min(image.height * PIXEL, voice.style.size * 1.2);
  const width = (height * image.width) / image.height;
  const role = run.structure.add('Figure', voice.role, origin, { alt: node.alt || null });
  const { style, link, isolates } = voice;
  return [{ kind: 'image', image, width, height, style, role, link, isolates, origin }];
}

/** An image that cannot be shown among words: what it shows, else what its file is called, between lines and brackets. */
function frameName(node: Image, voice: Voice): readonly Inline[] {
  const lines = { ...voice.style.lines, under: true, over: true };
  const style = voice.flow.run.styles.vary(voice.style, { lines });
  const framed = { ...voice, style };
  const name = { ...framed, isolates: [...voice.isolates, isolate('auto')] };
  const origin = originOf(node);
  // A row of badges is read by its words: their addresses, which may be longer than a line, stand in the diagnostics.
  if (node.alt) return [makeRun(`[${node.alt}]`, framed, origin)];
  return [
    makeRun('[', framed, origin),
    makeRun(nameFile(node.url), name, origin),
    makeRun(']', framed, origin),
  ];
}

/** Points a pixel: 96 to the inch, as on the web. */
export const PIXEL = 0.75;

function styleDirective(node: TextDirective, voice: Voice): readonly Inline[] {
  const { styles, theme } = voice.flow.run;
  if (node.name === 'span') return styleSpan(node, voice);
  if (node.name === 'accent')
    return styleInlines(node.children, {
      ...voice,
      style: accentuate(styles, voice.style, theme.colors['accent']),
    });
  if (node.name === 'sub' || node.name === 'sup') return styleScript(node, voice);
  const look = voice.style;
  const lines = LINES[node.name];
  if (lines !== undefined) {
    const style = styles.vary(look, { lines: { ...look.lines, ...lines } });
    const marked = node.name === 'mark' ? accentuate(styles, style, theme.colors['accent']) : style;
    return styleInlines(node.children, { ...voice, style: marked });
  }
  // the parser has already said that it knows no such directive
  return styleInlines(node.children, voice);
}

/** A marked phrase is overlined in the accent colour, as copyists marked words in red. */
const LINES: Readonly<Record<string, Partial<TextStyle['lines']>>> = {
  mark: { over: true },
  overline: { over: true },
  underline: { under: true },
};

/** Of the size of the text around it; a script stands off the baseline by a part of that. */
const SCRIPT = { size: 0.68, sup: 0.36, sub: -0.16 };

/** Raised or lowered letters; numbers among them the parser has made characters of their own. */
function styleScript(node: TextDirective, voice: Voice): readonly Inline[] {
  const { size, rise } = voice.style;
  const shift = size * (node.name === 'sup' ? SCRIPT.sup : SCRIPT.sub);
  const style = voice.flow.run.styles.vary(voice.style, { size: size * SCRIPT.size, rise: rise + shift });
  return styleInlines(node.children, { ...voice, style });
}

/** A phrase in another language or direction, set apart from the order around it. */
function styleSpan(node: TextDirective, voice: Voice): readonly Inline[] {
  const { run } = voice.flow;
  const lang = node.attributes?.['lang'] ?? null;
  const written = node.attributes?.['dir'] ?? null;
  const direction =
    written === 'rtl' || written === 'ltr' ? written : lang === null ? 'auto' : directionOfLang(lang);
  const role = lang === null ? voice.role : run.structure.add('Span', voice.role, originOf(node), { lang });
  const style = lang === null ? voice.style : run.styles.vary(voice.style, { lang });
  const literal = voice.literal || direction === 'ltr';
  return styleInlines(node.children, {
    ...voice,
    style,
    role,
    literal,
    isolates: [...voice.isolates, isolate(direction)],
  });
}

/** A fact about pages, known when there are pages. */
function styleField(node: FieldNode, voice: Voice): readonly Inline[] {
  const { style, role, link, isolates } = voice;
  const field =
    node.field === 'running'
      ? ({ kind: 'running', name: node.name ?? '' } as const)
      : ({ kind: node.field } as const);
  return [{ kind: 'field', field, style, role, link, isolates, origin: originOf(node as never) }];
}

function isolate(direction: Isolate['direction']): Isolate {
  return { direction };
}
