import { FAULT_WORDS } from '../base/fault-words.ts';
import { type World, WorldError } from '../base/world.ts';
import type { Face } from './face.ts';
import { type FaceFile, type Family, facesByNearness, familyKey, readFamily } from './family.ts';
import type { BookFault, Wanted } from './font-book.ts';
import { openFace } from './kept-faces.ts';
import { openFontFile } from './open-font-file.ts';

/**
 * Asked in this order when a run's own family lacks a character; then those that users install themselves, of the
 * scripts that have several the one first that is to be advised.
 */
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
  'noto-sans',
  'noto-sans-math',
  'noto-sans-hebrew',
  'noto-sans-armenian',
  'noto-sans-georgian',
  'noto-sans-thai',
  'noto-sans-devanagari',
  'noto-sans-bengali',
  'noto-sans-sc',
  'noto-sans-kr',
  'noto-sans-jp',
  'noto-sans-tc',
  'noto-sans-ethiopic',
  'noto-sans-gujarati',
  'noto-sans-gurmukhi',
  'noto-sans-kannada',
  'noto-sans-khmer',
  'noto-sans-lao',
  'noto-sans-malayalam',
  'noto-sans-myanmar',
  'noto-sans-nko',
  'noto-sans-sinhala',
  'noto-sans-syriac',
  'noto-sans-tamil',
  'noto-sans-telugu',
  'noto-sans-thaana',
];

/**
 * The families of `fonts/*.yaml`, those included that are there only where the user has installed them. Descriptors
 * and font files are read when first needed: a briefing opens four faces of some sixty, and which family has a
 * character is known from its descriptor.
 */
export class BundledFonts {
  /** By id, sorted. */
  readonly ids: readonly string[];
  readonly #world: World;
  readonly #report: (fault: BookFault) => void;
  readonly #read = new Map<string, Family>();
  /** Null for a file of an optional family that cannot be used, which is said once. */
  readonly #faces = new Map<string, Face | null>();
  /** Whether the package of an optional family is there. */
  readonly #installed = new Map<string, boolean>();

  /** @throws WorldError where there is none of them */
  constructor(world: World, report: (fault: BookFault) => void) {
    this.#world = world;
    this.#report = report;
    this.ids = world
      .listAssets('fonts')
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.slice(0, -'.yaml'.length));
    // All text rests on them: without one the installation is damaged, or the disk.
    if (this.ids.length === 0) throw new WorldError('missing', 'fonts');
  }

  /** By the name people write; null where it is none of these, or not installed. */
  find(name: string): Family | null {
    const key = familyKey(name);
    const id = this.ids.find((bundled) => familyKey(bundled) === key);
    if (id === undefined) return null;
    const family = this.#family(id);
    return this.#isInstalled(family) ? family : null;
  }

  /** The nearest face of `family`; null where the package of an optional one holds none that can be used. */
  face(family: Family, { weight, italic }: Pick<Wanted, 'weight' | 'italic'>): Face | null {
    return this.#open(family, facesByNearness(family.faces, weight, italic)[0]!);
  }

  /** The first face of any family, in the order of fallback, that has all of `codePoints`; null where none has. */
  fallback(wanted: Wanted, codePoints: readonly number[]): Face | null {
    for (const family of this.#order(wanted.lang)) {
      const listed = family.within ?? family.covers;
      if (!codePoints.every((codePoint) => listed.has(codePoint) || family.covers.has(codePoint))) continue;
      if (!this.#isInstalled(family)) continue;
      // The weights of a family need not have the same characters.
      for (const file of facesByNearness(family.faces, wanted.weight, wanted.italic)) {
        const face = this.#open(family, file);
        if (face && codePoints.every((codePoint) => face.covers(codePoint))) return face;
      }
    }
    return null;
  }

  /** The npm package that would bring a face for a character, where it is not installed. */
  packageFor(codePoint: number, lang: string): string | null {
    for (const family of this.#order(lang)) {
      if (family.optional && family.covers.has(codePoint) && !this.#isInstalled(family))
        return family.package;
    }
    return null;
  }

  /** Of the optional families those for the language come first. No descriptor is read before it is looked at. */
  *#order(lang: string): Generator<Family> {
    const isMeant = ({ langs }: Family) => langs.some((tag) => lang === tag || lang.startsWith(`${tag}-`));
    const optional: Family[] = [];
    for (const id of FALLBACK_ORDER) {
      if (!this.ids.includes(id)) continue;
      const family = this.#family(id);
      if (!family.optional) yield family;
      else optional.push(family);
    }
    yield* optional.filter(isMeant);
    yield* optional.filter((family) => !isMeant(family));
  }

  #family(id: string): Family {
    const read = this.#read.get(id) ?? readFamily(this.#world, id);
    this.#read.set(id, read);
    return read;
  }

  #isInstalled(family: Family): boolean {
    if (!family.optional) return true;
    const known = this.#installed.get(family.id);
    if (known !== undefined) return known;
    const found = isThere(this.#world, family.package);
    this.#installed.set(family.id, found);
    return found;
  }

  #open(family: Family, { weight, italic, file }: FaceFile): Face | null {
    const id = `${family.id}-${weight}${italic ? '-italic' : ''}`;
    const opened = this.#faces.get(id);
    if (opened !== undefined) return opened;
    const open = (bytes: Uint8Array) => openFace({ id, family: family.id, weight, italic }, bytes);
    const face = family.optional
      ? this.#openInstalled(
          `${family.package}/${file}`,
          () => this.#world.readPackage(family.package, file),
          open,
        )
      : open(this.#world.readPackage(family.package, file));
    this.#faces.set(id, face);
    return face;
  }

  /** What users installed may be another version, or damaged. */
  #openInstalled(path: string, read: () => Uint8Array, open: (bytes: Uint8Array) => Face): Face | null {
    const bytes = readOrReport(path, read, this.#report);
    if (bytes === null) return null;
    const opened = openFontFile(() => bytes, open);
    if (!('rule' in opened)) return opened;
    this.#report({ rule: opened.rule, values: { ...opened.values, path } });
    return null;
  }
}

function isThere(world: World, name: string): boolean {
  try {
    return world.readPackage(name, 'package.json').length > 0;
  } catch (error) {
    if (error instanceof WorldError && error.fault === 'missing') return false;
    throw error;
  }
}

/** Null after a report: where the disk gives no file, nothing can be said of the font. */
export function readOrReport(
  path: string,
  read: () => Uint8Array,
  report: (fault: BookFault) => void,
): Uint8Array | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    const { en, ar } = FAULT_WORDS[error.fault];
    report({ rule: 'font-unread', values: { path, reason: en, reasonAr: ar } });
    return null;
  }
}
