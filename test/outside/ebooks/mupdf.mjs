import * as mupdf from 'mupdf';

/** MuPDF lays e-books without flexible boxes, without drawings, and from the left whatever the book says. */
const EM = 12;
const HEIGHT = 800;

/**
 * @param {readonly { name: string, bytes: Uint8Array, items: readonly (readonly [string, string])[] }[]} books
 * @param widths points, one a pixel
 */
export function openBooks(books, widths) {
  return books.flatMap((book) => widths.map((width) => openBook(book, width)));
}

function openBook({ name, bytes, items }, width) {
  const document = mupdf.Document.openDocument(bytes, 'application/epub+zip');
  try {
    document.layout(width, HEIGHT, EM);
    const lines = [];
    const outside = [];
    for (let at = 0; at < document.countPages(); at++) {
      const page = document.loadPage(at);
      const { blocks } = JSON.parse(page.toStructuredText('preserve-whitespace').asJSON());
      for (const { lines: own = [] } of blocks)
        for (const { text, bbox } of own) {
          lines.push({ text: text.normalize('NFKC'), page: at, ...bbox });
          if (text.trim() !== '' && (bbox.x < -1 || bbox.x + bbox.w > width + 1)) outside.push(text.trim());
        }
      page.destroy();
    }
    const apart = items.filter(([marker, word]) => !isTogether(marker, word, lines));
    return {
      name,
      width,
      contents: countEntries(document.loadOutline() ?? []),
      items: items.length,
      apart: apart.map((pair) => pair.join(' ')),
      outside,
    };
  } finally {
    document.destroy();
  }
}

/** Whether a line, in whichever order its words come out, holds the number and the word after it. */
function isTogether(marker, word, lines) {
  return lines.some(({ text, page, y, h }, at) => {
    if (!text.includes(marker)) return false;
    const row = lines
      .slice(Math.max(0, at - 3), at + 4)
      .filter((line) => line.page === page && Math.abs(line.y - y) < h / 2);
    return row.some((line) => line.text.includes(word));
  });
}

const countEntries = (entries) => entries.reduce((sum, { down }) => sum + 1 + countEntries(down ?? []), 0);
