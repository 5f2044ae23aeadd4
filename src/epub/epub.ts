import type { Sink } from '../base/diagnostic.ts';
import { creationDate } from '../base/source-date.ts';
import type { World } from '../base/world.ts';
import { XML } from '../base/xml.ts';
import type { ZipEntry } from '../base/zip.ts';
import type { Face } from '../font/face.ts';
import type { Laid } from '../page/page.ts';
import type { Settings } from '../project/settings.ts';
import { findTargets } from '../resolve/find-targets.ts';
import type { ImageLoader } from '../resolve/image-loader.ts';
import type { ImageSource, RasterImage } from '../resolve/image-source.ts';
import type { Resolved } from '../resolve/nodes.ts';
import { pictureOf } from '../resolve/picture-of-drawing.ts';
import { placeTitle } from '../resolve/place-title.ts';
import type { Theme } from '../theme/theme.ts';
import type { ChapterFile } from './chapter.ts';
import { cutParts } from './cut-parts.ts';
import { Draft } from './draft.ts';
import { drawCover } from './draw-cover.ts';
import { charactersOf, fontEntries, fontRules, usedFaces } from './font-files.ts';
import { extensionOf, imageBytes } from './image-file.ts';
import { makeNcx } from './make-ncx.ts';
import { landmarksOf, peopleOf, typeOfMatter } from './matter-types.ts';
import { nestContents } from './nest-contents.ts';
import { describePackage, identify, type PackageFacts } from './package.ts';
import { findPages } from './print-pages.ts';
import { themeCss } from './theme-css.ts';
import { writePart } from './write-part.ts';
import { printXml } from './xml.ts';
import { readEpubFile, renderXml, SHARED } from './xml-template.ts';
import { zipBook } from './zip-book.ts';

/** What an e-book is made of: what the document means, and its pages, whose numbers and faces it shares. */
interface EpubSource {
  readonly resolved: Resolved;
  readonly laid: Laid;
  readonly theme: Theme;
  readonly settings: Settings;
  /** Those of the document, and its cover. */
  readonly images: ImageLoader;
  /** Images brought down to what a screen shows, by the bytes of those that they are made of. */
  readonly smaller: ReadonlyMap<Uint8Array, RasterImage>;
  /** Seconds; see reproducible-builds.org. */
  readonly sourceDateEpoch: number | null;
}

/**
 * The epub stage: EPUB 3.3 from what the document means. Numbers of headings, notes, lists and pages are known
 * already; nothing is counted here.
 */
export function makeEpub(source: EpubSource, world: World, sink: Sink): Uint8Array {
  const { resolved, laid, theme } = source;
  const parts = cutParts(resolved.body, theme);
  const bodies = placeTitle(
    parts.filter(({ kind }) => kind !== 'cover'),
    resolved.titleId,
  );
  const targets = findTargets(bodies.flatMap(({ blocks }) => blocks));
  const facts = { settings: source.settings, theme, pages: findPages(laid), faces: usedFaces(laid) };
  const draft = new Draft(facts, targets, sink);
  const chapters = bodies.map((part, at) => writePart(part, draft, at === bodies.length - 1));
  draft.settleLinks();
  const settings = nameBook(source.settings, draft, sink);
  const render: Render = (name, data, content = '') =>
    encode(renderXml(name, { ...bookData(settings), ...data }, content, settings, world, sink));

  const picture = fetchCover(settings, source.images, sink);
  const hasCoverPage = picture !== null || parts.length > bodies.length;
  const texts = renderTexts(
    chapters,
    draft,
    hasCoverPage ? (picture ?? DRAWN_COVER) : null,
    settings,
    render,
  );
  const written = [...texts, ...gatherAssets({ ...source, settings }, texts, picture, draft, world, sink)];
  const identifier = identify(written);
  const ncx = encode(`${XML}${printXml(makeNcx(identifier, settings, draft, chapters))}\n`);
  const files = [...written, { path: 'EPUB/toc.ncx', bytes: ncx }];
  const book: PackageFacts = {
    identifier,
    modified: creationDate(settings.date, source.sourceDateEpoch),
    chapters,
    hasCoverPage,
    paths: files.map(({ path }) => path.slice('EPUB/'.length)),
    hasPages: draft.breaks.length > 0,
    contentsHref: draft.contentsHref,
  };
  const opf = render('package.opf.hbs', describePackage(book));
  return zipBook([
    { path: 'META-INF/container.xml', bytes: encode(CONTAINER) },
    { path: 'EPUB/package.opf', bytes: opf },
    ...files,
  ]);
}

/** A template of that name filled with facts about a file, beside those about the book. */
type Render = (name: string, data: Parameters<typeof renderXml>[1], content?: string) => Uint8Array;

function renderTexts(
  chapters: readonly ChapterFile[],
  draft: Draft,
  picture: Pick<ZipEntry, 'path'> | null,
  settings: Settings,
  render: Render,
): readonly ZipEntry[] {
  const nav = render('nav.xhtml.hbs', navData(draft, chapters, settings, picture !== null));
  const cover = picture?.path.slice('EPUB/'.length);
  return [
    ...(cover === undefined
      ? []
      : [{ path: 'EPUB/cover.xhtml', bytes: render('cover.xhtml.hbs', { cover }) }]),
    ...chapters.map((chapter) => ({
      path: `EPUB/${chapter.path}`,
      bytes: render('chapter.xhtml.hbs', chapterData(chapter, settings), printContent(chapter)),
    })),
    { path: 'EPUB/nav.xhtml', bytes: nav },
  ];
}

/** What the texts refer to: styles, letters, pictures. */
function gatherAssets(
  source: EpubSource,
  texts: readonly ZipEntry[],
  picture: ZipEntry | null,
  draft: Draft,
  world: World,
  sink: Sink,
): readonly ZipEntry[] {
  const { laid, theme, smaller } = source;
  const faces = theme.epub.fonts ? draft.faces : [];
  const style = { path: 'EPUB/style.css', bytes: encode(writeCss(source, draft, faces, world)) };
  return [
    style,
    ...fontEntries(faces, charactersOf([...texts, style]), world, sink),
    ...draft.images.map(({ image, path }) => ({
      path: `EPUB/${path}`,
      bytes: imageBytes(smallerOf(image, smaller)),
    })),
    ...(picture === null ? printCover(laid) : [picture]),
  ];
}

function smallerOf(image: ImageSource, smaller: EpubSource['smaller']): ImageSource {
  return (image.kind === 'raster' ? smaller.get(image.bytes) : undefined) ?? image;
}

const DRAWN_COVER = { path: 'EPUB/cover.png' } as const;

/** The first page of the print as a picture. */
function printCover({ pages: [first] }: Laid): readonly ZipEntry[] {
  return first === undefined ? [] : [{ ...DRAWN_COVER, bytes: drawCover(first) }];
}

/** The cover that the author names; null where none is named, or it cannot be had, which is reported. */
function fetchCover({ cover }: Settings, images: ImageLoader, sink: Sink): ZipEntry | null {
  const image = cover === null ? null : images.fetch(cover.path, cover.origin, sink);
  if (image === null) return null;
  if (image.kind === 'drawing') return { ...DRAWN_COVER, bytes: pictureOf(image) };
  return { path: `EPUB/cover.${extensionOf(image)}`, bytes: imageBytes(image) };
}

/** Where a reader finds the package: Open Container Format 3.3, 4.2.6.3.1. */
const CONTAINER = `${XML}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`;

/** A package must have a title (EPUB 3.3, 5.5.3.1.2). */
function nameBook(settings: Settings, { contents }: Draft, sink: Sink): Settings {
  if (settings.title.trim() !== '') return settings;
  sink.report('epub-untitled', null);
  return { ...settings, title: contents[0]?.title ?? '—' };
}

function bookData(settings: Settings) {
  const { title, subtitle, author, issuer, subject, keywords, date, lang, dir, rights } = settings;
  const publisher = settings.publisher || issuer;
  const isbn = settings.isbn?.urn ?? null;
  return {
    ...{ title, subtitle, author, issuer, subject, keywords, date, lang, dir },
    ...{ publisher, rights, isbn, people: peopleOf(settings) },
  };
}

function chapterData(chapter: ChapterFile, settings: Settings) {
  const { title, kind } = chapter;
  return { heading: title ?? settings.title, part: `${kind}matter`, ...typeOfMatter(chapter) };
}

function navData(draft: Draft, chapters: readonly ChapterFile[], settings: Settings, hasCoverPage: boolean) {
  const [first] = chapters;
  const body = chapters.find(({ kind }) => kind === 'body') ?? first;
  // a list of contents must have an entry (EPUB 3.3, 7.4.2)
  const contents =
    draft.contents.length > 0 ? draft.contents : [{ level: 1, title: '—', href: first?.path ?? 'nav.xhtml' }];
  return {
    contents: nestContents(contents),
    breaks: draft.breaks.map(({ label, href }) => ({ label, href })),
    cover: hasCoverPage ? 'cover.xhtml' : null,
    list: draft.contentsHref,
    marks: landmarksOf(chapters, settings),
    body: body?.path ?? null,
  };
}

function printContent({ content }: ChapterFile): string {
  return content.map((node) => `${printXml(node)}\n`).join('');
}

/** What all e-books share, then the theme, then what the template alone has. */
function writeCss(
  { theme, settings }: EpubSource,
  draft: Draft,
  faces: readonly Face[],
  world: World,
): string {
  const shared = readEpubFile('epub.css', SHARED, world) ?? '';
  const own = readEpubFile('epub.css', settings.template, world) ?? '';
  const roles = themeCss(theme, draft, faces, settings.dir);
  return [fontRules(faces), shared, roles, own === shared ? '' : own].join('\n');
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
