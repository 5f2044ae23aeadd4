import type { Code, Construct, State, TokenizeContext } from 'micromark-util-types';
import { calloutOf } from './alerts.ts';
import type { Reading } from './arabic-emphasis.ts';
import { containerDirectives } from './directive-names.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    directiveContainerLabel: 'directiveContainerLabel';
    directiveContainerLabelString: 'directiveContainerLabelString';
  }
}

const COLON = 58;
const SPACE = 32;

/** `::: tip Title`, of names that mean something here; other lines stay as typed. No sign after it, for `::: عنوان :::` is an ornament; a title that no bracket opens. */
const HEADER =
  /:{3,}(?<space> *)(?<name>[a-z][\w-]*|\p{Script=Arabic}+)(?:[ \t]*(?=[\r\n]|$)| +(?<title>[^\s{[](?:(?!:::)[^\r\n])*))(?=[\r\n]|$)/iuy;

/**
 * The opening line of a container also as VitePress and Docusaurus write it: spaces before the name, and a
 * title after it that runs to the end of the line. The construct never sees either: the spaces belong to
 * the fence, and the title is a label within the white space that the construct expects before the line ends.
 */
export function relaxContainer(construct: Construct, reading: Reading): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const start = this.now().offset;
      HEADER.lastIndex = start;
      const header = HEADER.exec(reading.text);
      const begin = construct.tokenize.call(this, effects, ok, nok);
      const { space = '', name = '', title } = header?.groups ?? {};
      const isNamed = containerDirectives.has(name.toLowerCase()) || calloutOf(name) !== null;
      if (header === null || !isNamed || (space === '' && title === undefined)) return begin;
      const titleStart = title === undefined ? null : start + header[0].length - title.length;
      return readHeader(this, effects, begin, titleStart);
    },
  };
}

/** Feeds the construct all but what only this reads; after the header it runs alone. */
function readHeader(
  context: TokenizeContext,
  effects: Parameters<Construct['tokenize']>[0],
  begin: State,
  titleStart: number | null,
): State {
  let state: State | undefined = begin;
  const fence: State = (code) => {
    if (code === SPACE) {
      effects.consume(code);
      return fence;
    }
    if (code !== COLON) return titleStart === null ? state!(code) : name(code);
    state = state!(code) as State | undefined;
    return fence;
  };
  const name: State = (code) => {
    if (context.now().offset === titleStart) return openTitle(code);
    state = state!(code) as State | undefined;
    return name;
  };
  const openTitle: State = (code) => {
    effects.enter('directiveContainerLabel');
    effects.enter('directiveContainerLabelString');
    effects.enter('chunkText', { contentType: 'text' });
    return inTitle(code);
  };
  const inTitle: State = (code) => {
    if (!isLineEnd(code)) {
      effects.consume(code);
      return inTitle;
    }
    effects.exit('chunkText');
    effects.exit('directiveContainerLabelString');
    effects.exit('directiveContainerLabel');
    return state!(code);
  };
  return fence;
}

function isLineEnd(code: Code): boolean {
  return code === null || code < -2;
}
