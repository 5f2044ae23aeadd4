import { unreachable } from '../base/unreachable.ts';
import type { Meaning } from '../resolve/inline-nodes.ts';
import { textStyleIn } from '../theme/rows.ts';
import type { LineScope } from './collect-runs.ts';

/** An element that says what words are marked as. */
export interface MarkElement {
  readonly name: string;
  readonly class: string | null;
}

/** By what their author means; how a theme sets emphasis is a class of it. */
export function marksOf(meaning: Meaning, isForeign: boolean, scope: LineScope): readonly MarkElement[] {
  switch (meaning) {
    case 'strong':
      return [{ name: 'strong', class: null }];
    case 'emphasis':
      return [emphasis(isForeign, scope)];
    case 'deleted':
      return [{ name: 'del', class: null }];
    case 'accent':
      return [accent(scope)];
    case 'mark':
      // overlined in the accent colour, as copyists marked words in red
      return [accent(scope), OVERLINED];
    case 'overline':
      return [OVERLINED];
    case 'underline':
      return [{ name: 'span', class: 'underline' }];
    case 'raised':
      return [{ name: 'sup', class: null }];
    case 'lowered':
      return [{ name: 'sub', class: null }];
    default:
      return unreachable(meaning, 'what marks mean');
  }
}

const OVERLINED: MarkElement = { name: 'em', class: 'overline' };

/** Arabic has no italics (alreq, "Styling"); a wholly foreign phrase gets true ones where the print has them. */
function emphasis(isForeign: boolean, scope: LineScope): MarkElement {
  const { theme, faces } = scope.draft;
  if (isForeign && faces.some(({ italic }) => italic)) return { name: 'em', class: null };
  switch (theme.text.emphasis) {
    case 'weight':
      return heavy(scope);
    case 'overline':
      return OVERLINED;
    case 'accent':
      return accent(scope);
    default:
      return unreachable(theme.text.emphasis, 'the kinds of emphasis');
  }
}

/** Inside text that has the accent colour already the colour would say nothing. */
function accent(scope: LineScope): MarkElement {
  const { theme } = scope.draft;
  const { accent: color } = theme.colors;
  const isPlain =
    color !== undefined && !scope.isAccented && textStyleIn(theme, scope.styleName).color !== color;
  return isPlain ? { name: 'em', class: 'accent' } : heavy(scope);
}

function heavy({ draft }: LineScope): MarkElement {
  draft.hasHeavy = true;
  return { name: 'em', class: 'heavy' };
}

/** Around words that are marked several times, the outer first; each once. */
export function inOrder(marks: readonly MarkElement[]): readonly MarkElement[] {
  const keyOf = ({ name, class: named }: MarkElement) => `${name}.${named ?? ''}`;
  const byKey = new Map(marks.map((mark) => [keyOf(mark), mark]));
  const placeOf = (mark: MarkElement) => NESTING.indexOf(mark.class === 'light' ? 'light' : keyOf(mark));
  return [...byKey.values()].sort((a, b) => placeOf(a) - placeOf(b));
}

const NESTING = [
  'strong.',
  'light',
  'em.',
  'em.accent',
  'em.heavy',
  'em.overline',
  'span.underline',
  'del.',
  'sup.',
  'sub.',
];
