import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What people read before they read code. */
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'src/README.md',
  'src/pdf/CONFORMANCE.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`)
    .sort(),
];

const reader = unified().use(remarkParse).use(remarkGfm);
const treeOf = (file: string): Root => reader.parse(readFileSync(join(ROOT, file), 'utf8'));

function nodesOf(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap((child) => nodesOf(child)) : [])];
}

const linksOf = (root: Root) =>
  nodesOf(root).flatMap((node) =>
    node.type === 'link' || node.type === 'image' || node.type === 'definition' ? [node.url] : [],
  );

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

/** As GitHub makes them: letters, digits, `-` and `_` stay, a space becomes `-`. */
const idsOf = (root: Root) =>
  nodesOf(root)
    .filter((node) => node.type === 'heading')
    .map((heading) =>
      textOf(heading)
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );

/** The links of a document that lead to no file, or to no heading of it. The network is not asked. */
function deadLinks(file: string, root = treeOf(file)): readonly string[] {
  return linksOf(root).filter((url) => {
    if (/^[a-z][a-z+.-]*:/i.test(url)) return false;
    const [path = '', id] = url.split('#');
    const target = path === '' ? file : join(dirname(file), decodeURIComponent(path));
    if (!existsSync(join(ROOT, target))) return true;
    return (
      id !== undefined && target.endsWith('.md') && !idsOf(treeOf(target)).includes(decodeURIComponent(id))
    );
  });
}

const modules = ['src', 'test', '.ci'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
);

/** Modules that a document speaks of and that are no more: by name, or by their path from somewhere on. */
function lostModules(root: Root): readonly string[] {
  const named = nodesOf(root)
    .flatMap((node) => ('value' in node && node.type !== 'html' ? [node.value] : []))
    .flatMap((text) => text.match(/(?<![\w*.:/-])(?:[\w.-]+\/)*[a-z0-9][\w-]*\.(?:ts|mjs|sh)\b/g) ?? []);
  return [...new Set(named)].filter((name) => !modules.some((module) => `/${module}`.endsWith(`/${name}`)));
}

test.each(DOCUMENTS)('%s links to what is there', (file) => {
  expect(deadLinks(file)).toEqual([]);
});

// Of what was, a changelog may tell.
test.each(DOCUMENTS.filter((file) => file !== 'CHANGELOG.md'))(
  '%s speaks of modules that are there',
  (file) => {
    expect(lostModules(treeOf(file))).toEqual([]);
  },
);

test('what leads nowhere would be found', () => {
  const root = reader.parse(
    '[a](none.md) [b](src/README.md#none) [c](#none) [d](src/README.md#junctions) `page/none.ts`',
  );
  expect(deadLinks('README.md', root)).toEqual(['none.md', 'src/README.md#none', '#none']);
  expect(lostModules(root)).toEqual(['page/none.ts']);
});
