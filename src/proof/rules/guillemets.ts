import { type Finding, type ProofRule, quoteAround } from '../rule.ts';

type Guillemet = {
  readonly index: number;
  readonly role: 'open' | 'close' | 'reversed-open' | 'reversed-close' | 'lone';
};

/**
 * What each `«` and `»` of a passage is meant to be. A `»` that closes nothing was meant to open when
 * another mark follows it: `»كلمة«` is wholly reversed, `قال:» كلمة»` in its first mark only.
 */
function readGuillemets(text: string): Guillemet[] {
  const marks: Guillemet[] = [];
  let depth = 0;
  const places = [...text.matchAll(/[«»]/g)].map(({ 0: mark, index }) => ({ mark, index }));
  for (let at = 0; at < places.length; at++) {
    const { mark, index } = places[at]!;
    const next = places[at + 1];
    if (mark === '«') {
      depth++;
      marks.push({ index, role: 'open' });
    } else if (depth > 0) {
      depth--;
      marks.push({ index, role: 'close' });
    } else if (next && !isOpening(text, next)) {
      marks.push({ index, role: 'reversed-open' });
      marks.push({ index: next.index, role: next.mark === '«' ? 'reversed-close' : 'close' });
      at++;
    } else marks.push({ index, role: 'lone' });
  }
  return marks;
}

/** A `«` that stands before a word and not at the end of one. */
function isOpening(text: string, { mark, index }: { mark: string; index: number }): boolean {
  const after = text[index + 1] ?? ' ';
  return mark === '«' && /[\p{L}\p{N}]/u.test(after);
}

export const guillemetReversed: ProofRule = {
  id: 'guillemet-reversed',
  readsCode: false,
  *find(text): Iterable<Finding> {
    if (!text.includes('»')) return;
    const marks = readGuillemets(text);
    for (const [at, { index, role }] of marks.entries()) {
      if (role !== 'reversed-open' && role !== 'reversed-close') continue;
      const wholly =
        (role === 'reversed-open' ? marks[at + 1] : marks[at - 1])?.role.startsWith('reversed') ?? false;
      const meant = role === 'reversed-open' ? '«' : '»';
      const values = { mark: text[index]!, meant, text: quoteAround(text, index, index + 1) };
      // Where only one of two is wrong, which one that is stays the author's to say.
      yield { start: index, end: index + 1, replacement: wholly ? meant : null, values };
    }
  },
};

export const spaceInGuillemets: ProofRule = {
  id: 'space-in-guillemets',
  readsCode: false,
  *find(text): Iterable<Finding> {
    if (!/«[ \u00A0]|[ \u00A0]»/.test(text)) return;
    for (const { index, role } of readGuillemets(text)) {
      let start = role === 'open' ? index + 1 : index;
      let end = start;
      if (role === 'open') while (/[ \u00A0]/.test(text[end] ?? '')) end++;
      else if (role === 'close') while (/[ \u00A0]/.test(text[start - 1] ?? '')) start--;
      if (start === end) continue;
      yield { start, end, replacement: '', values: { text: quoteAround(text, start, end) } };
    }
  },
};
