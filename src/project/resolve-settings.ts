import type { Direction } from '../base/geometry.ts';
import { commaOf, directionOfLang } from '../base/language.ts';
import type { Origin } from '../base/origin.ts';
import type { AttachmentChoice } from './attachment.ts';
import type { ListedChapter } from './chapter-list.ts';
import { type MatterChoice, planMatter } from './matter.ts';
import type { Person } from './people.ts';
import type { Layer } from './read-settings.ts';
import type { CompleteRequest } from './request.ts';
import { type CoverChoice, makeSettings, type Settings, type ThemeChoice } from './settings.ts';

interface Layers {
  /** Said or guessed. */
  readonly lang: string;
  /** The direction of most of the letters. */
  readonly letters: () => Direction;
  readonly request: Pick<CompleteRequest, 'template' | 'theme' | 'pdf' | 'textFor' | 'attachments'>;
  /** The front matter, or the book.yaml in place of every chapter's. */
  readonly own: Layer;
  /** warraq.yaml. */
  readonly defaults: Layer;
  readonly isBook: boolean;
  /** As the book lists them. */
  readonly chapters: readonly ListedChapter[];
}

/** Command line over the document's own over the project's over what is built in. */
export function resolveSettings({
  lang,
  letters,
  request,
  own,
  defaults,
  isBook,
  chapters,
}: Layers): Settings {
  const { origins: _, places: __, values: ___, ...both } = { ...defaults, ...own };
  const { chapters: ____, parts: _____, author, ...named } = both;
  const { 'front matter': _front, 'back matter': _back, ...said } = named;
  const front = inBook(own, 'front matter');
  const back = inBook(own, 'back matter');
  return makeSettings({
    ...(isBook && { template: 'book' }),
    ...said,
    lang,
    ...(author !== undefined && { author: nameAuthors(author, lang), people: author }),
    ...planMatter(front, back, (choice) => slotOf(choice, chapters)),
    dir: said.dir ?? directionOfLang(lang, letters),
    ...(request.template !== null && { template: request.template }),
    theme: resolveTheme(request.theme, own.theme, defaults.theme),
    cover: resolveCover(own) ?? resolveCover(defaults),
    ...(request.pdf !== null && { pdf: request.pdf }),
    ...(request.textFor !== null && { text: request.textFor }),
    attachments: [...(said.attachments ?? []), ...request.attachments.map(chooseAttachment)],
    values: Object.assign(Object.create(null), defaults.values, own.values),
  });
}

/** Only a book.yaml lists what stands around chapters: who asks for it elsewhere is told so. */
function inBook(own: Layer, key: 'front matter' | 'back matter'): readonly MatterChoice[] | undefined {
  return isOfBook(own.origins[key]) ? own[key] : undefined;
}

export function isOfBook(origin: Origin | undefined): boolean {
  return origin !== undefined && /\.ya?ml$/i.test(origin.file);
}

/** Those who wrote it; where it has none, as an anthology, who made it. */
function nameAuthors(people: readonly Person[], lang: string): string {
  const authors = people.filter(({ role }) => role === 'author');
  return (authors.length > 0 ? authors : people).map(({ name }) => name).join(commaOf(lang));
}

/** The text of a piece of front or back matter is that of the chapter of its place. */
function slotOf({ origin }: MatterChoice, chapters: readonly ListedChapter[]): number | null {
  return chapters.find(({ matter }) => matter?.origin === origin)?.matter?.slot ?? null;
}

function resolveCover({ cover, origins }: Layer): CoverChoice | null {
  const origin = origins['cover'];
  return cover && origin ? { path: cover, origin } : null;
}

function chooseAttachment(path: string): AttachmentChoice {
  return { path, description: null, relationship: null, origin: null };
}

/** Tokens of all layers hold, the nearer over the farther, group by group; of names only the nearest. */
function resolveTheme(
  asked: string | null,
  own: ThemeChoice | undefined,
  defaults: ThemeChoice | undefined,
): ThemeChoice {
  return {
    name: asked ?? own?.name ?? defaults?.name ?? null,
    tokens: mergeTokens(defaults?.tokens ?? {}, own?.tokens ?? {}),
  };
}

type Tokens = Readonly<Record<string, unknown>>;

function mergeTokens(under: Tokens, over: Tokens): Tokens {
  const merged: Record<string, unknown> = Object.assign(Object.create(null), under);
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isTokens(below) && isTokens(value) ? mergeTokens(below, value) : value;
  }
  return merged;
}

function isTokens(value: unknown): value is Tokens {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
