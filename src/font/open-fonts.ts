import type { Sink } from '../base/diagnostic.ts';
import type { World } from '../base/world.ts';
import { BundledFonts, readOrNothing } from './bundled-fonts.ts';
import { CodePointFace } from './code-point-face.ts';
import type { Face } from './face.ts';
import { familyKey } from './family.ts';
import type { FontBook, Wanted } from './font-book.ts';
import { openFace } from './kept-faces.ts';
import { openFontFile } from './open-font-file.ts';

/**
 * The bundled families (`fonts/*.yaml`) and the font files in the project's own `fonts/`. Descriptors
 * and files are read when first asked for: a briefing opens four faces of some thirty.
 */
export function openFonts(world: World, sink: Sink): FontBook {
  return new OpenFonts(world, sink);
}

/** A font file in the project's `fonts/`: a family of one face, named after the file. */
interface OwnFont {
  readonly id: string;
  readonly path: string;
  /** Undefined until it is asked for; null where it cannot be used, which is said once. */
  face: Face | null | undefined;
}

/** Kinds that cannot be used are listed as well, so that whoever names one is told so. */
const FONT_FILE = /^(.+)\.(?:ttf|otf|ttc|otc|woff2?)$/i;
const USABLE = /\.(?:ttf|otf)$/i;

const REGULAR = { weight: 400, italic: false };

class OpenFonts implements FontBook {
  readonly families: readonly string[];
  readonly #world: World;
  readonly #sink: Sink;
  readonly #bundled: BundledFonts;
  #codePoints: Face | null = null;
  /** By what was asked for, as every inline asks for its face. */
  readonly #asked = new Map<string, Face>();
  /** By family key. */
  readonly #own: ReadonlyMap<string, OwnFont>;

  constructor(world: World, sink: Sink) {
    this.#world = world;
    this.#sink = sink;
    this.#bundled = new BundledFonts(world, sink);
    this.#own = listOwn(world.list('fonts'), new Set(this.#bundled.ids.map(familyKey)));
    this.families = [...this.#bundled.ids, ...[...this.#own.values()].map(({ id }) => id)];
  }

  has(family: string): boolean {
    const bundled = this.#bundled.find(family);
    if (bundled) return !bundled.optional || this.#bundled.face(bundled, REGULAR) !== null;
    return this.#findOwn(family) !== null;
  }

  face(family: string, weight: number, italic: boolean): Face {
    const asked = `${family}/${weight}/${italic}`;
    const face = this.#asked.get(asked) ?? this.#chooseFace(family, weight, italic);
    this.#asked.set(asked, face);
    return face;
  }

  #chooseFace(family: string, weight: number, italic: boolean): Face {
    const bundled = this.#bundled.find(family);
    const found = bundled ? this.#bundled.face(bundled, { weight, italic }) : this.#findOwn(family);
    if (!found) throw new Error(`no such font family: ${family}`);
    return found;
  }

  fallback(wanted: Wanted, text: string): Face | null {
    const codePoints = Array.from(text, (character) => character.codePointAt(0)!);
    const bundled = this.#bundled.fallback(wanted, codePoints);
    if (bundled) return bundled;
    for (const id of this.#own.keys()) {
      const face = this.#findOwn(id);
      if (face && codePoints.every((codePoint) => face.covers(codePoint))) return face;
    }
    return null;
  }

  get codePoints(): Face {
    this.#codePoints ??= new CodePointFace(this.face('ibm-plex-mono', 600, false));
    return this.#codePoints;
  }

  packageFor(codePoint: number, lang: string): string | null {
    return this.#bundled.packageFor(codePoint, lang);
  }

  #findOwn(family: string): Face | null {
    const own = this.#own.get(familyKey(family));
    if (!own) return null;
    if (own.face === undefined) own.face = this.#openOwn(own);
    return own.face;
  }

  /** A file of the user's may hold anything: one that cannot be used is reported and left out. */
  #openOwn({ id, path }: OwnFont): Face | null {
    // It is written into style sheets, where only a plain name is safe.
    const family = familyKey(id).replace(/[^\p{L}\p{N}]/gu, '');
    const name = { id: `${family}-400`, family, weight: 400, italic: false };
    const opened = openFontFile(
      readOrNothing(() => this.#world.readBytes(path)),
      (bytes) => openFace(name, bytes),
    );
    if (typeof opened !== 'string') return opened;
    this.#sink.report(`font-${opened}`, null, { path });
    return null;
  }
}

/**
 * Files named like a bundled family are never asked for; of files that differ in their ending alone one that may
 * be usable is.
 */
function listOwn(names: readonly string[], bundled: ReadonlySet<string>): ReadonlyMap<string, OwnFont> {
  const own = new Map<string, OwnFont>();
  const usable = names.filter((name) => USABLE.test(name));
  for (const name of [...usable, ...names]) {
    const id = FONT_FILE.exec(name)?.[1];
    if (id === undefined) continue;
    const key = familyKey(id);
    if (!bundled.has(key) && !own.has(key)) own.set(key, { id, path: `fonts/${name}`, face: undefined });
  }
  return own;
}
