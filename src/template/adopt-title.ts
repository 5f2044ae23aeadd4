import { posix } from 'node:path';
import type { Heading, Nodes, Root } from 'mdast';
import type { Sink } from '../base/diagnostic.ts';
import type { Project } from '../project/project.ts';
import type { Settings } from '../project/settings.ts';

export interface TitledText {
  readonly settings: Settings;
  readonly root: Root;
  /** As in `Composed`. */
  readonly titleId: string | null;
}

/**
 * Finds a title where the settings have none: the first heading of the first rank, if the text begins
 * with it. A single document then gives that heading up, since the template prints the title (a README
 * works so); a book keeps it, for there it is the title of a chapter too. Every PDF needs a title
 * (ISO 14289-1, 7.1), so in the end the file's name must do, with a warning.
 */
export function adoptTitle(root: Root, project: Project, sink: Sink): TitledText {
  const { settings, sources } = project;
  if (settings.title !== '') return { settings, root, titleId: null };
  const first = root.children.find((node) => node.type !== 'yaml');
  if (first?.type === 'heading' && first.depth === 1) {
    const isBook = sources.length > 1 || settings.template === 'book';
    const titled = { ...settings, title: textOf(first) };
    if (isBook) return { settings: titled, root, titleId: null };
    const children = root.children.filter((node) => node !== first);
    return { settings: titled, root: { ...root, children }, titleId: first.data?.id ?? null };
  }
  const path = sources[0]?.path ?? '-';
  // Front matter that could not be read may well have held the title.
  if (!sink.failed) sink.report('document-untitled', { file: path, line: 1, column: 1 });
  const title = path === '-' ? '—' : posix.parse(path).name;
  return { settings: { ...settings, title }, root, titleId: null };
}

function textOf(heading: Heading): string {
  const collect = (node: Nodes): string => {
    if (node.type === 'footnoteReference') return '';
    if ('value' in node) return node.value;
    return 'children' in node ? node.children.map(collect).join('') : '';
  };
  return collect(heading).replace(/\s+/g, ' ').trim();
}
