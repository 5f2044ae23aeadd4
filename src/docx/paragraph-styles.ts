import type { Theme } from '../theme/theme.ts';

/** A style of paragraphs. */
export interface WordStyle {
  readonly id: string;
  /** Word shows its own styles by these names in the reader's language. */
  readonly name: string;
  /** The row of the theme's `roles` that says what it looks like. */
  readonly role: string;
  readonly basedOn: string | null;
  /** Of headings: 0 is the topmost. */
  readonly level: number | null;
}

/** Roles that Word has a style for. */
// biome-ignore format: a table
const BUILT_IN: Readonly<Record<string, readonly [id: string, name: string]>> = {
  body: ['Normal', 'Normal'],
  title: ['Title', 'Title'],
  subtitle: ['Subtitle', 'Subtitle'],
  quote: ['Quote', 'Quote'],
  item: ['ListParagraph', 'List Paragraph'],
  note: ['FootnoteText', 'footnote text'],
  caption: ['Caption', 'caption'],
  index1: ['Index1', 'index 1'],
  index2: ['Index2', 'index 2'],
  index3: ['Index3', 'index 3'],
  'index-head': ['IndexHeading', 'index heading'],
  code: ['HTMLPreformatted', 'HTML Preformatted'],
  head: ['Header', 'header'],
  folio: ['Footer', 'footer'],
  signature: ['Signature', 'Signature'],
};

/** Ranks of headings that Word knows. */
const RANKS = 9;

/** Which styles there are, and which of them were used. */
export class WordStyles {
  readonly #styles = new Map<string, WordStyle>();
  readonly #names = new Set<string>();
  readonly #theme: Theme;

  constructor(theme: Theme) {
    this.#theme = theme;
    for (const role of ['body', 'note', 'head', 'folio', 'item', 'caption']) this.ofRole(role);
    for (let rank = 1; rank <= RANKS; rank++) this.ofHeading(rank, true);
  }

  /** In the order of their first use. */
  get all(): readonly WordStyle[] {
    return [...this.#styles.values()];
  }

  /** @returns its id */
  ofRole(role: string): string {
    const [id, name] = Object.hasOwn(BUILT_IN, role) ? BUILT_IN[role]! : [null, titleOf(role)];
    const basedOn = role === 'body' ? null : role === 'table-caption' ? 'Caption' : 'Normal';
    return this.#add(`role ${role}`, { id, name, role, basedOn, level: null });
  }

  /** @param isListed whether contents list it: what they do not must not be a heading to Word's field either */
  ofHeading(rank: number, isListed: boolean): string {
    const level = Math.min(rank, RANKS);
    const role = roleOfRank(level, this.#theme);
    if (isListed)
      return this.#add(`heading ${level}`, {
        id: `Heading${level}`,
        name: `heading ${level}`,
        role,
        basedOn: 'Normal',
        level: level - 1,
      });
    const name = `Heading ${level} Unlisted`;
    return this.#add(name, { id: null, name, role, basedOn: `Heading${level}`, level: null });
  }

  /** An entry of the contents. @param role the row that entries of the document have */
  ofEntry(rank: number, role: string): string {
    const level = Math.min(rank, RANKS);
    return this.#add(`entry ${level}`, {
      id: `TOC${level}`,
      name: `toc ${level}`,
      role,
      basedOn: 'Normal',
      level: null,
    });
  }

  /** An entry of a list of figures and their like. */
  ofListed(role: string): string {
    const style = { id: 'TableofFigures', name: 'table of figures', role, basedOn: 'Normal', level: null };
    return this.#add('listed', style);
  }

  ofContentsTitle(role: string): string {
    return this.#add('contents title', {
      id: 'TOCHeading',
      name: 'TOC Heading',
      role,
      basedOn: 'Normal',
      level: null,
    });
  }

  #add(key: string, style: Omit<WordStyle, 'id'> & { readonly id: string | null }): string {
    const known = this.#styles.get(key);
    if (known !== undefined) return known.id;
    const id = style.id ?? `Style${this.#styles.size + 1}`;
    let { name } = style;
    for (let count = 2; this.#names.has(name.toLowerCase()); count++) name = `${style.name} ${count}`;
    this.#names.add(name.toLowerCase());
    this.#styles.set(key, { ...style, id, name });
    return id;
  }
}

/** A theme need not have as many rows as there are ranks. */
function roleOfRank(rank: number, { roles }: Theme): string {
  for (let level = rank; level > 0; level--) if (roles[`h${level}`] !== undefined) return `h${level}`;
  return 'body';
}

/** `cover-title` is Cover Title. */
function titleOf(role: string): string {
  const words = role.replace(/[,;]/g, ' ').split('-');
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ');
}
