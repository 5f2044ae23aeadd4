import { parse } from 'yaml';
import { TextCache } from '../base/text-cache.ts';
import type { World } from '../base/world.ts';
import { CodePoints } from './code-points.ts';

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
  /** Not among Warraq's own dependencies: there where the user has installed its package. */
  readonly optional: boolean;
  /** BCP 47 tags, or their beginnings, of languages that it is preferred for. */
  readonly langs: readonly string[];
  /** What at least one of its faces has; of an optional family what no other family has, so that it may be advised. */
  readonly covers: CodePoints;
  /** An installed optional family may have more, but nothing outside this; null where `covers` says all. */
  readonly within: CodePoints | null;
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

/** Those of a list as in style sheets: the first is meant, the others step in for what it lacks. */
export function familiesOf(list: string): readonly string[] {
  const names = list.split(/[,\u060C]/).map((name) => name.trim());
  return names.filter((name) => name !== '');
}

/** Of descriptors: those bundled are 50 KB. */
const MOST_UNITS = 1024 * 1024;
const families = new TextCache<Family>(MOST_UNITS);

/** A family as its descriptor says, which is read once as long as it says the same. */
export function readFamily(world: World, id: string): Family {
  const text = new TextDecoder().decode(world.readAsset(`fonts/${id}.yaml`));
  const key = `${id}\n${text}`;
  const known = families.get(key);
  if (known) return known;
  const family = parseFamily(id, text);
  families.keep(key, family);
  return family;
}

function parseFamily(id: string, text: string): Family {
  const raw = parse(text) as Descriptor;
  return {
    id,
    name: raw.family,
    package: raw.package,
    scripts: raw.scripts,
    optional: raw.optional ?? false,
    langs: raw.langs ?? [],
    covers: new CodePoints(raw.covers ?? ''),
    within: raw.within === undefined ? null : new CodePoints(raw.within),
    faces: raw.faces.map((face) => ({
      weight: face.weight,
      italic: face.style === 'italic',
      file: face.file,
    })),
  };
}

/** CSS Fonts 4, 5.2: the nearest weight first, of a bold request those above and of a light one those below; of the slant asked for where there is one. */
export function facesByNearness<F extends Pick<FaceFile, 'weight' | 'italic'>>(
  faces: readonly F[],
  weight: number,
  italic: boolean,
): readonly F[] {
  const distance = (face: F) => {
    const away = face.weight - weight;
    const wrongWay = weight >= 500 ? away < 0 : away > 0;
    return Math.abs(away) + (wrongWay ? 1000 : 0) + (face.italic === italic ? 0 : 10_000);
  };
  return [...faces].sort((a, b) => distance(a) - distance(b));
}

/** The shape of our own descriptors, which ship with the package and are checked by its tests. */
interface Descriptor {
  readonly family: string;
  readonly package: string;
  readonly scripts: readonly string[];
  readonly optional?: boolean;
  readonly langs?: readonly string[];
  readonly covers?: string;
  readonly within?: string;
  readonly faces: readonly {
    readonly weight: number;
    readonly style: 'normal' | 'italic';
    readonly file: string;
  }[];
}
