import type { Nodes, Paragraph, Text } from 'mdast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { formatCounter } from '../../base/counters.ts';
import { toAsciiDigits } from '../../base/digits.ts';
import { nearest } from '../../base/nearest.ts';
import { findSura, suraNames } from '../../base/quran.ts';
import { originOf } from '../../parse/node-origin.ts';
import { sliceText } from '../../parse/slice-text.ts';
import { boxStyleIn } from '../../theme/rows.ts';
import type { Around, InlineContext } from '../context.ts';
import type { ResolvedInline } from '../inline-nodes.ts';
import type { ResolvedBlock } from '../nodes.ts';
import { makePhrase, takeLabel } from '../phrase.ts';

/** Ornate parentheses, which are not mirrored (Bidi_Mirrored=No): the right one opens. */
const OPEN = '\uFD3F';
const CLOSE = '\uFD3E';
/** ARABIC END OF AYAH encloses the digits that follow it. */
const END_OF_AYAH = '\u06DD';
const FIXED_SPACE = '\u00A0';

/** What of the Qur'an is quoted, as it is said after it; '' where that is not told. */
interface Place {
  readonly said: string;
  /** Number of the first verse; null where that is not told. */
  readonly first: number | null;
  readonly count: number | null;
}

/** `:::quran{sura=البقرة ayat=255-256}`: a line of the source a verse, each with its number behind it where there are several. */
export function resolveQuran(node: ContainerDirective, around: Around): readonly ResolvedBlock[] {
  const { context, parent } = around;
  const origin = originOf(node);
  const { label, rest } = takeLabel(node);
  const place = readPlace(node, around);
  const verses = rest.flatMap((child) => (child.type === 'paragraph' ? readVerses(child) : []));
  if (verses.length === 0) context.sink.report('quotation-empty', origin, { name: node.name });
  if (place.count !== null && verses.length > 1 && verses.length !== place.count)
    context.sink.report('quran-count', origin, { lines: verses.length, verses: place.count });
  const element = context.structure.add('BlockQuote', parent, origin, { lang: langOf(around) });
  const inside: Around = {
    ...around,
    parent: element,
    direction: 'rtl',
    styleName: boxStyleIn(context.theme, 'quran').text,
  };
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: joinVerses(verses, place, node),
    data: { origin },
  };
  const others = rest.filter(({ type }) => type !== 'paragraph');
  const text = (value: string): Text => ({ type: 'text', value, data: { origin } });
  const source = label.length > 0 ? label : place.said === '' ? [] : [text(place.said)];
  const said = context.structure.add('P', element, origin);
  const attribution = source.length === 0 ? null : makePhrase(source, 'quran-source', said, inside, origin);
  const children = context.blocks([...(verses.length === 0 ? [] : [paragraph]), ...others], inside);
  return [
    { kind: 'quote', name: 'quran', tagTarget: element, direction: 'rtl', children, attribution, origin },
  ];
}

/** `:quran[…]{sura=… ayat=…}`. */
export function quoteQuran(node: TextDirective, within: InlineContext): readonly ResolvedInline[] {
  const { around } = within;
  const origin = originOf(node);
  const place = readPlace(node, around);
  const text = (value: string): ResolvedInline => ({ kind: 'text', text: value, origin });
  const children = around.context.inlines(trimOrnate(node.children), { ...within, literal: true });
  const lang = langOf(around);
  const tagTarget =
    lang === null ? null : around.context.structure.add('Span', within.tagTarget, origin, { lang });
  const words: ResolvedInline = {
    kind: 'foreign',
    lang,
    direction: 'rtl',
    tagTarget,
    children: [text(OPEN), ...children, text(CLOSE)],
    origin,
  };
  return place.said === '' ? [words] : [words, text(`${FIXED_SPACE}[${place.said}]`)];
}

/** The language of the Qur'an, where the text around it has another. */
function langOf({ lang, context }: Around): string | null {
  return /^ar(?:-|$)/i.test(lang ?? context.settings.lang) ? null : 'ar';
}

function readPlace(node: ContainerDirective | TextDirective, { context, notes }: Around): Place {
  const { sura: named = '', ayat = '' } = node.attributes ?? {};
  const origin = originOf(node);
  const report: typeof context.sink.report = (...said) => {
    // a title that is repeated has been told of
    if (notes !== 'drop') context.sink.report(...said);
  };
  if (!named) return { said: '', first: null, count: null };
  const sura = findSura(toAsciiDigits(named.trim()));
  if (sura === null) {
    const meant = nearest(named, suraNames) ?? '';
    report('quran-sura', origin, { written: named, meant });
    return { said: [named, ayat].filter((part) => part).join(': '), first: null, count: null };
  }
  const digits = (number: number) => formatCounter(context.textDigits ?? context.counter, number);
  const [from = 0, to = from] = (toAsciiDigits(ayat ?? '').match(/\d+/g) ?? []).map(Number);
  if (from === 0) return { said: sura.name, first: null, count: null };
  if (from > to || to > sura.verses)
    report('quran-ayat', origin, { sura: sura.name, written: ayat ?? '', verses: sura.verses });
  const range = from === to ? digits(from) : `${digits(from)}–${digits(to)}`;
  return { said: `${sura.name}: ${range}`, first: from, count: to - from + 1 };
}

/** The lines of a paragraph. */
function readVerses({ children }: Paragraph): Nodes[][] {
  const lines: Nodes[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text') lines.at(-1)!.push(child);
    else {
      let from = 0;
      for (const { index, 0: end } of child.value.matchAll(/[ \t]*\n[ \t]*/g)) {
        lines.at(-1)!.push(sliceText(child, from, index));
        lines.push([]);
        from = index + end.length;
      }
      lines.at(-1)!.push(sliceText(child, from));
    }
  }
  return lines
    .map(trimOrnate)
    .filter((line) => line.some((child) => child.type !== 'text' || child.value.trim() !== ''));
}

/** Without the brackets that its author has set himself. */
function trimOrnate(nodes: readonly Nodes[]): Nodes[] {
  return nodes.map((node, at) => {
    if (node.type !== 'text') return node;
    let { value } = node;
    if (at === 0) value = value.replace(/^\s*[\uFD3E\uFD3F]?\s*/, '');
    if (at === nodes.length - 1) value = value.replace(/\s*[\uFD3E\uFD3F]?\s*$/, '');
    return { ...node, value };
  });
}

function joinVerses(
  verses: readonly Nodes[][],
  { first }: Place,
  node: ContainerDirective,
): Paragraph['children'] {
  const data = { origin: originOf(node) };
  const text = (value: string): Text => ({ type: 'text', value, data });
  const isNumbered = verses.length > 1 && first !== null;
  const numberOf = (at: number) =>
    isNumbered ? `${FIXED_SPACE}${END_OF_AYAH}${formatCounter('arabic-indic', first + at)}` : '';
  const parts = verses.flatMap((verse, at): Nodes[] => [
    ...verse,
    text(`${numberOf(at)}${at === verses.length - 1 ? '' : ' '}`),
  ]);
  return [text(OPEN), ...parts, text(CLOSE)] as Paragraph['children'];
}
