import type { Data } from 'mdast';
import { readAlign } from '../html/scope.ts';

const AS_WRITTEN = ['width', 'height', 'dpi', 'float', 'side'] as const;

/** What an author may say of a picture, in braces and in an `img` alike. */
export const PICTURE_ATTRIBUTES: readonly string[] = [...AS_WRITTEN, 'align', 'caption'];

/** As the node of the picture has it; an alignment that there is none of is left out. */
export function readPictureAttributes(values: ReadonlyMap<string, string>): Data {
  const said = AS_WRITTEN.filter((key) => values.get(key)).map((key) => [key, values.get(key)!]);
  const captionAt = values.get('caption');
  const align = readAlign(values.get('align'));
  return {
    ...Object.fromEntries(said),
    ...(captionAt === undefined ? {} : { captionAt }),
    ...(align === null || align === 'justify' ? {} : { align }),
  };
}
