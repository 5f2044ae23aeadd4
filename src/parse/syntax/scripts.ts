import type { PhrasingContent, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { toAsciiDigits } from '../../base/digits.ts';
import type { Origin } from '../../base/origin.ts';

/** What Unicode has raised and lowered, one under the other; a hyphen stands for a minus. */
const PLAIN = '0123456789+-−=()';
const SIGNS: Readonly<Record<'sub' | 'sup', ReadonlyMap<string, string>>> = {
  sup: pairUp(`${PLAIN}ni`, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'),
  sub: pairUp(`${PLAIN}aehijklmnoprstuvx`, '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
};

function pairUp(plain: string, shifted: string): ReadonlyMap<string, string> {
  const others = [...shifted];
  return new Map([...plain].map((character, index) => [character, others[index]!]));
}

/** Numbers and signs, which are copied as others where they are only set so. */
const IS_NUMERIC = /[\p{Nd}+\-−=]/u;
const NUMERIC_RUNS = /[\p{Nd}+\-−=()]+|[^\p{Nd}+\-−=()]+/gu;

/** Before what stands raised or lowered, where text has one line only: outlines, running heads, plain mail. */
export const SCRIPT_SIGNS: Readonly<Record<string, string>> = { sup: '^', sub: '_' };

/**
 * What stands raised or lowered. Numbers and signs become the characters that Unicode has for them (of digits
 * only European ones), so that who copies 10⁻⁶, searches for it or hears it gets no 10-6; all else is set so.
 */
export function makeScript(
  name: 'sub' | 'sup',
  children: readonly PhrasingContent[],
  origin: Origin,
): PhrasingContent[] {
  const texts = children.filter((child): child is Text => child.type === 'text');
  const value = texts
    .map((text) => text.value)
    .join('')
    .trim();
  if (texts.length < children.length || !IS_NUMERIC.test(value)) return [shift(name, children, origin)];
  const whole = shiftCharacters(name, value);
  if (whole !== null) return [textAt(whole, origin)];
  // In `10^2.5^` only the digits have such characters.
  return Array.from(value.matchAll(NUMERIC_RUNS), ([run]) => {
    const shifted = IS_NUMERIC.test(run) ? shiftCharacters(name, run) : null;
    return shifted === null ? shift(name, [textAt(run, origin)], origin) : textAt(shifted, origin);
  });
}

/** Null where Unicode lacks one of them. */
function shiftCharacters(name: 'sub' | 'sup', text: string): string | null {
  const shifted = [...toAsciiDigits(text)].map((character) => SIGNS[name].get(character));
  return shifted.includes(undefined) ? null : shifted.join('');
}

function textAt(value: string, origin: Origin): Text {
  return { type: 'text', value, data: { origin } };
}

function shift(name: 'sub' | 'sup', children: readonly PhrasingContent[], origin: Origin): TextDirective {
  return { type: 'textDirective', name, attributes: {}, children: [...children], data: { origin } };
}
