/** Characters that make one picture of several: joiner, emoji presentation, keycap, skin tones, flag letters. */
const JOINING = /[\u200D\uFE0F\u20E3]|\p{Emoji_Modifier}|\p{Regional_Indicator}/u;

/** UTS#51, ED-14 to ED-17: pictures with their tone or presentation, joined ones, keycaps, flags. */
const SEQUENCE =
  /\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)*|[0-9#*]\uFE0F?\u20E3|\p{Regional_Indicator}{2}/gu;

/** The family that has pictures for sequences. */
export const EMOJI_FAMILY = 'noto-emoji';

const NONE: ReadonlyMap<number, number> = new Map();

/** Where sequences of several characters stand in a text: from the UTF-16 offset of each to its end. */
export function findEmoji(text: string, start: number, end: number): ReadonlyMap<number, number> {
  const part = text.slice(start, end);
  if (!JOINING.test(part)) return NONE;
  const found = new Map<number, number>();
  for (const { 0: sequence, index } of part.matchAll(SEQUENCE)) {
    if (JOINING.test(sequence)) found.set(start + index, start + index + sequence.length);
  }
  return found;
}
