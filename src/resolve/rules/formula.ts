import type { Math as DisplayMath, InlineMath } from 'mdast';
import { isOfArabicScript } from '../../base/arabic.ts';
import type { TagTarget } from '../../base/element.ts';
import { originOf } from '../../parse/node-origin.ts';
import type { Around, InlineContext } from '../context.ts';
import { cutTokens } from '../cut-tokens.ts';
import type { ResolvedInline } from '../inline-nodes.ts';
import type { Phrase, ResolvedBlock } from '../nodes.ts';
import { plainPhrase } from '../phrase.ts';
import { sayFormula } from '../say-formula.ts';

/** A formula among words; where it cannot be set, its TeX as code, which keeps its order. */
export function resolveInlineFormula(node: InlineMath, within: InlineContext): readonly ResolvedInline[] {
  const { context, lang } = within.around;
  const { structure } = context;
  const origin = originOf(node);
  const set = context.formulas.fetch(node, context.sink);
  if (set !== null) {
    const facts = factsOf(node.value, sayFormula(set.mathml, lang ?? context.settings.lang));
    const tagTarget = structure.add('Formula', within.tagTarget, origin, facts);
    return [{ kind: 'formula', set, tex: node.value, tagTarget, origin }];
  }
  const text = node.data?.written ?? node.value;
  const tagTarget = structure.add('Code', within.tagTarget, origin);
  const code: ResolvedInline = { kind: 'code', text, tagTarget, origin };
  const direction = isOfArabicScript(text) ? 'auto' : 'ltr';
  return [{ kind: 'foreign', lang: null, direction, tagTarget: null, children: [code], origin }];
}

/** A formula of its own, with its number where it has one. */
export function resolveFormula(node: DisplayMath, around: Around): readonly ResolvedBlock[] {
  const { context, parent, styleName, lang } = around;
  const origin = originOf(node);
  const set = context.formulas.fetch(node, context.sink);
  if (set === null) {
    const paragraphTarget = context.structure.add('P', parent, origin);
    const tagTarget = context.structure.add('Code', paragraphTarget, origin);
    const text = node.data?.written ?? node.value;
    const start = { line: origin.line, column: origin.column };
    const stretches = cutTokens(text, false, [{ text, kind: null }]);
    const bare = { caption: null, stretches, lines: null, digits: context.code.digits };
    return [{ kind: 'code', ...bare, text, start, paragraphTarget, tagTarget, origin }];
  }
  const number = context.targets.byNode.get(node)?.number ?? null;
  const element = number === null ? parent : context.structure.add('Div', parent, origin);
  const facts = factsOf(node.value, sayFormula(set.mathml, lang ?? context.settings.lang));
  const tagTarget = context.structure.add('Formula', element, origin, facts);
  const said = number === null ? null : sayNumber(number, element, around, node);
  return [{ kind: 'formula', set, tex: node.value, styleName, tagTarget, number: said, origin }];
}

/** Its TeX is the title of its element, and words are its alternative. */
const factsOf = (tex: string, alt: string) => ({ alt: alt || tex, attributes: { title: tex } });

function sayNumber(
  number: string,
  parent: TagTarget,
  { context, styleName }: Around,
  node: DisplayMath,
): Phrase {
  const origin = originOf(node);
  return plainPhrase(`(${number})`, styleName, context.structure.add('P', parent, origin), origin);
}
