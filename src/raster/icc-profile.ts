import { startsWith, viewOf } from './tag.ts';

/** Channels of a colour, and how an ICC profile names such colours. */
const SPACES: Readonly<Record<number, string>> = { 1: 'GRAY', 3: 'RGB ', 4: 'CMYK' };
const CLASSES = ['scnr', 'mntr', 'prtr', 'spac'];
const HEADER = 128;
/** Bytes of an entry of the table of tags. */
const ENTRY = 12;
const MOST_TAGS = 200;

/**
 * Whether a reader of PDF may be handed this profile for colours of so many channels: a whole one of version 2 to 4,
 * of an input, a display, an output or a colour space (ISO 15076-1, 7.2; ISO 32000-1, 8.6.5.5; ISO 19005-2, 6.2.4.2).
 */
export function isSoundProfile(profile: Uint8Array, channels: number): boolean {
  if (profile.length < HEADER + 4 || !startsWith(profile, 'acsp', 36)) return false;
  const view = viewOf(profile);
  const [size, version, tags] = [view.getUint32(0), profile[8]!, view.getUint32(HEADER)];
  if (size !== profile.length || version < 2 || version > 4 || tags === 0 || tags > MOST_TAGS) return false;
  if (!startsWith(profile, SPACES[channels] ?? '?', 16)) return false;
  if (!CLASSES.some((name) => startsWith(profile, name, 12)) || HEADER + 4 + tags * ENTRY > size)
    return false;
  for (let tag = 0; tag < tags; tag++) {
    const at = HEADER + 4 + tag * ENTRY;
    const [offset, length] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (offset < HEADER || offset + length > size) return false;
  }
  return true;
}
