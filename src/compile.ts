import { type ByteParts, concatenate } from './base/byte-parts.ts';
import { documentCounter } from './base/counters.ts';
import { BuildStopped, Sink } from './base/diagnostic.ts';
import { MM } from './base/geometry.ts';
import { readSourceDate } from './base/source-date.ts';
import { unreachable } from './base/unreachable.ts';
import type { World } from './base/world.ts';
import type { Dump } from './dump-stages.ts';
import type { FontBook } from './font/font-book.ts';
import { loadHarfbuzz } from './font/harfbuzz-face.ts';
import { openFonts } from './font/open-fonts.ts';
import { type CoverText, coverSheet } from './impose/cover-sheet.ts';
import { fitImages, scaleImages } from './impose/fit-images.ts';
import { impose } from './impose/impose.ts';
import type { Outlines } from './page/glyph-outlines.ts';
import { type BreakLines, layPages, type SetText } from './page/lay-pages.ts';
import { outlineText } from './page/outline-text.ts';
import type { Laid } from './page/page.ts';
import type { KeptPieces } from './parse/kept-pieces.ts';
import type { Manuscript } from './parse/manuscript.ts';
import { parseManuscript } from './parse/parse.ts';
import type { Conformance } from './pdf/conformance.ts';
import { paint } from './pdf/paint.ts';
import type { PdfReader } from './pdf/verify.ts';
import type { Attachment } from './project/attachment.ts';
import type { Envelope } from './project/envelope.ts';
import { findCoverFile, findMailFile } from './project/find-template.ts';
import type { Profile } from './project/profile.ts';
import { openProject, type Project } from './project/project.ts';
import type { CompleteRequest } from './project/request.ts';
import type { Settings } from './project/settings.ts';
import { proof } from './proof/proof.ts';
import { ChartLoader } from './resolve/chart-loader.ts';
import { CodeLoader } from './resolve/code-loader.ts';
import { type Fetched, fetchAll } from './resolve/fetch.ts';
import { FormulaLoader } from './resolve/formula-loader.ts';
import { ImageLoader } from './resolve/image-loader.ts';
import type { Resolved } from './resolve/nodes.ts';
import { resolve } from './resolve/resolve.ts';
import { DRAWN_SIZE, styleDrawnWords } from './style/drawn-words.ts';
import type { InlineContent } from './style/inline.ts';
import { style } from './style/style.ts';
import type { Styled } from './style/styled.ts';
import type { TextStyles } from './style/text-style.ts';
import type { Composed } from './template/composed.ts';
import { composeLetter, composeTemplate } from './template/template.ts';
import { breakLines } from './text/break-lines.ts';
import { itemise, itemiseText } from './text/itemise.ts';
import type { ItemisedContent } from './text/itemised.ts';
import type { KeptParagraphs } from './text/kept-paragraphs.ts';
import { shape, shapeText } from './text/shape.ts';
import type { ShapedContent } from './text/shaped.ts';
import { resolveTheme, type Theme } from './theme/theme.ts';
import type { OpenWords } from './vector/outlined-text.ts';

/** What the road yields. */
export interface Compiled {
  /** Of the file asked for, or of an e-mail that carries it. */
  readonly bytes: ByteParts;
  /** Its pages, and of a PDF for the printer its sheets: what the bytes were written from; null where it has none. */
  readonly laid: Laid | null;
}

/** The junctions: each stage, in the order of travel, and the one type it yields. */
export interface Products {
  readonly project: Project;
  readonly parse: Manuscript;
  readonly proof: Manuscript;
  readonly cite: Manuscript;
  readonly template: Composed;
  readonly theme: Theme;
  readonly fetch: Promise<void>;
  readonly resolve: Resolved;
  readonly style: Styled<InlineContent>;
  readonly itemise: Styled<ItemisedContent>;
  readonly shape: Styled<ShapedContent>;
  readonly page: Laid;
  readonly impose: Laid;
  readonly images: Promise<Laid>;
  readonly scale: ReturnType<typeof scaleImages>;
  readonly paint: Promise<ByteParts>;
  readonly verify: Promise<void>;
  readonly epub: Uint8Array;
  readonly docx: Uint8Array;
  readonly plain: Uint8Array;
  readonly mail: Uint8Array | null;
}

/** What builds of one session leave for those to come, found again by what it was made from. */
export interface Kept {
  readonly pieces: KeptPieces;
  readonly styles: TextStyles;
  readonly paragraphs: KeptParagraphs;
}

export interface CompileHooks {
  /** Called as each stage begins. The road has no clock of its own. */
  readonly onStage?: (name: string) => void;
  /** Called with what each stage yields, for whoever looks into the road. */
  readonly onProduct?: <S extends keyof Products>(name: S, product: Products[S]) => void;
  /** Finds the reader with which the PDF is read back and compared, null where it is not installed; absent = it is not. */
  readonly loadPdfReader?: () => Promise<PdfReader | null>;
  /** What earlier builds of the same session have left. */
  readonly kept?: Kept;
  /** After its stage the product is printed as text, and the road ends there. */
  readonly dump?: Dump;
}

/**
 * The road: Markdown in, a document out, each stage once and in this order.
 *
 * Two bends, both inside `layPages`: lines need a width that only pages know, so they are broken there, by `setLines`;
 * and facts about pages (contents, page X of Y) settle in a loop there, which sets their text by `setText`.
 *
 * @returns null where an error was reported; nothing is painted then
 * @throws BuildStopped where there is nothing to go on with, or the dump asked for is printed
 */
export async function compile(
  request: CompleteRequest,
  world: World,
  sink: Sink,
  hooks: CompileHooks = {},
): Promise<Compiled | null> {
  const trip = { request, world, sink, stage: await watchRoad(hooks), hooks };
  const document = await readDocument(trip);
  const compiled = await makeFormat(document, trip);
  // the road would have ended at that stage
  if (hooks.dump && compiled !== null)
    sink.report('usage-dump-format', null, { stage: hooks.dump.stage, format: request.format });
  if (compiled === null || request.envelope === null) return compiled;
  return postMail(compiled, document, request.envelope, trip);
}

/** What every part of the road is travelled with. */
interface Trip {
  readonly request: CompleteRequest;
  readonly world: World;
  readonly sink: Sink;
  readonly stage: RunStage;
  readonly hooks: CompileHooks;
}

/** A document that is understood, and what it was made with. */
interface ReadDocument extends Fetched {
  readonly manuscript: Manuscript;
  readonly settings: Settings;
  readonly attachments: readonly Attachment[];
  readonly theme: Theme;
  readonly resolved: Resolved;
}

/** The part of the road that all formats travel. */
async function readDocument({ request, world, sink, stage, hooks }: Trip): Promise<ReadDocument> {
  const project = stage('project', () => openProject(request, world, sink));
  const { settings, template, attachments, placeOfToken } = project;
  const theme = stage('theme', () => resolveTheme(settings.theme, template.theme, world, sink, placeOfToken));
  const setsDigits = (settings.digits ?? theme.digits) !== 'source';
  const cites = settings.bibliography.length > 0;
  const manuscript = stage('parse', () => parseManuscript(project.sources, sink, hooks.kept?.pieces, cites));
  const proofed = stage('proof', () => proof(manuscript, sink, { fix: false, setsDigits }));
  let cited = proofed;
  if (cites) {
    // Loaded by those who cite: a document without a bibliography starts sooner without it.
    const { cite } = await import('./cite/cite.ts');
    const counter = documentCounter(settings.lang, settings.digits ?? theme.digits);
    const source = { files: project.bibliography, settings, counter };
    cited = stage('cite', () => cite(proofed, source, sink));
  }
  const composed = stage('template', () => composeTemplate(cited, project, sink));
  const openWords = drawnWordsOf(theme, composed.settings, world);
  const fetched = {
    images: new ImageLoader(world, openWords),
    formulas: new FormulaLoader(openWords),
    code: new CodeLoader(openWords),
    charts: new ChartLoader(world, openWords),
  };
  await stage('fetch', () => fetchAll(composed, fetched));
  const resolved = stage('resolve', () => resolve(composed, theme, fetched, sink));
  return { manuscript: cited, settings: composed.settings, attachments, theme, ...fetched, resolved };
}

/** How words in formulas and drawings are set: in faces of the document, as outlines; fonts are opened for those that have some. */
function drawnWordsOf(theme: Theme, { lang }: Settings, world: World): OpenWords {
  return async () => {
    await loadHarfbuzz();
    const fonts = openFonts(world);
    const outlines: Outlines = new Map();
    // what is wrong with a font is told where the text is set
    const quiet = new Sink();
    return (text, face) => {
      const { inlines, paragraph } = styleDrawnWords(text, face, theme, lang);
      const shaped = shapeText(itemiseText(inlines, paragraph, fonts, quiet));
      return outlineText(breakLines(shaped, paragraph, NO_MEASURE, quiet), DRAWN_SIZE, outlines);
    };
  };
}

const NO_MEASURE = { width: Number.MAX_SAFE_INTEGER, firstIndent: 0, beside: null };

/** White space between the ends of a spine and its text: as wide as a thumb. */
const SPINE_END = 15 * MM;

/** A document with its pages. */
interface LaidDocument extends ReadDocument {
  readonly styled: Styled<InlineContent>;
  readonly laid: Laid;
}

/** The part of the road that all formats with pages travel. @returns null after an error */
async function layDocument(
  document: ReadDocument,
  { world, sink, stage: runStage, hooks }: Trip,
): Promise<LaidDocument | null> {
  await loadHarfbuzz();
  const { resolved, theme } = document;
  const fonts = openFonts(world);
  const stage = heedFonts(runStage, fonts, sink);
  const { styles, paragraphs = null } = hooks.kept ?? {};
  const setLines: BreakLines = (...given) => breakLines(...given, paragraphs);
  const setText: SetText = (inlines, paragraph) =>
    shapeText(itemiseText(inlines, paragraph, fonts, sink, paragraphs), paragraphs);

  const styled = stage('style', () => style(resolved, theme, fonts, sink, styles));
  const itemised = stage('itemise', () => itemise(styled, fonts, sink, paragraphs));
  const shaped = stage('shape', () => shape(itemised, paragraphs));
  const laid = stage('page', () => layPages(shaped, setText, setLines, sink));

  return sink.failed ? null : { ...document, styled, laid };
}

/** From here on every format has a road of its own. */
function makeFormat(document: ReadDocument, trip: Trip): Promise<Compiled | null> {
  const { format } = trip.request;
  switch (format) {
    case 'pdf':
      return printPdf(document, trip);
    case 'epub':
      return bindEpub(document, trip);
    case 'docx':
      return writeDocx(document, trip);
    case 'txt':
      return writeText(document, trip);
    default:
      return unreachable(format, 'pdf, epub, docx, txt');
  }
}

/** From pages to paper: sheets for the printer where they are asked for, the PDF, and whether it says what it should. */
async function printPdf(document: ReadDocument, trip: Trip): Promise<Compiled | null> {
  const { request, world, sink, stage, hooks } = trip;
  const set = await layDocument(document, trip);
  if (set === null) return null;
  const { theme, attachments, settings } = set;
  const { profile } = request;
  const sheets = await makeSheets(set, trip);
  if (sheets === null || sink.failed) return null;
  const fitted = await stage('images', () => fitImages(sheets, profile, theme.images, sink));
  const sourceDateEpoch = readSourceDate(world.env('SOURCE_DATE_EPOCH'));
  const { pdf: version, text: textFor } = settings;
  const options = { version, textFor, sourceDateEpoch, conformance: claimOf(profile), attachments };
  const bytes = await stage('paint', () => paint(fitted, options, sink));
  const { loadPdfReader } = hooks;
  if (loadPdfReader) {
    const { verify } = await import('./pdf/verify.ts');
    await stage('verify', () => verify(concatenate(bytes), sheets, loadPdfReader, sink));
  }
  return { bytes, laid: sheets };
}

async function makeSheets(document: LaidDocument, trip: Trip): Promise<Laid | null> {
  const { laid, theme } = document;
  const { request, sink, stage } = trip;
  const { profile } = request;
  if (profile !== 'cover') return stage('impose', () => impose(laid, profile, theme.print, sink));
  const text = await layCover(document, trip);
  return text && stage('impose', () => coverSheet(laid, text, theme.print, theme.cover, sink));
}

/** Spine and back of a cover: a text of a page each, and the spine on a page that is as long as the book is high. */
async function layCover(document: LaidDocument, trip: Trip): Promise<CoverText | null> {
  const { manuscript, settings, theme, resolved } = document;
  const { world, sink } = trip;
  const composed = composeLetter(findCoverFile(settings.template, world, sink), manuscript, settings, sink);
  await fetchAll(composed, document);
  const text = resolve(composed, theme, document, sink, resolved.targets);
  const { width, height } = theme.page.size;
  const margin = { inner: SPINE_END, outer: SPINE_END, top: 0, bottom: 0 };
  const turned = { ...theme, page: { ...theme.page, size: { width: height, height: width }, margin } };
  // These are no stages of the document's own road, and both say the same of the same text.
  const quiet: Trip = { ...trip, stage: (_, run) => run() };
  const back = await layDocument({ ...document, resolved: text }, quiet);
  const spine = await layDocument(
    { ...document, resolved: text, theme: turned },
    { ...quiet, sink: new Sink() },
  );
  if (back === null || spine === null) return null;
  const ground = theme.boxes['spine']?.background ?? null;
  return { back: back.laid, spine: spine.laid, ground, root: text.root };
}

/** From blocks and pages to an e-book: the pages give it their numbers, the faces they use and the cover. */
async function bindEpub(document: ReadDocument, trip: Trip): Promise<Compiled | null> {
  const { world, sink, stage } = trip;
  const set = await layDocument(document, trip);
  if (set === null) return null;
  const { cover } = set.settings;
  if (cover !== null) await set.images.load(cover.path, cover.origin.file);
  // Loaded by those who want one: a PDF starts sooner without it.
  const { makeEpub } = await import('./epub/epub.ts');
  const smaller = await stage('scale', () => scaleImages(set.laid, 'screen', set.theme.images, sink));
  const source = { ...set, smaller, sourceDateEpoch: readSourceDate(world.env('SOURCE_DATE_EPOCH')) };
  const bytes = stage('epub', () => makeEpub(source, world, sink));
  return sink.failed ? null : { bytes: [bytes], laid: set.laid };
}

/** As a Word document, whose pages Word lays. */
async function writeDocx(document: ReadDocument, { world, sink, stage }: Trip): Promise<Compiled | null> {
  const { makeDocx } = await import('./docx/docx.ts');
  const source = { ...document, sourceDateEpoch: readSourceDate(world.env('SOURCE_DATE_EPOCH')) };
  const bytes = stage('docx', () => makeDocx(source, sink));
  return sink.failed ? null : { bytes: [bytes], laid: null };
}

/** As text, of which nothing needs be laid. */
async function writeText({ resolved }: ReadDocument, { sink, stage }: Trip): Promise<Compiled | null> {
  const { writePlain } = await import('./plain/plain.ts');
  const bytes = stage('plain', () => writePlain(resolved));
  return sink.failed ? null : { bytes: [bytes], laid: null };
}

/** Into an e-mail, whose text the template composes from the same manuscript. */
async function postMail(
  { bytes, laid }: Compiled,
  document: ReadDocument,
  envelope: Envelope,
  { request, world, sink, stage }: Trip,
): Promise<Compiled | null> {
  const { writeMail } = await import('./mail/mail.ts');
  const { manuscript, settings, theme, resolved } = document;
  const file = findMailFile(settings.template, world, sink);
  const composed = composeLetter(file, manuscript, settings, sink);
  // What is wrong with the document's own text has been said when the document was made of it.
  const saidAgain = new Sink();
  await stage('fetch', () => fetchAll(composed, document));
  const letter = resolve(composed, theme, document, saidAgain, resolved.targets);
  sink.forward(
    saidAgain.diagnostics.filter(({ origin }) => origin?.file === file.path),
    (origin) => origin,
  );
  const enclosure = { bytes: concatenate(bytes), format: request.format, source: request.files[0] ?? '-' };
  const mail = stage('mail', () => writeMail(letter, enclosure, envelope, sink));
  return mail === null ? null : { bytes: [mail], laid };
}

/** Runs one stage of the road. */
type RunStage = <S extends keyof Products>(name: S, run: () => Products[S]) => Products[S];

async function watchRoad({ onStage, onProduct, dump }: CompileHooks): Promise<RunStage> {
  // Dumps are for people who look into the road: their code is not loaded for those who build.
  const printDump = dump ? (await import('./dump.ts')).printDump : null;
  return (name, run) => {
    onStage?.(name);
    const product = run();
    onProduct?.(name, product);
    if (dump && printDump?.(dump, name, product)) throw new BuildStopped('the dump is printed');
    return product;
  };
}

/** Reports after each stage what it met of fonts that are not as they should be. */
function heedFonts(runStage: RunStage, fonts: FontBook, sink: Sink): RunStage {
  return (name, run) => {
    try {
      return runStage(name, run);
    } finally {
      for (const { rule, values } of fonts.takeFaults()) sink.report(rule, null, values);
    }
  };
}

/** Sheets of several pages are for a printer, and claim nothing that a reader of documents could rely on. */
function claimOf(profile: Profile): Conformance {
  return profile === 'screen' || profile === 'print' ? 'archive' : 'plain';
}
