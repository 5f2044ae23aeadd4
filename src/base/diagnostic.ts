import { type MessageId, messages } from './messages/index.ts';
import type { Message } from './messages/message.ts';
import { formatOrigin, type Origin } from './origin.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What went wrong, where, and what to do about it; worded in both languages by messages/. */
export interface Diagnostic {
  readonly rule: MessageId;
  readonly severity: Severity;
  /** Where it was met first. */
  readonly origin: Origin | null;
  readonly message: Wording;
  readonly hint: Wording;
  /** In how many places the same is the case, the first included. */
  readonly count: number;
  /** The first of these places, as they were met: at most `MOST_PLACES`; none where there is no `origin`. */
  readonly places: readonly Place[];
}

/** One place of many; `name` says what is meant there, where that differs from place to place. */
export interface Place extends Origin {
  readonly name: string | null;
}

export interface Wording {
  readonly en: string;
  readonly ar: string;
}

export type MessageValues = Readonly<Record<string, string | number>>;

/** Places kept of one diagnostic: nobody goes through more, and a script can count. */
const MOST_PLACES = 100;

/** A diagnostic to which places are still added, and what tells those met so far apart. */
interface Gathered {
  readonly diagnostic: Diagnostic & { count: number; readonly places: Place[] };
  readonly met: Set<string>;
}

/**
 * Collects diagnostics; stages report and go on, so that a user sees every mistake at once. What the same
 * message says of many places is one diagnostic, where its row in messages/ says `gather`.
 */
export class Sink {
  readonly #diagnostics: Diagnostic[] = [];
  /** By rule and, where there is one, by the value that tells its diagnostics apart. */
  readonly #gathered = new Map<string, Gathered>();

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  report(rule: MessageId, origin: Origin | null, values: MessageValues = {}): void {
    const { severity, message, hint, gather }: Message = messages[rule];
    const key = gather && `${rule} ${gather.by === undefined ? '' : values[gather.by]}`;
    const name = gather?.name === undefined ? null : String(values[gather.name]);
    const place = origin && { ...origin, name };
    const known = key === undefined ? undefined : this.#gathered.get(key);
    if (known !== undefined) {
      addPlace(known, place);
      return;
    }
    const texts = { message: fill(message, values), hint: fill(hint, values) };
    const gathered = {
      diagnostic: { rule, severity, origin, ...texts, count: 0, places: [] },
      met: new Set<string>(),
    };
    addPlace(gathered, place);
    if (key !== undefined) this.#gathered.set(key, gathered);
    this.#diagnostics.push(gathered.diagnostic);
  }

  /** Takes over what another sink has collected, with its places moved. */
  forward(diagnostics: readonly Diagnostic[], move: (origin: Origin) => Origin): void {
    for (const diagnostic of diagnostics) {
      const { origin, places } = diagnostic;
      const moved = places.map((place) => ({ ...move(place), name: place.name }));
      this.#diagnostics.push({ ...diagnostic, origin: origin && move(origin), places: moved });
    }
  }

  get failed(): boolean {
    return this.#diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  }
}

/** A place met twice counts once: what stands on every page is set, and reported, for every page. */
function addPlace({ diagnostic, met }: Gathered, place: Place | null): void {
  const key = place === null ? '' : `${formatOrigin(place)} ${place.name ?? ''}`;
  if (met.has(key)) return;
  met.add(key);
  diagnostic.count += 1;
  if (place !== null && diagnostic.places.length < MOST_PLACES) diagnostic.places.push(place);
}

/** Ends a build at once where going on makes no sense; the sink already holds the reason. */
export class BuildStopped extends Error {}

function fill(wording: Wording, values: MessageValues): Wording {
  const put = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`));
  return { en: put(wording.en), ar: put(wording.ar) };
}
