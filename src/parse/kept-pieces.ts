import { createHash } from 'node:crypto';
import type { Root } from 'mdast';
import { copyTree } from '../base/copy-tree.ts';
import { TextCache } from '../base/text-cache.ts';
import type { Grammar, Labels } from './grammar.ts';

/** Of sources, in UTF-16 units: a book of 1,000 pages has three million. A tree takes some ten times its text. */
const MOST_UNITS = 8 * 1024 * 1024;

/**
 * Stretches of sources as trees, found again by their text: of a book in which one chapter has changed, one is parsed
 * again. To copy a tree takes a sixth of the time that parsing it does.
 */
export class KeptPieces {
  readonly #trees = new TextCache<Root>(MOST_UNITS);

  /**
   * @param labels with which `grammar` was opened
   * @returns a parser of pieces, each tree the caller's own
   */
  over(grammar: Grammar, labels: Labels | null): Grammar {
    const name = labels === null ? '' : createHash('sha256').update(JSON.stringify(labels)).digest('base64');
    return {
      parse: (text) => {
        const key = `${name}\n${text}`;
        const known = this.#trees.get(key);
        if (known !== undefined) return copyTree(known);
        const tree = grammar.parse(text);
        this.#trees.keep(key, copyTree(tree));
        return tree;
      },
    };
  }
}
