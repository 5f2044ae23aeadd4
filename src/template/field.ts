import type { Node } from 'unist';

/** A place in running heads, feet or text whose content is known only when pages are. */
export interface FieldNode extends Node {
  type: 'field';
  /** Folio of this page, folio of the last page, or the text of a running head. */
  field: 'page' | 'pages' | 'running';
  /** Which running head: `section`, `chapter`, or `lastOf` them; only for 'running'. */
  name?: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    field: FieldNode;
  }
  interface RootContentMap {
    field: FieldNode;
  }
}
