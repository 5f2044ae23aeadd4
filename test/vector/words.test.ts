import { describe, expect, test } from 'vitest';
import { extentOf, pointsOf, rectangle } from '../../src/base/path.ts';
import type { DrawnNode } from '../../src/vector/drawing.ts';
import type { WordFace } from '../../src/vector/outlined-text.ts';
import { readSvg } from '../../src/vector/svg/read-svg.ts';

interface Set {
  readonly words: string;
  readonly face: WordFace;
}

/** Each letter half an em wide and an em high. */
function draw(inner: string) {
  const set: Set[] = [];
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">${inner}</svg>`;
  const { nodes } = readSvg(new TextEncoder().encode(text), (words, face) => {
    set.push({ words, face });
    const width = words.length / 2;
    return { path: rectangle({ x: 0, y: -1, width, height: 1 }), width };
  });
  return { set, nodes, words: set.map(({ words }) => words) };
}

const boxOf = (node: DrawnNode | undefined) => (node?.kind === 'shape' ? extentOf(node.path) : null);

describe('words of a drawing', () => {
  test('are set as a whole, with white space collapsed', () => {
    expect(draw('<text x="10" y="20">  مبيعات\n   العام  </text>').words).toEqual(['مبيعات العام']);
    expect(draw('<text xml:space="preserve"> a  b</text>').words).toEqual([' a  b']);
  });

  test.each([
    ['', 10],
    ['text-anchor="middle"', 10 - 15],
    ['text-anchor="end"', 10 - 30],
    ['text-anchor="start" direction="rtl"', 10 - 30],
    ['text-anchor="end" direction="rtl"', 10],
  ])('stand at their place: %s', (rest, x) => {
    const { nodes } = draw(`<text x="10" y="50" font-size="20" ${rest}>abc</text>`);
    expect(boxOf(nodes[0])).toEqual({ x, y: 30, width: 30, height: 20 });
  });

  test('of Arabic are never cut within a word, whatever places its letters have', () => {
    expect(draw('<text x="10 20 30 40 50" y="9">سلام ab</text>').words).toEqual(['سلام', ' ab']);
    expect(draw('<text letter-spacing="2">سلام</text>').words).toEqual(['سلام']);
    expect(draw('<text letter-spacing="2">abc</text>').words).toEqual(['a', 'b', 'c']);
  });

  test('run from the right where they are Arabic, parts in other looks too', () => {
    const { nodes } = draw(
      '<text x="0" y="20" font-size="20">عدد <tspan font-weight="bold">السكان</tspan></text>',
    );
    // from the left: the second word, of six letters, and the first, with its space
    expect(nodes.map((node) => boxOf(node)!.width)).toEqual([60, 40]);
    const { nodes: latin } = draw('<text y="20" font-size="20">ab <tspan fill="red">cd</tspan></text>');
    expect(boxOf(latin[0])!.x).toBeLessThan(boxOf(latin[1])!.x);
  });

  test.each([
    ['font-family="DejaVu Sans, sans-serif"', 'sans'],
    ['font-family="Times New Roman"', 'serif'],
    ['style="font: bold 12px/1.2 Courier, monospace"', 'mono'],
    ['', 'sans'],
  ])('of %s are in the like face of the document', (rest, family) => {
    expect(draw(`<text ${rest}>a</text>`).set[0]!.face.family).toBe(family);
  });

  test('are as wide as their author has them, where that is near', () => {
    const width = (rest: string) => boxOf(draw(`<text font-size="20" ${rest}>abcd</text>`).nodes[0])!.width;
    expect(width('textLength="60"')).toBeCloseTo(60);
    expect(width('textLength="400"')).toBeCloseTo(40);
  });

  test('take the ink of what they stand in, and may be a clip path', () => {
    const { nodes } = draw('<g fill="#123456"><text>a</text></g>');
    expect(nodes[0]).toMatchObject({ fill: { paint: '#123456' } });
    const { nodes: clipped } = draw(
      '<clipPath id="c"><text y="20">ab</text></clipPath><rect width="9" height="9" clip-path="url(#c)"/>',
    );
    expect(clipped[0]?.kind === 'group' && pointsOf(clipped[0].clips[0]!.path).length).toBe(4);
  });

  test('of HTML stand in the middle of its room, line by line', () => {
    const { words, nodes } = draw(
      '<foreignObject x="50" y="0" width="100" height="100"><div style="font-size:20px;color:#00f"><p>سطر</p>ثان<br/>x</div></foreignObject>',
    );
    expect(words).toEqual(['سطر', 'ثان', 'x']);
    const box = boxOf(nodes[1])!;
    expect(box.x + box.width / 2).toBeCloseTo(100);
    expect(nodes[0]).toMatchObject({ fill: { paint: '#0000FF' } });
  });
});
