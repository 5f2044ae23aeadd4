import type { PhrasingContent, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Origin } from '../../base/origin.ts';

/** Characters that Unicode has raised or lowered (Superscripts and Subscripts, and Latin-1's ¹ ² ³). */
const RAISED = { from: '0123456789+-−=()ni', to: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ' } as const;
const LOWERED = { from: '0123456789+-−=()', to: '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎' } as const;

/** Before what stands raised or lowered, where text has one line only: outlines, running heads, plain mail. */
export const SCRIPT_SIGNS: Readonly<Record<string, string>> = { sup: '^', sub: '_' };

/**
 * What stands raised or lowered. Numbers become the characters that Unicode has for it, so that who copies
 * 10⁶, searches for it or hears it gets no 106; all else is set so.
 */
export function makeScript(
  name: 'sub' | 'sup',
  children: readonly PhrasingContent[],
  origin: Origin,
): PhrasingContent[] {
  const table = name === 'sup' ? RAISED : LOWERED;
  const plain = children.every((child) => child.type === 'text');
  const value = plain
    ? children
        .map((child) => (child as Text).value)
        .join('')
        .trim()
    : '';
  const characters = [...value].map((character) => table.to[table.from.indexOf(character)]);
  if (value !== '' && !characters.includes(undefined))
    return [{ type: 'text', value: characters.join(''), data: { origin } }];
  return [
    {
      type: 'textDirective',
      name,
      attributes: {},
      children: [...children],
      data: { origin },
    } as TextDirective,
  ];
}
