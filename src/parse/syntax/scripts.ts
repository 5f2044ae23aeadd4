import type { PhrasingContent, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Origin } from '../../base/origin.ts';

/** Digits that Unicode has raised and lowered; of signs and letters it has some, and few fonts have those. */
const DIGITS = '0123456789';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

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
  const characters = [...value].map((character) => table[DIGITS.indexOf(character)]);
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
