import { element } from '../base/xml.ts';
import type { CodeBlock } from '../resolve/code-nodes.ts';
import { type LineRun, type LineScope, objectRun, setApart, textRun, within } from './collect-runs.ts';

/** The runs of a code block: what is Arabic in it set apart, tokens in elements of their own, lines with what stands before them. */
export function codeBlockRuns({ stretches, lines }: CodeBlock, scope: LineScope): readonly LineRun[] {
  let line = 0;
  const runs: LineRun[] = lines === null ? [] : [lineMark(lines, line, scope)];
  for (const { direction, tokens } of stretches) {
    const inside = direction === null ? scope : within(scope, setApart(direction));
    for (const { text, kind } of tokens) {
      const own = kind === null ? inside : inToken(kind, inside);
      const pieces = lines === null ? [text] : text.split(/(?<=\n)/);
      for (const piece of pieces) {
        runs.push(textRun(piece, own));
        if (lines !== null && piece.endsWith('\n')) runs.push(lineMark(lines, ++line, scope));
      }
    }
  }
  return runs;
}

function inToken(kind: string, scope: LineScope): LineScope {
  scope.draft.coloursCode = true;
  return within(scope, { isolate: null, make: () => element('span', { class: `code-${kind}` }) });
}

/** The style sheet shows the number, which so is not copied with the code. */
function lineMark(
  { numberFrom, marked }: NonNullable<CodeBlock['lines']>,
  line: number,
  scope: LineScope,
): LineRun {
  scope.draft.marksLines = true;
  // what holds nothing has no height
  const number = numberFrom === null ? '\u00A0' : String(numberFrom + line);
  const attributes = {
    class: marked.has(line) ? 'code-line marked-line' : 'code-line',
    'data-number': number,
  };
  return objectRun(element('span', attributes), scope);
}
