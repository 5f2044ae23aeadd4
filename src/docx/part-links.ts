import { element } from '../base/xml.ts';
import { encodeXml } from './word-xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What one part of the package refers to (ECMA-376 part 2, 9.3): each part has a list of its own. */
export class PartLinks {
  readonly #ids = new Map<string, { readonly id: string; readonly attributes: Record<string, string> }>();

  /** The id of a link of this part, one for all that lead to the same. @param kind the last word of its type */
  idOf(kind: string, target: string, isExternal = false): string {
    const key = `${kind} ${target}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known.id;
    const id = `rId${this.#ids.size + 1}`;
    const type = kind.includes(':') ? kind : `${OFFICE}/${kind}`;
    const attributes = {
      Id: id,
      Type: type,
      Target: target,
      ...(isExternal && { TargetMode: 'External' }),
    };
    this.#ids.set(key, { id, attributes });
    return id;
  }

  get isEmpty(): boolean {
    return this.#ids.size === 0;
  }

  print(): Uint8Array {
    const links = Array.from(this.#ids.values(), ({ attributes }) => element('Relationship', attributes));
    const xmlns = 'http://schemas.openxmlformats.org/package/2006/relationships';
    return encodeXml(element('Relationships', { xmlns }, links));
  }
}
