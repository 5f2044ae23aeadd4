import type { World } from '../base/world.ts';
import { readOrReport } from './bundled-fonts.ts';
import type { Face } from './face.ts';
import { facesByNearness, familyKey } from './family.ts';
import type { BookFault } from './font-book.ts';
import { type FontFacts, readFacts } from './font-facts.ts';
import { Instancer } from './instance.ts';
import { openFace } from './kept-faces.ts';
import { type FontFault, openFontFile } from './open-font-file.ts';
import { readFontFile } from './sfnt-file.ts';
import { unpackFont } from './unpack-font.ts';

/** A font of a file in the project's `fonts/`. */
interface OwnFont {
  readonly path: string;
  /** The file's name without its ending; of a collection with `#` and the place in it, from 1. */
  readonly stem: string;
  readonly facts: FontFacts;
  /** As a file of its own, not packed. */
  readonly bytes: Uint8Array;
}

/** A file whose name is all that can be said of it. */
interface Damaged {
  readonly path: string;
  readonly stem: string;
}

/** Fonts that people call by one name. */
interface OwnFamily {
  /** In style sheets too, where only a plain name is safe. */
  readonly id: string;
  readonly fonts: readonly OwnFont[];
}

/** One way to set text with a font: variable ones have many. */
interface Choice {
  readonly font: OwnFont;
  readonly weight: number;
  readonly italic: boolean;
}

/** In the order of preference among files of the same name. */
const FONT_FILE = /^(.+)\.(ttf|otf|ttc|otc|woff2|woff)$/i;
const ENDINGS = ['ttf', 'otf', 'ttc', 'otc', 'woff2', 'woff'];
const USUAL_WIDTH = 5;
const REGULAR = { weight: 400, italic: false };

/**
 * The font files in the project's `fonts/`, in families as their own tables say. Nothing is read before a family
 * is asked for that is not a bundled one.
 */
export class OwnFonts {
  readonly #world: World;
  readonly #report: (fault: BookFault) => void;
  #fonts: readonly OwnFont[] | null = null;
  #damaged: readonly Damaged[] = [];
  #instancer: Instancer | null = null;
  /** By key of the name asked for. */
  readonly #families = new Map<string, OwnFamily | null>();
  readonly #faces = new Map<string, Face | FontFault>();
  /** Files that were asked for and cannot be used. */
  readonly #refused = new Set<OwnFont>();

  constructor(world: World, report: (fault: BookFault) => void) {
    this.#world = world;
    this.#report = report;
  }

  /** The names of families, as their files have them, and of files, but for those refused so far. */
  get names(): readonly string[] {
    const fonts = this.#read().filter((font) => !this.#refused.has(font));
    return [...new Set(fonts.flatMap(({ facts, stem }) => [...facts.families.slice(0, 1), stem]))];
  }

  /** By the name of the family, of one face, or of a file; null where there is none that can be used. */
  find(name: string): OwnFamily | null {
    const key = familyKey(name);
    const known = this.#families.get(key);
    if (known !== undefined) return known;
    const family = this.#gather(key);
    // A file that cannot be used is no answer, whatever its name.
    const usable = family && this.face(family, REGULAR) ? family : null;
    if (!usable) for (const font of family?.fonts ?? []) this.#refused.add(font);
    this.#families.set(key, usable);
    return usable;
  }

  /** The nearest face; null where no file of the family can be used. */
  face(family: OwnFamily, wanted: { readonly weight: number; readonly italic: boolean }): Face | null {
    const choices = family.fonts.map((font): Choice => choose(font, wanted));
    for (const choice of facesByNearness(choices, wanted.weight, wanted.italic)) {
      const face = this.#open(family, choice);
      if (face) return face;
    }
    return null;
  }

  /** The first face of any file that has all of `codePoints`. */
  fallback(
    wanted: { readonly weight: number; readonly italic: boolean },
    codePoints: readonly number[],
  ): Face | null {
    for (const { stem } of this.#read()) {
      const family = this.find(stem);
      const face = family && this.face(family, wanted);
      if (face && codePoints.every((codePoint) => face.covers(codePoint))) return face;
    }
    return null;
  }

  #gather(key: string): OwnFamily | null {
    const fonts = this.#read();
    for (const { path, stem } of this.#damaged)
      if (familyKey(stem) === key) this.#report({ rule: 'font-unreadable', values: { path } });
    const id = key.replace(/[^\p{L}\p{N}]/gu, '');
    const named = (names: readonly string[]) => names.some((name) => familyKey(name) === key);
    const ofFamily = fonts.filter(({ facts }) => named(facts.families));
    if (ofFamily.length > 0) return { id, fonts: this.#withoutTwins(ofFamily) };
    const others = fonts.filter(({ facts }) => named(facts.otherNames));
    const byFile = fonts.find(({ stem }) => familyKey(stem) === key);
    if (!byFile) return others.length > 0 ? { id, fonts: this.#withoutTwins(others) } : null;
    // The file of a family's regular face stands for the family, any other for itself.
    const [first] = byFile.facts.families;
    const family = this.#withoutTwins(
      fonts.filter(({ facts }) => first !== undefined && facts.families.includes(first)),
    );
    const regular = facesByNearness(
      family.map((font) => choose(font, REGULAR)),
      400,
      false,
    )[0];
    return { id, fonts: regular?.font === byFile ? family : [byFile] };
  }

  /** Of the usual width, or the one nearest to it; of several files for the same weight and slant one, which is said. */
  #withoutTwins(fonts: readonly OwnFont[]): readonly OwnFont[] {
    const away = ({ facts }: OwnFont) => Math.abs(facts.width - USUAL_WIDTH);
    const least = Math.min(...fonts.map(away));
    const kept = new Map<string, OwnFont>();
    for (const font of fonts.filter((candidate) => away(candidate) === least)) {
      const { facts, path, stem } = font;
      const slot = `${facts.axes.has('wght') ? 'variable' : facts.weight}/${facts.italic}`;
      const used = kept.get(slot);
      if (!used) kept.set(slot, font);
      // The same font packed in another way is no second one.
      else if (used.stem !== stem)
        this.#report({
          rule: 'font-twice',
          values: { used: used.path, other: path, style: facts.style || facts.weight },
        });
    }
    return [...kept.values()];
  }

  #open(family: OwnFamily, { font, weight, italic }: Choice): Face | null {
    const id = `${family.id}-${weight}${italic ? '-italic' : ''}`;
    const opened =
      this.#faces.get(`${id} ${font.stem}`) ?? this.#openNew(id, family.id, { font, weight, italic });
    this.#faces.set(`${id} ${font.stem}`, opened);
    return 'rule' in opened ? null : opened;
  }

  #openNew(id: string, family: string, { font, weight, italic }: Choice): Face | FontFault {
    const opened = openFontFile(
      () => this.#instanceOf(font, weight, italic),
      (bytes) => openFace({ id, family, weight, italic }, bytes),
    );
    if ('rule' in opened) this.#report({ rule: opened.rule, values: { ...opened.values, path: font.path } });
    return opened;
  }

  #instanceOf({ bytes, facts: { axes } }: OwnFont, weight: number, italic: boolean): Uint8Array {
    if (axes.size === 0) return bytes;
    const location = new Map<string, number>();
    if (axes.has('wght')) location.set('wght', weight);
    const [ital, slnt] = [axes.get('ital'), axes.get('slnt')];
    if (italic && ital) location.set('ital', ital.most);
    else if (italic && slnt) location.set('slnt', slnt.least);
    this.#instancer ??= new Instancer(this.#world);
    return this.#instancer.instantiate(bytes, location);
  }

  #read(): readonly OwnFont[] {
    if (this.#fonts) return this.#fonts;
    const damaged: Damaged[] = [];
    const fonts = listFiles(this.#world.list('fonts')).flatMap((name) => {
      const path = `fonts/${name}`;
      const stem = FONT_FILE.exec(name)![1]!;
      const file = readOrReport(path, () => this.#world.readBytes(path), this.#report);
      const found = file === null ? [] : readFile(path, stem, file);
      if (found === null) damaged.push({ path, stem });
      return found ?? [];
    });
    this.#damaged = damaged;
    this.#fonts = fonts;
    return fonts;
  }
}

/** Null for a file that is no font. */
function readFile(path: string, stem: string, file: Uint8Array): readonly OwnFont[] | null {
  try {
    const files = unpackFont(file);
    return files.map((bytes, index) => ({
      path,
      stem: files.length === 1 ? stem : `${stem}#${index + 1}`,
      facts: readFacts(readFontFile(bytes)),
      bytes,
    }));
  } catch (error) {
    // What readers of tables throw at bytes that end too early; anything else is ours.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Font files by name, and of one name in the order in which they are preferred. */
function listFiles(names: readonly string[]): readonly string[] {
  const rank = (name: string) => ENDINGS.indexOf(FONT_FILE.exec(name)![2]!.toLowerCase());
  const stem = (name: string) => FONT_FILE.exec(name)![1]!;
  return names
    .filter((name) => FONT_FILE.test(name))
    .sort((a, b) => (stem(a) === stem(b) ? rank(a) - rank(b) : stem(a) < stem(b) ? -1 : 1));
}

function choose(font: OwnFont, wanted: { readonly weight: number; readonly italic: boolean }): Choice {
  const { axes, weight, italic } = font.facts;
  const axis = axes.get('wght');
  return {
    font,
    weight: axis ? Math.min(axis.most, Math.max(axis.least, wanted.weight)) : weight,
    italic: italic || (wanted.italic && (axes.has('ital') || axes.has('slnt'))),
  };
}
