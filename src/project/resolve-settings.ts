import type { Direction } from '../base/geometry.ts';
import { directionOfLang } from '../base/language.ts';
import type { AttachmentChoice } from './attachment.ts';
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
}

/** Command line over the document's own over the project's over what is built in. */
export function resolveSettings({ lang, letters, request, own, defaults, isBook }: Layers): Settings {
  const { origins: _, places: __, values: ___, chapters: ____, ...said } = { ...defaults, ...own };
  return makeSettings({
    ...(isBook && { template: 'book' }),
    ...said,
    lang,
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
