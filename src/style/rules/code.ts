import { hasArabicLetter } from '../../base/arabic.ts';
import type { TokenKind } from '../../highlight/token.ts';
import type { CodeBlock } from '../../resolve/code-nodes.ts';
import { makeBox, makeFormatting, makeStack, makeText, makeTextInline, setPhrase } from '../build-block.ts';
import { CodeGutter } from '../code-gutter.ts';
import { type BlockScope, type InlineFormatting, type StyledBlock, themeBoxStyle } from '../context.ts';
import type { Inline, TextStyle } from '../inline.ts';

/** Code: from the left, as written, and in its own language when spoken. */
export function styleCode(node: CodeBlock, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { text: whole, origin } = node;
  const styleName = themeBoxStyle(context, 'code').text;
  const formatting = makeFormatting(scope, styleName, node.tagTarget);
  const lang = hasArabicLetter(whole) ? formatting.style.lang : 'en';
  const style = context.styles.vary(formatting.style, { lang });
  const content = setLines(node, { ...formatting, style });
  const text = makeText(scope, styleName, node.paragraphTarget, content, origin, {
    direction: 'ltr',
    preformatted: true,
    shrink: context.theme.code.least,
  });
  const box = makeBox(context, 'code', [text], origin);
  if (node.caption === null) return [box];
  const { before, after } = themeBoxStyle(context, 'code');
  const caption = setPhrase(scope, node.caption);
  return [makeStack([caption, { ...box, spaceBefore: 0 }], origin, { before, after })];
}

/** All tokens of a stretch stand in its one isolate. Where lines have something before them, they are cut there. */
function setLines(node: CodeBlock, formatting: InlineFormatting): readonly Inline[] {
  const gutter = node.lines === null ? null : new CodeGutter(node, node.lines, formatting);
  const place = new CodePlace(node);
  const inlines: Inline[] = gutter === null ? [] : [gutter.before(0)];
  for (const { direction, tokens } of node.stretches) {
    const isolates = direction === null ? [] : [{ direction }];
    for (const { text, kind } of tokens) {
      const style = styleOfKind(kind, formatting);
      const pieces = gutter === null ? [text] : text.split(/(?<=\n)/);
      for (const piece of pieces) {
        inlines.push(place.set(piece, { ...formatting, style, isolates }));
        if (gutter !== null && piece.endsWith('\n')) inlines.push(gutter.before(place.line));
      }
    }
  }
  return inlines;
}

/** The row of the theme for that kind says its colour, its weight and whether it is slanted. */
function styleOfKind(kind: TokenKind | null, { scope, style }: InlineFormatting): TextStyle {
  const { theme, styles } = scope.context;
  const row = kind === null ? undefined : theme.roles[`code-${kind}`];
  if (row === undefined) return style;
  const { color, weight, italic } = row;
  return styles.vary(style, { color, weight, italic });
}

/** Where in its file the code goes on. */
class CodePlace {
  readonly #start: CodeBlock['start'];
  readonly #origin: CodeBlock['origin'];
  #place: CodeBlock['start'];

  constructor({ start, origin }: CodeBlock) {
    this.#start = start;
    this.#origin = origin;
    this.#place = start;
  }

  /** Lines that are set. */
  get line(): number {
    return this.#place.line - this.#start.line;
  }

  set(text: string, formatting: InlineFormatting): Inline {
    const { line, column } = this.#place;
    const turns = Array.from(text.matchAll(/\n/g), ({ index }, turned) => ({
      at: index + 1,
      line: line + turned + 1,
      column: this.#start.column,
    }));
    const last = turns.at(-1) ?? { at: 0, line, column };
    this.#place = { line: last.line, column: last.column + text.length - last.at };
    const inline = makeTextInline(text, formatting, { ...this.#origin, line, column });
    return turns.length === 0 ? inline : { ...inline, turns };
  }
}
