import { hasArabicLetter } from '../base/arabic.ts';
import { altOf, type TagTarget } from '../base/element.ts';
import { callComma } from '../base/language.ts';
import { unreachable } from '../base/unreachable.ts';
import { element, type XmlElement } from '../base/xml.ts';
import { cutCode } from '../resolve/code-stretches.ts';
import type {
  Code,
  Foreign,
  Linked,
  Locator,
  Marked,
  NoteCall,
  Picture,
  ResolvedInline,
} from '../resolve/inline-nodes.ts';
import type { Isolate } from '../style/inline.ts';
import type { Draft } from './draft.ts';
import { callNote, linkTo, placeAnchor } from './links.ts';
import { type MarkElement, marksOf } from './mark-elements.ts';
import { readField } from './read-field.ts';
import { mathOf } from './write-formula.ts';
import { spoken } from './xml.ts';

/** What stands around one or more runs of a line. Compared by reference: made once for all that it is around. */
export interface Wrap {
  /** Where it sets its runs apart from the order of the line. */
  readonly isolate: Isolate | null;
  readonly make: () => XmlElement;
}

/** A stretch of a line in the same elements: text, or an object among it. */
export interface LineRun {
  readonly kind: 'text' | 'call' | 'object';
  /** Of text and of calls. */
  readonly text: string;
  /** Of objects. */
  readonly node: XmlElement | null;
  readonly tagTarget: TagTarget;
  readonly isolates: readonly Isolate[];
  /** Outermost first. */
  readonly wraps: readonly Wrap[];
  /** What its words are marked as. */
  readonly marks: readonly MarkElement[];
}

/** What a line stands in. */
export interface LineScope {
  readonly draft: Draft;
  /** Of the file. */
  readonly path: string;
  readonly tagTarget: TagTarget;
  /** The row of the theme's `roles` it is set by. */
  readonly styleName: string;
  readonly wraps: readonly Wrap[];
  readonly marks: readonly MarkElement[];
  /** Whether its words have the accent colour already, which then says nothing. */
  readonly isAccented: boolean;
}

/** The runs of a line, each with all that stands around it. */
export function collectRuns(nodes: readonly ResolvedInline[], scope: LineScope): readonly LineRun[] {
  return nodes.flatMap((node) => runsOf(node, scope));
}

function runsOf(node: ResolvedInline, scope: LineScope): readonly LineRun[] {
  switch (node.kind) {
    case 'text':
      return [textRun(node.text, scope)];
    case 'marked':
      return markedRuns(node, scope);
    case 'code':
      return codeRuns(node, scope);
    case 'link':
      return linkRuns(node, scope);
    case 'foreign':
      return foreignRuns(node, scope);
    case 'paged':
      return collectRuns(node.children, scope);
    case 'break':
      return [objectRun(element('br'), scope)];
    case 'picture':
      return pictureRuns(node, scope);
    case 'formula':
      return [objectRun(mathOf(node, 'inline'), scope)];
    case 'call':
      return callRuns(node, scope);
    case 'anchor':
      return [objectRun(placeAnchor(node.id, scope), scope)];
    case 'locator':
      return locatorRuns(node, scope);
    case 'field':
      return [textRun(readField(node.field, scope.draft), scope)];
    default:
      return unreachable(node, 'the kinds of inlines');
  }
}

export function textRun(text: string, scope: LineScope): LineRun {
  return { kind: 'text', text, node: null, ...around(scope) };
}

export function objectRun(node: XmlElement, scope: LineScope): LineRun {
  return { kind: 'object', text: '', node, ...around(scope) };
}

function around({ tagTarget, wraps, marks }: LineScope) {
  return { tagTarget, wraps, marks, isolates: wraps.flatMap(({ isolate }) => isolate ?? []) };
}

/** In further elements, the outer first. */
export function within(scope: LineScope, ...wraps: readonly Wrap[]): LineScope {
  return { ...scope, wraps: [...scope.wraps, ...wraps] };
}

/** @param name its class */
export function setApart(
  direction: Isolate['direction'],
  override = false,
  name: string | null = null,
): Wrap {
  return {
    isolate: { direction, override },
    make: () => element(override ? 'bdo' : 'bdi', { dir: direction, class: name }),
  };
}

function inElement(make: () => XmlElement): Wrap {
  return { isolate: null, make };
}

function markedRuns({ meaning, isForeign, children }: Marked, scope: LineScope): readonly LineRun[] {
  const marks = [...scope.marks, ...marksOf(meaning, isForeign, scope)];
  const isAccented = scope.isAccented || marks.some(({ class: name }) => name === 'accent');
  return collectRuns(children, { ...scope, marks, isAccented });
}

/** From the left, whatever stands around it, and marked as code alone. */
function codeRuns({ text: code, tagTarget }: Code, scope: LineScope): readonly LineRun[] {
  const { lang } = scope.draft.settings;
  const own = inElement(() => element('code', { dir: 'ltr', ...(lang === 'en' ? {} : spoken('en')) }));
  const isMixed = hasArabicLetter(code) && /[A-Za-z]/.test(code);
  const isolate = setApart(hasArabicLetter(code) && !isMixed ? 'auto' : 'ltr');
  const inside = { ...within(scope, own, isolate), tagTarget, marks: [] };
  if (!isMixed) return [textRun(code, inside)];
  return cutCode(code, false).map(({ text, direction }) =>
    textRun(text, direction === null ? inside : within(inside, setApart(direction))),
  );
}

function linkRuns({ link, tagTarget, children, origin }: Linked, scope: LineScope): readonly LineRun[] {
  const own = inElement(() => linkTo(link, origin, scope));
  return collectRuns(children, { ...within(scope, own, setApart('auto')), tagTarget, isAccented: true });
}

/** The page of the print that it is on, as a link; the comma before it is none. */
function locatorRuns(
  { field, link, tagTarget, isMain, origin }: Locator,
  scope: LineScope,
): readonly LineRun[] {
  const text = readField(field, scope.draft);
  if (text === '') return [];
  const comma = text.startsWith(field.comma) ? field.comma : '';
  const own = inElement(() => {
    const node = linkTo(link, origin, scope);
    if (node.name === 'a') node.attributes['epub:type'] = 'index-locator';
    return node;
  });
  const marks = isMain ? [...scope.marks, STRONG] : scope.marks;
  const pages = textRun(text.slice(comma.length), { ...within(scope, own), tagTarget, marks });
  return comma === '' ? [pages] : [textRun(comma, scope), pages];
}

const STRONG: MarkElement = { name: 'strong', class: null };

function foreignRuns(
  { lang, direction, tagTarget, children }: Foreign,
  scope: LineScope,
): readonly LineRun[] {
  const own = lang === null ? [] : [inElement(() => element('span', spoken(lang)))];
  return collectRuns(children, {
    ...within(scope, ...own, setApart(direction)),
    tagTarget: tagTarget ?? scope.tagTarget,
  });
}

/** What cannot be shown is in a frame: what it shows, else what its file is called. */
function pictureRuns({ image, alt, name, tagTarget }: Picture, scope: LineScope): readonly LineRun[] {
  if (image !== null && tagTarget !== null) {
    const src = scope.draft.pathOfImage(image);
    return [objectRun(element('img', { class: 'inline', src, alt: altOf(tagTarget) }), scope)];
  }
  const framed = { ...scope, marks: [...scope.marks, { name: 'em', class: 'overline' }, UNDERLINE] };
  if (alt !== '') return [textRun(`[${alt}]`, framed)];
  return [textRun('[', framed), textRun(name, within(framed, setApart('auto'))), textRun(']', framed)];
}

const UNDERLINE: MarkElement = { name: 'span', class: 'underline' };

function callRuns(node: NoteCall, scope: LineScope): readonly LineRun[] {
  const { label, tagTarget, touches } = node;
  const own = inElement(() => callNote(node, scope));
  const inside = { ...within(scope, own, setApart('ltr')), tagTarget, marks: [] };
  const call: LineRun = { ...textRun(label, inside), kind: 'call' };
  if (!touches) return [call];
  const comma = callComma(scope.draft.settings.dir);
  return [textRun(comma, { ...scope, marks: [{ name: 'sup', class: null }] }), call];
}
