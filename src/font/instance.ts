import type { World } from '../base/world.ts';
import { viewOf } from './sfnt-file.ts';

/** A place on each axis of a variable font, by the axis' tag. */
type Location = ReadonlyMap<string, number>;

/** The functions of HarfBuzz's subsetter that are called; pointers and sizes are numbers. */
interface Subsetter {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  hb_blob_create(data: number, size: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, size: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_keep_everything(input: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_pin_all_axes_to_default(input: number, face: number): number;
  hb_subset_input_pin_axis_location(input: number, face: number, tag: number, value: number): number;
  hb_subset_or_fail(face: number, input: number): number;
  free(data: number): void;
}

const WRITABLE = 2;
/** `HB_SUBSET_SETS_NAME_ID`: names that are kept. */
const NAMES = 4;
/** The licence, and where it is to be read (OpenType 1.9, `name`): a font is passed on with them. */
const LICENCE = [13, 14];

/**
 * Makes plain fonts of variable ones: outlines, advances, metrics and the positions of marks as they are at one place
 * of the axes (`gvar`, `CFF2`, `HVAR`, `MVAR`, `avar`, the variations of `GPOS`), and small fonts of large ones. All that
 * comes after knows plain fonts alone. A WebAssembly module of HarfBuzz that is none of the bindings.
 */
export class Instancer {
  readonly #hb: Subsetter;

  constructor(world: Pick<World, 'readPackage'>) {
    const wasm = world.readPackage('harfbuzzjs', 'dist/harfbuzz-subset.wasm');
    const module = new WebAssembly.Module(Uint8Array.from(wasm));
    this.#hb = new WebAssembly.Instance(module).exports as Subsetter;
    this.#hb._initialize();
  }

  /** @throws RangeError where the font is damaged */
  instantiate(file: Uint8Array, location: Location): Uint8Array {
    const hb = this.#hb;
    const made = this.#subset(file, (input, face) => {
      hb.hb_subset_input_keep_everything(input);
      hb.hb_subset_input_pin_all_axes_to_default(input, face);
      for (const [axis, value] of location)
        hb.hb_subset_input_pin_axis_location(input, face, tagOf(axis), value);
    });
    if (made === null) throw new RangeError('a font whose axes cannot be fixed');
    return made;
  }

  /** The font with these characters alone, and what its layout makes of them; null for one too damaged to be cut. */
  subset(file: Uint8Array, codePoints: Iterable<number>): Uint8Array | null {
    const hb = this.#hb;
    return this.#subset(file, (input) => {
      const set = hb.hb_subset_input_unicode_set(input);
      for (const codePoint of codePoints) hb.hb_set_add(set, codePoint);
      const names = hb.hb_subset_input_set(input, NAMES);
      for (const id of LICENCE) hb.hb_set_add(names, id);
    });
  }

  #subset(file: Uint8Array, choose: (input: number, face: number) => void): Uint8Array | null {
    const hb = this.#hb;
    const data = hb.malloc(file.length);
    new Uint8Array(hb.memory.buffer).set(file, data);
    const blob = hb.hb_blob_create(data, file.length, WRITABLE, 0, 0);
    const face = hb.hb_face_create(blob, 0);
    const input = hb.hb_subset_input_create_or_fail();
    choose(input, face);
    const made = hb.hb_subset_or_fail(face, input);
    const copy = made === 0 ? null : this.#copy(made);
    hb.hb_subset_input_destroy(input);
    hb.hb_face_destroy(face);
    hb.hb_blob_destroy(blob);
    hb.free(data);
    return copy;
  }

  #copy(face: number): Uint8Array {
    const hb = this.#hb;
    const blob = hb.hb_face_reference_blob(face);
    const start = hb.hb_blob_get_data(blob, 0);
    const bytes = new Uint8Array(hb.memory.buffer, start, hb.hb_blob_get_length(blob)).slice();
    hb.hb_blob_destroy(blob);
    hb.hb_face_destroy(face);
    return bytes;
  }
}

function tagOf(tag: string): number {
  return viewOf(new TextEncoder().encode(tag)).getUint32(0);
}
