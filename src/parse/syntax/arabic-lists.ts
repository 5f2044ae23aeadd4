import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { blankLine } from 'micromark-core-commonmark';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Reading } from './arabic-emphasis.ts';
import { foldLetter, type Marker, readDigits, readMarker } from './arabic-markers.ts';

declare module 'micromark-util-types' {
  interface ContainerState {
    /** Of the markers of this list. */
    kind?: string;
    /** Those that have counted its items. */
    letters?: string;
  }
}

/**
 * List markers as Arabic keyboards and habits have them, beside CommonMark's own: `١.` `١)` `١-` in either
 * set of digits, `1-` before Arabic, `أ.` `ب.`, `•`. Columns, nesting and what ends an item are as in
 * CommonMark 5.2; the items of a list keep one kind of digits and one delimiter.
 */
export function arabicLists(reading: Reading): Extension {
  const list = makeConstruct(reading);
  const codes = [...'0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹أا•●▪◦‣'].map((first) => first.charCodeAt(0));
  return { document: Object.fromEntries(codes.map((code) => [code, list])) };
}

/** After micromark-core-commonmark's `list`, whose states these are, with the marker read as a whole. */
function makeConstruct(reading: Reading): Construct {
  const list: Construct = {
    name: 'arabicList',
    tokenize(effects, ok, nok) {
      const state = this.containerState!;
      const marker = readMarker(reading.text, this.now().offset, state.letters ?? '');
      const fits = marker !== null && (state.kind === undefined || state.kind === marker.kind);
      // As in CommonMark, only a list that begins with 1 may follow a paragraph without a blank line.
      if (!fits || (this.interrupt && marker.number !== 1)) return nok;
      return readItem(this, marker, effects, ok, nok);
    },
    continuation: {
      tokenize(effects, ok, nok) {
        return continueItem(this, list, effects, ok, nok);
      },
    },
    exit(effects) {
      effects.exit(this.containerState!.type!);
    },
  };
  return list;
}

function readItem(self: TokenizeContext, marker: Marker, effects: Effects, ok: State, nok: State): State {
  const state = self.containerState!;
  let initialSize = linePrefixSize(self);
  let rest = marker.value;
  const start: State = (code) => {
    if (state.type === undefined) {
      state.type = marker.value === 0 ? 'listUnordered' : 'listOrdered';
      effects.enter(state.type, { _container: true });
    }
    effects.enter('listItemPrefix');
    if (rest > 0) effects.enter('listItemValue');
    return inValue(code);
  };
  const inValue: State = (code) => {
    if (rest > 0) {
      rest--;
      effects.consume(code);
      return inValue;
    }
    if (marker.value > 0) effects.exit('listItemValue');
    effects.enter('listItemMarker');
    rest = marker.delimiter;
    return inDelimiter(code);
  };
  const inDelimiter: State = (code) => {
    if (rest > 0) {
      rest--;
      effects.consume(code);
      return inDelimiter;
    }
    effects.exit('listItemMarker');
    // An empty item does not interrupt a paragraph.
    const onBlank: State = self.interrupt ? nok : afterBlank;
    return effects.check(blankLine, onBlank, effects.attempt(prefixWhitespace, end, otherPrefix))(code);
  };
  const afterBlank: State = (code) => {
    state.initialBlankLine = true;
    initialSize++;
    return end(code);
  };
  const otherPrefix: State = (code) => {
    if (!isSpace(code)) return end(code);
    effects.enter('listItemPrefixWhitespace');
    effects.consume(code);
    effects.exit('listItemPrefixWhitespace');
    return end;
  };
  const end: State = (code) => {
    state.kind = marker.kind;
    if (marker.letter !== null) state.letters = (state.letters ?? '') + marker.letter;
    state.size = initialSize + self.sliceSerialize(effects.exit('listItemPrefix'), true).length;
    return ok(code);
  };
  return start;
}

function continueItem(
  self: TokenizeContext,
  list: Construct,
  effects: Effects,
  ok: State,
  nok: State,
): State {
  const state = self.containerState!;
  state._closeFlow = undefined;
  const onBlank: State = (code) => {
    state.furtherBlankLines = state.furtherBlankLines || state.initialBlankLine;
    return spaces(effects, ok, 'listItemIndent', state.size!)(code);
  };
  const notBlank: State = (code) => {
    const ends = state.furtherBlankLines || !isSpace(code);
    state.furtherBlankLines = undefined;
    state.initialBlankLine = undefined;
    return ends ? otherItem(code) : effects.attempt(indent, ok, otherItem)(code);
  };
  const otherItem: State = (code) => {
    state._closeFlow = true;
    // The flow is closed, so nothing is interrupted.
    self.interrupt = undefined;
    return spaces(effects, effects.attempt(list, ok, nok), 'linePrefix', INDENT_LIMIT)(code);
  };
  return effects.check(blankLine, onBlank, notBlank);
}

/** White space before a marker; one column more is code. */
const INDENT_LIMIT = 3;

/** One to four columns of white space after a marker; with more, the item begins with code. */
const prefixWhitespace: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return spaces(
      effects,
      (code) => {
        const tail = this.events.at(-1);
        return !isSpace(code) && tail?.[1].type === 'listItemPrefixWhitespace' ? ok(code) : nok(code);
      },
      'listItemPrefixWhitespace',
      INDENT_LIMIT + 1,
    );
  },
};

/** The columns of the item's marker before a further line of it. */
const indent: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const size = this.containerState!.size!;
    return spaces(
      effects,
      (code) => {
        const tail = this.events.at(-1);
        const found =
          tail?.[1].type === 'listItemIndent' && tail[2].sliceSerialize(tail[1], true).length === size;
        return found ? ok(code) : nok(code);
      },
      'listItemIndent',
      size,
    );
  },
};

/** Takes up to `limit` columns of white space as one token. */
function spaces(
  effects: Effects,
  ok: State,
  type: 'linePrefix' | 'listItemIndent' | 'listItemPrefixWhitespace',
  limit: number,
): State {
  let size = 0;
  const inside: State = (code) => {
    if (isSpace(code) && size < limit) {
      size++;
      effects.consume(code);
      return inside;
    }
    effects.exit(type);
    return ok(code);
  };
  return (code) => {
    if (!isSpace(code) || limit === 0) return ok(code);
    effects.enter(type);
    return inside(code);
  };
}

function linePrefixSize({ events }: TokenizeContext): number {
  const tail = events.at(-1);
  return tail?.[1].type === 'linePrefix' ? tail[2].sliceSerialize(tail[1], true).length : 0;
}

/** A space, or a column of a tab (micromark's -2 and -1). */
function isSpace(code: Code): boolean {
  return code === -2 || code === -1 || code === 32;
}

/** Reads the number of such a list's first item, and in which order its letters count. */
export function arabicListTree(): TreeExtension {
  return {
    enter: {
      listItemValue(token) {
        const list = this.stack.at(-2);
        if (list?.type !== 'list') return;
        const written = this.sliceSerialize(token);
        const isFirst = this.data.expectingFirstListItemValue === true;
        if (/\p{L}/u.test(written)) {
          const isSecondOfThree = !isFirst && foldLetter(written) === 'ت';
          if (isFirst) list.data = { ...list.data, counter: 'arabic-abjad' };
          else if (isSecondOfThree && list.children.length === 3)
            list.data = { ...list.data, counter: 'hijai' };
        }
        if (!isFirst) return;
        list.start = /\p{L}/u.test(written) ? 1 : readDigits(written);
        this.data.expectingFirstListItemValue = undefined;
      },
    },
  };
}
