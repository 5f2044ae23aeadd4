import { Parser } from 'htmlparser2';
import { element, type XmlElement } from '../base/xml.ts';
import { inAlphabet } from './alphabets.ts';
import { FormulaFault, TIE } from './formula.ts';

/** What MathJax keeps for itself, or for its own menus. */
const OWN = /^(?:data-|xmlns|class$|id$|style$|href$)/;

/** Elements within one another: four to a group, of which there are 60 at most; what is read here is walked by recursion. */
const DEEPEST = 240;

/**
 * MathML as MathJax prints it, without what only its own programs read; `math` is the root.
 *
 * @throws FormulaFault where it nests too deep
 */
export function readMathml(printed: string): XmlElement {
  const root = element('math');
  const open: XmlElement[] = [];
  const variants: string[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const kept = Object.entries(attributes).filter(([key]) => !OWN.test(key));
        const made = open.length === 0 ? root : element(name);
        for (const [key, value] of kept)
          if (key !== 'mathvariant' || value === 'normal') made.attributes[key] = value;
        variants.push(attributes['mathvariant'] ?? '');
        open.at(-1)?.children.push(made);
        open.push(made);
        if (open.length > DEEPEST) throw new FormulaFault('TooDeep', `${open.length}`);
      },
      ontext(text) {
        const words = text.trim().replaceAll(TIE, ' ');
        if (words !== '') open.at(-1)?.children.push(inAlphabet(words, variants.at(-1) ?? ''));
      },
      onclosetag() {
        open.pop();
        variants.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(printed);
  return root;
}
