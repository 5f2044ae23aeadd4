import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, ParseContext, State, TokenizeContext } from 'micromark-util-types';
import { type Reading, relaxStrikethrough } from './arabic-emphasis.ts';
import { limitAddresses } from './bare-addresses.ts';
import { relaxContainer } from './container-headers.ts';
import { leafDirectives, textDirectives } from './directive-names.ts';

/**
 * All that is changed in constructs of other packages, and nowhere else: remark-directive (names, headers),
 * micromark-extension-gfm-table, -gfm-autolink-literal and -gfm-strikethrough. They are found by their character and
 * name in the tables of an extension, so that one that is otherwise in a later release is left as it is;
 * `test/parse/contract.test.ts` holds all examples of CommonMark 0.31 and of GFM 0.29 against remark.
 *
 * @param mail whether the texts have addresses of mail
 */
export function changeSyntax(extension: Extension, reading: Reading, mail: boolean): Extension {
  const changed = limitAddresses(
    relaxStrikethrough(peekTables(keepKnownDirectives(extension, reading), reading), reading),
    reading,
  );
  return mail ? changed : withoutMailLinks(changed);
}

/**
 * Drops the second pass over all text that looks for links the tokenizer has missed (after an unmatched
 * bracket): it costs 0.15 s in a 1,000-page book and recurses as deep as the tree.
 */
export function withoutTransforms(extension: TreeExtension): TreeExtension {
  return extension.transforms ? { ...extension, transforms: [] } : extension;
}

const COLON = 58;
const OPEN_BRACKET = 91;

/**
 * The rest of a line and a next one that could be the delimiter row of a table: after what blockquotes and
 * lists begin it with, only hyphens, colons and pipes.
 */
const BEFORE_DELIMITERS = /[^\r\n]*(?:\r\n?|\n)[\t >]*[-:|][\t :|-]*(?![^\r\n])/y;

/**
 * Any line may be the head of a table, which the line after it decides: remark-gfm reads a whole paragraph
 * as cells before it gives up, which is a fifth of the time of parsing. Here the next line is looked at first.
 */
function peekTables(extension: Extension, reading: Reading): Extension {
  const constructs = [extension.flow?.[ANY_CODE] ?? []].flat();
  const table = constructs.find(({ name }) => name === 'table');
  if (!table) return extension;
  const peeking: Construct = {
    ...table,
    tokenize(effects, ok, nok) {
      keepLabelsFound(this.parser);
      BEFORE_DELIMITERS.lastIndex = this.now().offset;
      const mayBegin = isInTable(this) || BEFORE_DELIMITERS.test(reading.text);
      return mayBegin ? table.tokenize.call(this, effects, ok, nok) : nok;
    },
  };
  const others = constructs.map((construct) => (construct === table ? peeking : construct));
  return { ...extension, flow: { ...extension.flow, [ANY_CODE]: others } };
}

/** micromark looks through all labels defined for each that is defined or referred to: here they are found. */
function keepLabelsFound(parser: ParseContext): void {
  if (!(parser.defined instanceof FoundLabels)) parser.defined = FoundLabels.from(parser.defined);
  if (!(parser.gfmFootnotes instanceof FoundLabels))
    parser.gfmFootnotes = FoundLabels.from(parser.gfmFootnotes ?? []);
}

class FoundLabels extends Array<string> {
  readonly #found = new Set<string>();

  static override from(labels: readonly string[]): FoundLabels {
    const found = new FoundLabels();
    for (const label of labels) found.push(label);
    return found;
  }

  override push(...labels: string[]): number {
    for (const label of labels) this.#found.add(label);
    return super.push(...labels);
  }

  override includes(label: string): boolean {
    return this.#found.has(label);
  }
}

/** Where an extension has the constructs that may begin with any character. */
const ANY_CODE = 'null';

const TABLE_ROWS: ReadonlySet<string> = new Set(['tableHead', 'tableRow']);

/** Whether the line before was a row of a table: this one may be the next. */
function isInTable({ events }: TokenizeContext): boolean {
  const last = events.findLast(([, { type }]) => type !== 'lineEnding' && type !== 'linePrefix');
  return last !== undefined && TABLE_ROWS.has(last[1].type);
}

/**
 * Where there is no `@`, bare addresses of mail need not be looked for at every Latin letter, digit and full
 * stop: that is a tenth of the time of parsing Arabic.
 */
function withoutMailLinks(extension: Extension): Extension {
  if (!extension.text) return extension;
  const text: Record<string, Construct[]> = {};
  for (const [code, constructs] of Object.entries(extension.text)) {
    const others = [constructs ?? []].flat().filter(({ name }) => name !== 'emailAutolink');
    if (others.length > 0) text[code] = others;
  }
  return { ...extension, text };
}

/** Narrows remark-directive's inline and leaf constructs to known names; other colons stay text. */
function keepKnownDirectives(extension: Extension, reading: Reading): Extension {
  const inline = extension.text?.[COLON];
  const flow = extension.flow?.[COLON];
  if (!Array.isArray(flow) || !inline || Array.isArray(inline)) return extension;
  const [container, leaf] = flow;
  if (!container || !leaf) return extension;
  return {
    text: {
      [COLON]: narrow(
        inline,
        peekName(1, textDirectives, (code) => code === OPEN_BRACKET),
      ),
    },
    flow: {
      [COLON]: [
        relaxContainer(container, reading),
        narrow(
          leaf,
          peekName(2, leafDirectives, () => true),
        ),
      ],
    },
  };
}

function narrow(construct: Construct, peek: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return effects.check(peek, construct.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}

/** Looks ahead over `colons` colons and a name in `names` that is followed by what `mayFollow` accepts. */
function peekName(colons: number, names: ReadonlySet<string>, mayFollow: (code: Code) => boolean): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let seen = 0;
      let name = '';
      const peek: State = (code) => {
        if (code === null || code < 0) return finish(code);
        if (code === COLON && name === '' && seen < colons) seen++;
        else if (isNameCharacter(code) && seen === colons) name += String.fromCharCode(code);
        else return finish(code);
        effects.consume(code);
        return peek;
      };
      const finish: State = (code) => {
        effects.exit('data');
        return names.has(name) && mayFollow(code) ? ok(code) : nok(code);
      };
      return (code) => {
        effects.enter('data');
        return peek(code);
      };
    },
  };
}

/** Known names are a to z; anything else ends a name. */
function isNameCharacter(code: number): boolean {
  return code >= 97 && code <= 122;
}
