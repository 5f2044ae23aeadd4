import { even, findNearest } from '../../textlayer/fidelity/measure.mjs';

/**
 * Character errors of a reader's text by characters of the source: `raw` as the reader gives it, with white space
 * collapsed and in NFC, where an invisible mark counts as an error; `stripped` without invisible marks of direction.
 */
export function score(text, paragraphs) {
  const collapsed = text.normalize('NFC').replace(/\s+/gu, ' ');
  return { raw: errors(collapsed, paragraphs), stripped: errors(even(text), paragraphs) };
}

function errors(text, paragraphs) {
  let wrong = 0;
  let length = 0;
  for (const paragraph of paragraphs) {
    length += paragraph.length;
    if (!text.includes(paragraph)) wrong += Math.min(findNearest(paragraph, text), paragraph.length);
  }
  return wrong / length;
}

/** Shares of phrases found, of at most `most` of each length: of all, and of those with punctuation or a digit. */
export async function search(find, samples, most) {
  const shares = new Map();
  for (const [count, phrases] of samples) {
    const hits = [];
    for (const { phrase, isMarked } of phrases.slice(0, most))
      hits.push({ isMarked, isFound: await find(phrase) });
    const share = (list) => list.filter(({ isFound }) => isFound).length / Math.max(1, list.length);
    shares.set(count, { all: share(hits), marked: share(hits.filter(({ isMarked }) => isMarked)) });
  }
  return shares;
}

/** Whether each number is a term of the index, alone. */
export function shareIndexed(terms, numberTerms) {
  const index = new Set(terms);
  const wanted = numberTerms.filter((parts) => parts.length > 0);
  return wanted.filter((parts) => parts.every((part) => index.has(part))).length / Math.max(1, wanted.length);
}
