/** How many phrases of each length are looked for in each document. */
const SAMPLE = 150;

/** Punctuation, brackets and digits: where readers lose order, and where marks of direction stand. */
const MARKED = /[\p{P}\p{S}\p{Nd}]/u;

/**
 * Phrases of one to three words with an Arabic letter or a digit, the same for each file of a text.
 *
 * @returns {Map<number, { phrase: string, isMarked: boolean }[]>} by number of words
 */
export function samplePhrases(paragraphs) {
  const samples = new Map();
  for (const count of [1, 2, 3]) {
    const phrases = new Set(paragraphs.flatMap((paragraph) => phrasesOf(paragraph, count)));
    const sample = shuffle([...phrases].sort()).slice(0, SAMPLE);
    samples.set(
      count,
      sample.map((phrase) => ({ phrase, isMarked: MARKED.test(phrase) })),
    );
  }
  return samples;
}

function phrasesOf(paragraph, count) {
  const words = paragraph.split(' ');
  return words
    .map((_, at) => words.slice(at, at + count).join(' '))
    .slice(0, Math.max(0, words.length - count + 1))
    .filter((phrase) => /\p{Script=Arabic}|\p{Nd}/u.test(phrase));
}

/** The same order each time (a linear congruential generator; Knuth's constants of MMIX, cut to 32 bits). */
function shuffle(list) {
  let state = 1;
  for (let at = list.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    [list[at], list[other]] = [list[other], list[at]];
  }
  return list;
}

/** Numbers of the paragraphs as an index should hold them: digits and what stands between two of them. */
export function numbersOf(paragraphs) {
  return [...new Set(paragraphs.join('\n').match(/\p{Nd}+(?:[.,\u066B\u066C]\p{Nd}+)*/gu) ?? [])];
}
