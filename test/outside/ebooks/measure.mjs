/**
 * Runs in the document of a chapter, as a reader shows it, and says what is wrong with it. It is handed over as text: nothing
 * but its arguments is there.
 *
 * @param {Document} doc
 * @param {{ pageWidth: number | null, ground: string }} shown pages side by side, or null for one that scrolls; the colour under
 *   what has none
 * @returns {{ items: number, apart: string[], words: number, outside: string[], faint: string[], broken: string[], unlike: string[] }}
 */
export function measure(doc, { pageWidth, ground }) {
  const window = doc.defaultView;
  const isText = (node) =>
    node.data.trim() !== '' && !node.parentElement.closest('script, style, .pagebreak');
  const textsIn = (root) => {
    const found = [];
    const walker = doc.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (isText(node)) found.push(node);
    return found;
  };
  const rangeOf = (node, from, to) => {
    const range = doc.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return range;
  };
  const firstLetter = (node) => {
    const at = node.data.search(/\S/);
    return rangeOf(node, at, at + 1).getBoundingClientRect();
  };
  const name = (node) => (node.data ?? node.textContent).trim().slice(0, 30);

  // the number of an item is on the line with which its words begin, before them
  const apart = [];
  const markers = [...doc.querySelectorAll('li > .marker, aside > .marker')];
  for (const marker of markers) {
    const own = textsIn(marker)[0];
    const next = textsIn(marker.parentElement).find((node) => !marker.contains(node));
    if (!own || !next) continue;
    const [a, b] = [firstLetter(own), firstLetter(next)];
    const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    const isBeside = overlap > 0.4 * Math.min(a.height, b.height);
    const isRtl = window.getComputedStyle(marker.parentElement).direction === 'rtl';
    const isBefore = isRtl ? a.left > b.left : a.right < b.right;
    if (!isBeside || !isBefore) apart.push(`${name(own)} ${name(next)}`);
  }

  // nothing lies over the edge of a page
  const outside = [];
  const root = doc.documentElement.getBoundingClientRect();
  const size = pageWidth ?? window.innerWidth;
  const isRtl = window.getComputedStyle(doc.body).direction === 'rtl';
  const pageOf = (x) => (isRtl ? root.right - x : x - root.left) / size;
  const isOver = ({ left, right, width }) => {
    if (width < 1) return false;
    const [start, end] = isRtl ? [pageOf(right), pageOf(left)] : [pageOf(left), pageOf(right)];
    const slack = 1 / size;
    if (pageWidth === null && (start < -slack || end > 1 + slack)) return true;
    return Math.floor(start + slack) !== Math.floor(end - slack);
  };
  const texts = textsIn(doc.body);
  for (const node of texts)
    if ([...rangeOf(node, 0, node.data.length).getClientRects()].some(isOver)) outside.push(name(node));
  for (const node of doc.querySelectorAll('img, table, pre, blockquote, figure, svg'))
    if ([...node.getClientRects()].some(isOver)) outside.push(`<${node.localName}> ${name(node)}`);

  // WCAG 2.1, 1.4.3: 4.5, of large text 3
  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = (color) =>
    channels(color)
      .slice(0, 3)
      .reduce((sum, channel, at) => {
        const share = channel / 255;
        const linear = share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        return sum + linear * [0.2126, 0.7152, 0.0722][at];
      }, 0);
  const groundOf = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const color = window.getComputedStyle(at).backgroundColor;
      if (channels(color)[3] !== 0) return color;
    }
    return ground;
  };
  const faint = [];
  for (const node of texts) {
    const { color, fontSize, fontWeight } = window.getComputedStyle(node.parentElement);
    const pair = [luminance(color), luminance(groundOf(node.parentElement))].sort((a, b) => a - b);
    const contrast = (pair[1] + 0.05) / (pair[0] + 0.05);
    const pixels = parseFloat(fontSize);
    const least = pixels >= 24 || (pixels >= 18.66 && fontWeight >= 700) ? 3 : 4.5;
    if (contrast < least) faint.push(`${name(node)} ${contrast.toFixed(2)}`);
  }

  // dates, times and numbers of telephones are on one line
  const broken = [];
  for (const node of doc.querySelectorAll('bdi.number')) {
    const tops = new Set([...node.getClientRects()].map(({ top }) => Math.round(top)));
    if (tops.size > 1) broken.push(name(node));
  }
  // code in a block is in the face of its block, wherever that stands
  const unlike = [];
  for (const node of doc.querySelectorAll('pre > code')) {
    const [own, around] = [node, node.parentElement].map((one) => window.getComputedStyle(one));
    if (own.fontSize !== around.fontSize || own.color !== around.color) unlike.push(name(node));
  }
  return { items: markers.length, apart, words: texts.length, outside, faint, broken, unlike };
}
