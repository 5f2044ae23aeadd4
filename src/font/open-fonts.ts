import type { World } from '../base/world.ts';
import { BundledFonts } from './bundled-fonts.ts';
import { CodePointFace } from './code-point-face.ts';
import type { Face } from './face.ts';
import { familiesOf } from './family.ts';
import type { BookFault, FontBook, Wanted } from './font-book.ts';
import { OwnFonts } from './own-fonts.ts';

/**
 * The bundled families (`fonts/*.yaml`) and the font files in the project's own `fonts/`. Descriptors
 * and files are read when first asked for: a briefing opens four faces of some thirty.
 */
export function openFonts(world: World): FontBook {
  return new OpenFonts(world);
}

const REGULAR = { weight: 400, italic: false };
/** CSS weights from here on are bold; a face below is none. */
const BOLD = 600;

class OpenFonts implements FontBook {
  #faults: BookFault[] = [];
  readonly #bundled: BundledFonts;
  readonly #own: OwnFonts;
  #codePoints: Face | null = null;
  /** By what was asked for, as every inline asks for its face. */
  readonly #asked = new Map<string, Face>();

  constructor(world: World) {
    const report = (fault: BookFault) => {
      this.#faults.push(fault);
    };
    this.#bundled = new BundledFonts(world, report);
    this.#own = new OwnFonts(world, report);
  }

  get families(): readonly string[] {
    return [...this.#bundled.ids, ...this.#own.names];
  }

  find(name: string): string | null {
    const bundled = this.#bundled.find(name);
    if (!bundled) return this.#own.find(name)?.id ?? null;
    return bundled.optional && !this.#bundled.face(bundled, REGULAR) ? null : bundled.id;
  }

  face(family: string, weight: number, italic: boolean): Face {
    const asked = `${family}/${weight}/${italic}`;
    const face = this.#asked.get(asked) ?? this.#chooseFace(family, { weight, italic });
    this.#asked.set(asked, face);
    return face;
  }

  /**
   * Where the first family has nothing as bold or no italics, one named after it that has steps in; where none
   * has, that is said of a family that is not bundled.
   */
  #chooseFace(family: string, wanted: Pick<Wanted, 'weight' | 'italic'>): Face {
    const [first, ...others] = familiesOf(family).map((name) => this.#nearest(name, wanted));
    if (!first) throw new Error(`no such font family: ${family}`);
    const lacks = (face: Face) => ({
      bold: wanted.weight >= BOLD && face.weight < BOLD,
      italic: wanted.italic && !face.italic,
    });
    const { bold, italic } = lacks(first);
    if (!bold && !italic) return first;
    const other = others.find((face) => face !== null && !lacks(face).bold && !lacks(face).italic);
    if (other) return other;
    if (!this.#bundled.find(first.family)) {
      const values = { family: familiesOf(family)[0]! };
      if (bold) this.#faults.push({ rule: 'font-bold', values });
      if (italic) this.#faults.push({ rule: 'font-italic', values });
    }
    return first;
  }

  #nearest(family: string, wanted: Pick<Wanted, 'weight' | 'italic'>): Face | null {
    const bundled = this.#bundled.find(family);
    if (bundled) return this.#bundled.face(bundled, wanted);
    const own = this.#own.find(family);
    return own && this.#own.face(own, wanted);
  }

  fallback(wanted: Wanted, text: string): Face | null {
    const codePoints = Array.from(text, (character) => character.codePointAt(0)!);
    for (const name of familiesOf(wanted.family).slice(1)) {
      const face = this.#nearest(name, wanted);
      if (face && codePoints.every((codePoint) => face.covers(codePoint))) return face;
    }
    return this.#bundled.fallback(wanted, codePoints) ?? this.#own.fallback(wanted, codePoints);
  }

  get codePoints(): Face {
    this.#codePoints ??= new CodePointFace(this.face('ibm-plex-mono', 600, false));
    return this.#codePoints;
  }

  packageFor(codePoint: number, lang: string): string | null {
    return this.#bundled.packageFor(codePoint, lang);
  }

  takeFaults(): readonly BookFault[] {
    const faults = this.#faults;
    this.#faults = [];
    return faults;
  }
}
