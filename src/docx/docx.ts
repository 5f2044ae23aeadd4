import type { Sink } from '../base/diagnostic.ts';
import type { XmlElement } from '../base/xml.ts';
import { type ZipEntry, zipEntries } from '../base/zip.ts';
import type { Settings } from '../project/settings.ts';
import { findTargets } from '../resolve/find-targets.ts';
import type { Resolved } from '../resolve/nodes.ts';
import { placeTitle } from '../resolve/place-title.ts';
import type { Theme } from '../theme/theme.ts';
import { WordDraft } from './draft.ts';
import { Furnishing } from './furniture.ts';
import { makeNoteWriter, writeNotes } from './note-part.ts';
import { describePackage } from './office-package.ts';
import { PartLinks } from './part-links.ts';
import type { WordPlace } from './place.ts';
import { SectionWriter } from './sections.ts';
import { writeSettings } from './settings-part.ts';
import { writeFontTable, writeStyles } from './styles.ts';
import { writeThemePart } from './theme-part.ts';
import { word, wordPart } from './word-xml.ts';
import { writeWordBlocks } from './write-blocks.ts';

/** What a Word document is made of. */
interface WordSource {
  readonly resolved: Resolved;
  readonly theme: Theme;
  readonly settings: Settings;
  /** Seconds; see reproducible-builds.org. */
  readonly sourceDateEpoch: number | null;
}

/** Names of parts are made up here. */
const PATH =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|(?:docProps|word)\/[A-Za-z0-9/_]+\.(?:xml|xml\.rels|png|jpg|svg))$/;

/**
 * The docx stage: a document for Word (ECMA-376, transitional) from what it means. Nothing is laid: Word makes the lines
 * and the pages, counts lists and notes as the document does, and sets them by the styles that the theme gives.
 */
export function makeDocx(source: WordSource, sink: Sink): Uint8Array {
  const { resolved, theme, settings, sourceDateEpoch } = source;
  const [{ blocks }] = placeTitle([{ blocks: resolved.body }], resolved.titleId) as [
    { readonly blocks: Resolved['body'] },
  ];
  const noteLinks = new PartLinks();
  const draft = new WordDraft(
    { theme, settings },
    findTargets(blocks),
    makeNoteWriter(noteLinks, writeWordBlocks),
    sink,
  );
  const links = new PartLinks();
  const body: XmlElement[] = [];
  const place = bodyPlace(body, links, theme, settings);
  const furnishing = new Furnishing(resolved.furniture, draft, writeWordBlocks, place);
  const ending = new SectionWriter(draft, furnishing, resolved, writeWordBlocks, body).write(blocks, place);
  if (body.at(-1)?.name !== 'w:p') body.push(word('p', {}, draft.bookmarks()));
  const document = wordPart('document', [word('body', {}, [...body, ending])]);

  const parts: readonly Part[] = [
    { kind: 'styles', bytes: writeStyles(draft.styles.all, theme, settings) },
    { kind: 'numbering', bytes: draft.numbering.print() },
    { kind: 'fontTable', bytes: writeFontTable(draft.styles.all, theme, settings) },
    { kind: 'footnotes', bytes: writeNotes(draft), links: noteLinks },
    { kind: 'settings', bytes: writeSettings(draft, furnishing) },
    { kind: 'theme', bytes: writeThemePart(theme, settings) },
  ];
  for (const { kind } of parts) links.idOf(kind, `${kind}.xml`);
  const files: readonly ZipEntry[] = [
    ...partFiles('document.xml', document, links),
    ...parts.flatMap(({ kind, bytes, links: own }) => partFiles(`${kind}.xml`, bytes, own)),
    ...furnishing.parts.flatMap(({ name, bytes, links: own }) => partFiles(name, bytes, own)),
    ...draft.media.map(({ path, bytes }) => ({ path: `word/${path}`, bytes })),
  ];
  return zipEntries([...describePackage(files, settings, sourceDateEpoch), ...files], PATH);
}

interface Part {
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly links?: PartLinks;
}

function partFiles(name: string, bytes: Uint8Array, links?: PartLinks): readonly ZipEntry[] {
  const linked =
    links === undefined || links.isEmpty ? [] : [{ path: `word/_rels/${name}.rels`, bytes: links.print() }];
  return [{ path: `word/${name}`, bytes }, ...linked];
}

function bodyPlace(out: XmlElement[], links: PartLinks, { page }: Theme, { dir }: Settings): WordPlace {
  const measure = page.size.width - page.margin.inner - page.margin.outer;
  return {
    out,
    direction: dir,
    directed: false,
    lang: null,
    links,
    indent: 0,
    measure,
    depth: 0,
    isLoose: false,
    kind: 'body',
  };
}
