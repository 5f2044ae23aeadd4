import { parse } from 'yaml';
import type { World } from '../base/world.ts';

/** A descriptor of `fonts/<id>.yaml`: which files make a bundled family and where they come from. */
export interface Family {
  /** The descriptor's file name, as styles refer to it. */
  readonly id: string;
  /** As people write it. */
  readonly name: string;
  /** The npm package that carries the files. */
  readonly package: string;
  /** ISO 15924 codes, the one it was drawn for first. */
  readonly scripts: readonly string[];
  readonly faces: readonly FaceFile[];
}

export interface FaceFile {
  readonly weight: number;
  readonly italic: boolean;
  /** Inside the package. */
  readonly file: string;
}

/** `Noto Naskh Arabic`, `noto-naskh-arabic` and `NotoNaskhArabic` are one family. */
export function familyKey(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

export function readFamily(world: World, id: string): Family {
  const raw = parse(new TextDecoder().decode(world.readAsset(`fonts/${id}.yaml`))) as Descriptor;
  return {
    id,
    name: raw.family,
    package: raw.package,
    scripts: raw.scripts,
    faces: raw.faces.map((face) => ({
      weight: face.weight,
      italic: face.style === 'italic',
      file: face.file,
    })),
  };
}

/** CSS Fonts 4, 5.2: the nearest weight, a bold request going up first and a light one down. */
export function nearestFace(family: Family, weight: number, italic: boolean): FaceFile {
  const upright = family.faces.filter((face) => face.italic === italic);
  const candidates = upright.length > 0 ? upright : family.faces;
  const distance = (face: FaceFile) => {
    const away = face.weight - weight;
    const wrongWay = weight >= 500 ? away < 0 : away > 0;
    return Math.abs(away) + (wrongWay ? 1000 : 0);
  };
  return candidates.reduce((best, face) => (distance(face) < distance(best) ? face : best));
}

/** The shape of our own descriptors, which ship with the package and are checked by its tests. */
interface Descriptor {
  readonly family: string;
  readonly package: string;
  readonly scripts: readonly string[];
  readonly faces: readonly {
    readonly weight: number;
    readonly style: 'normal' | 'italic';
    readonly file: string;
  }[];
}
