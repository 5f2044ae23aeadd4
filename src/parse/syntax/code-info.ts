/** Which lines of a code block are numbered and marked. */
export interface CodeLines {
  /** The number of the first; null = they have none. */
  readonly numberFrom: number | null;
  /** From and to, counted from 1 whatever number the first has. */
  readonly marked: readonly (readonly [number, number])[];
}

/** Lines of code in one block: numbers are no larger, so that no list of them is. */
const MOST = 1_000_000;

const RANGES = '\\d+(?:-\\d+)?(?:[,\\s]+\\d+(?:-\\d+)?)*';
/** `{1,3-5}` as documentation tools have it, `hl_lines="1 3"` of MkDocs, `highlight="1,3"`, `code-line-numbers="1,3"` of Quarto. */
const MARKED = new RegExp(
  `\\{\\s*(${RANGES})\\s*\\}|(?:hl_lines|highlight|code-line-numbers)=["'{](${RANGES})["'}]`,
  'g',
);
/** `showLineNumbers`, `linenums="1"`, `.numberLines` of Pandoc, and what says with which they begin. */
const NUMBERED =
  /(?:^|[\s{.])(?:showLineNumbers|lineNumbers|numberLines|number-lines|line-numbers|linenos|linenums)(?:[={]["']?(\d+)["']?\}?)?(?=[\s}]|$)|code-line-numbers=["']?true/i;
const FIRST = /(?:startFrom|start-from|linenostart|startLine)=["']?(\d+)/i;

/** What the info string of a fence says of its lines (null = nothing), and the rest of it. */
export function readLineInfo(info: string): { readonly lines: CodeLines | null; readonly rest: string } {
  const marked = [...info.matchAll(MARKED)].flatMap(([, braced, named]) => readRanges(braced ?? named!));
  const rest = info.replace(MARKED, ' ');
  const numbered = NUMBERED.exec(rest);
  if (marked.length === 0 && numbered === null) return { lines: null, rest };
  const first = Number(FIRST.exec(rest)?.[1] ?? numbered?.[1] ?? 1);
  const numberFrom = numbered === null ? null : Math.min(first, MOST);
  return { lines: { numberFrom, marked }, rest };
}

function readRanges(written: string): CodeLines['marked'] {
  return written.split(/[,\s]+/).flatMap((range) => {
    const [from, to = from] = range.split('-').map(Number);
    return from === undefined || !(from > 0) ? [] : [[from, Math.max(from, to!)] as const];
  });
}
