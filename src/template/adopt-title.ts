import { posix } from 'node:path';
import type { Heading, Nodes, Root } from 'mdast';
import type { Sink } from '../base/diagnostic.ts';
import type { Project } from '../project/project.ts';
import type { Settings } from '../project/settings.ts';

interface TitledText {
  /** With the title that the template prints; '' where it prints none. */
  readonly settings: Settings;
  /** What the document is called by who lists it. */
  readonly name: string;
  readonly root: Root;
  /** As in `Composed`. */
  readonly titleId: string | null;
}

/**
 * Finds a title where the settings have none: the first heading of the first rank, if nothing but pictures,
 * badges and links stand before it, or if it is the only one. A single document then gives that heading up,
 * since the template prints the title (a README works so); a book keeps it, for there it is the title of a
 * chapter too. Every PDF needs a title (ISO 14289-1, 7.1), so in the end the first heading or the file's
 * name must do, with a warning; that is not printed.
 */
export function adoptTitle(root: Root, project: Project, sink: Sink): TitledText {
  const { settings, sources } = project;
  if (settings.title !== '') return { settings, name: settings.title, root, titleId: null };
  const title = findTitle(root);
  if (title !== null) {
    const isBook = sources.length > 1 || settings.template === 'book';
    const name = textOf(title);
    const titled = { ...settings, title: name };
    if (isBook) return { settings: titled, name, root, titleId: null };
    const children = root.children.filter((node) => node !== title);
    return { settings: titled, name, root: { ...root, children }, titleId: title.data?.id ?? null };
  }
  const path = sources[0]?.path ?? '-';
  const heading = root.children.find((node) => node.type === 'heading');
  const called = heading?.type === 'heading' ? textOf(heading) : '';
  const fallback = path === '-' ? '—' : posix.parse(path).name;
  const name = called === '' ? fallback : called;
  // Front matter that could not be read may well have held the title.
  if (!sink.failed) sink.report('document-untitled', { file: path, line: 1, column: 1 }, { name });
  return { settings, name, root, titleId: null };
}

function findTitle({ children }: Root): Heading | null {
  const titles = children.filter((node): node is Heading => node.type === 'heading' && node.depth === 1);
  const [first] = titles;
  if (first === undefined || textOf(first) === '') return null;
  const isFirst = children.slice(0, children.indexOf(first)).every(isBeforeTitle);
  return isFirst || titles.length === 1 ? first : null;
}

/** Pictures, badges, links to other languages, and what is not printed. */
function isBeforeTitle(node: Nodes): boolean {
  switch (node.type) {
    case 'yaml':
    case 'definition':
    case 'footnoteDefinition':
    case 'thematicBreak':
    case 'break':
    case 'image':
    case 'link':
      return true;
    case 'text':
      return !/[\p{L}\p{N}]/u.test(node.value);
    case 'paragraph':
      return node.children.every(isBeforeTitle);
    // Everything else is the text itself.
    default:
      return false;
  }
}

function textOf(heading: Heading): string {
  const collect = (node: Nodes): string => {
    if (node.type === 'footnoteReference') return '';
    if ('value' in node) return node.value;
    return 'children' in node ? node.children.map(collect).join('') : '';
  };
  return collect(heading).replace(/\s+/g, ' ').trim();
}
