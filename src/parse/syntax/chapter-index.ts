import type { Chapter } from '../chapter.ts';

/** The chapters of a manuscript, as links name them. */
export interface ChapterIndex {
  readonly all: readonly Chapter[];
  /** @param from file of the chapter with the link. @param path decoded, without fragment */
  find(from: string, path: string): Chapter | undefined;
  /** Chapters that have an id: the first two. */
  having(id: string): readonly Chapter[];
}

/** What a reader does not see in a name, or a system writes in another way. */
const UNSEEN = /[\0-\x20\x7F-\xA0\xAD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** What a folder is entered by; mdBook makes README.md an index.html. */
const OPENINGS = ['index', 'readme'] as const;

/**
 * A link may name a chapter by its file, by the page that a generator of sites would make of it (`chapter.html`,
 * `chapter`), or by the folder it opens; from the folder of the linking file, or from the top: of the project, or of
 * the folder that holds all chapters, which is the top of a site.
 */
export function indexChapters(all: readonly Chapter[]): ChapterIndex {
  const byPath = new Map<string, Chapter>();
  const paths = all.map(({ file }) => joinPath('', file).normalize('NFC'));
  // As written first: `A.md` and `a.md` may be two chapters.
  for (const spell of [(path: string) => path, fold])
    for (const [index, path] of paths.entries())
      if (!byPath.has(spell(path))) byPath.set(spell(path), all[index]!);
  const top = commonFolder(paths);
  let holders: ReadonlyMap<string, readonly Chapter[]> | null = null;
  return {
    all,
    having: (id) => {
      holders ??= indexAnchors(all);
      return holders.get(id) ?? [];
    },
    find: (from, path) => {
      const tops = path.startsWith('/') ? ['', top] : [from.split('/').slice(0, -1).join('/')];
      const names = tops.map((folder) => joinPath(folder, path).normalize('NFC'));
      const spellings = [...names, ...names.map(fold)].flatMap(spellingsOf);
      return byPath.get(spellings.find((name) => byPath.has(name)) ?? '');
    },
  };
}

/** All ids are known before the first is looked for. */
function indexAnchors(all: readonly Chapter[]): ReadonlyMap<string, readonly Chapter[]> {
  const holders = new Map<string, Chapter[]>();
  for (const chapter of all)
    for (const id of chapter.anchors.keys()) {
      const known = holders.get(id);
      if (known === undefined) holders.set(id, [chapter]);
      else if (known.length === 1) known.push(chapter);
    }
  return holders;
}

function fold(path: string): string {
  return path.replace(UNSEEN, '').toLowerCase();
}

function spellingsOf(key: string): readonly string[] {
  const stem = key.replace(/\.(?:html?|md|markdown)$/, '');
  const folder = OPENINGS.some((name) => stem === name || stem.endsWith(`/${name}`))
    ? stem.replace(/(?:^|\/)[^/]*$/, '')
    : stem;
  const opened = OPENINGS.map((name) => (folder === '' ? name : `${folder}/${name}`));
  return [key, ...[stem, ...opened].flatMap((name) => [`${name}.md`, `${name}.markdown`])];
}

function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/').slice(0, -1));
  const differs = (part: string, index: number) => others.some((parts) => parts[index] !== part);
  const end = first.findIndex(differs);
  return (end < 0 ? first : first.slice(0, end)).join('/');
}

/** `path` as seen from `folder`; `..` beyond the root stays, and so matches no chapter. */
function joinPath(folder: string, path: string): string {
  const parts = folder.split('/').filter((part) => part !== '');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
