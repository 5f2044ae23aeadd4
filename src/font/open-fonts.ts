import type { Sink } from '../base/diagnostic.ts';
import type { World } from '../base/world.ts';
import type { Face } from './face.ts';
import { type Family, familyKey, nearestFace, readFamily } from './family.ts';
import type { FontBook } from './font-book.ts';
import { HarfbuzzFace } from './harfbuzz-face.ts';

/** Asked in this order when a run's own family lacks a character; any other family comes after them. */
const FALLBACK_ORDER = [
  'ibm-plex-sans-arabic',
  'amiri',
  'noto-naskh-arabic',
  'scheherazade-new',
  'ibm-plex-sans',
  'ibm-plex-mono',
  'noto-sans-symbols-2',
  'noto-sans-symbols',
  'noto-emoji',
  'vazirmatn',
];

/**
 * The bundled families (`fonts/*.yaml`) and the font files in the project's own `fonts/`. Descriptors
 * and files are read when first asked for: a briefing opens four faces of some thirty.
 */
export function openFonts(world: World, sink: Sink): FontBook {
  return new OpenFonts(world, sink);
}

class OpenFonts implements FontBook {
  readonly families: readonly string[];
  readonly #world: World;
  readonly #sink: Sink;
  readonly #read = new Map<string, Family>();
  readonly #faces = new Map<string, Face>();
  #own: ReadonlyMap<string, Family> | null = null;

  constructor(world: World, sink: Sink) {
    this.#world = world;
    this.#sink = sink;
    this.families = world
      .listAssets('fonts')
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.slice(0, -'.yaml'.length));
  }

  has(family: string): boolean {
    return this.#find(family) !== null;
  }

  face(family: string, weight: number, italic: boolean): Face {
    const found = this.#find(family);
    if (!found) throw new Error(`no such font family: ${family}`);
    return this.#open(found, weight, italic);
  }

  fallback(weight: number, italic: boolean, codePoint: number): Face | null {
    for (const id of [...FALLBACK_ORDER, ...this.#ownFamilies().keys()]) {
      const face = this.face(id, weight, italic);
      if (face.covers(codePoint)) return face;
    }
    return null;
  }

  #find(family: string): Family | null {
    const key = familyKey(family);
    const id = this.families.find((bundled) => familyKey(bundled) === key);
    if (id === undefined) return this.#ownFamilies().get(key) ?? null;
    const read = this.#read.get(id) ?? readFamily(this.#world, id);
    this.#read.set(id, read);
    return read;
  }

  #open(family: Family, weight: number, italic: boolean): Face {
    const { weight: nearest, italic: slanted, file } = nearestFace(family, weight, italic);
    const id = `${family.id}-${nearest}${slanted ? '-italic' : ''}`;
    const opened = this.#faces.get(id);
    if (opened) return opened;
    const bytes =
      family.package === null ? this.#world.readBytes(file) : this.#world.readPackage(family.package, file);
    const face = new HarfbuzzFace(id, family.id, nearest, slanted, bytes);
    this.#faces.set(id, face);
    return face;
  }

  /** Font files in the project's `fonts/`: one family a file, named after the file. */
  #ownFamilies(): ReadonlyMap<string, Family> {
    if (this.#own) return this.#own;
    const own = new Map<string, Family>();
    for (const name of this.#world.list('fonts')) {
      const match = /^(.+)\.(ttf|otf)$/i.exec(name);
      if (!match) continue;
      const id = match[1]!;
      const file = `fonts/${name}`;
      if (!this.#opens(file)) continue;
      own.set(familyKey(id), {
        id: familyKey(id),
        name: id,
        package: null,
        scripts: [],
        faces: [{ weight: 400, italic: false, file }],
      });
    }
    this.#own = own;
    return own;
  }

  /** Whether a file of the user's is a font at all; if not, says so and leaves it out. */
  #opens(file: string): boolean {
    try {
      new HarfbuzzFace(file, file, 400, false, this.#world.readBytes(file));
      return true;
    } catch (error) {
      this.#sink.report('font-unreadable', null, {
        path: file,
        reason: error instanceof Error ? error.message : String(error),
      });
      return false;
    }
  }
}
