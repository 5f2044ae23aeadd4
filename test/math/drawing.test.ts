import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openFormulaSetter } from '../../src/math/formula-setter.ts';
import { openMathJax } from '../../src/math/mathjax.ts';
import { svgPath } from '../../src/vector/svg/write-path.ts';

/** Pixels to an em. */
const SCALE = 60;

const NO_TEXT = () => ({ path: [], width: 0.5 });

interface Node {
  readonly kind: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly children?: readonly Node[];
  readonly value?: string;
}

/** What MathJax has made, as it stands, with what its style sheet says of tables. */
function print(node: Node): string {
  if (node.children === undefined) return node.value ?? '';
  const ruled =
    node.attributes !== undefined && ('data-frame' in node.attributes || 'data-line' in node.attributes);
  const attributes = { ...node.attributes, ...(ruled ? { fill: 'none', 'stroke-width': 70 } : {}) };
  const written = Object.entries(attributes).map(([name, value]) =>
    ` ${name}="${value}"`.replaceAll('&', '&amp;'),
  );
  return `<${node.kind}${written.join('').replaceAll('<', '&lt;')}>${node.children.map(print).join('')}</${node.kind}>`;
}

async function pixels(svg: string, width: number, height: number): Promise<Uint8Array> {
  const image = sharp(new TextEncoder().encode(svg))
    .resize(width, height, { fit: 'fill' })
    .flatten({ background: '#FFF' });
  return new Uint8Array((await image.ensureAlpha().raw().toBuffer()).buffer);
}

test.each([
  'E=mc^2',
  '\\int_0^1 \\frac{x^2}{\\sqrt{1+x}}\\,dx',
  '\\left\\{\\begin{aligned}a&=b\\\\c&=d\\\\e&=f\\\\g&=h\\\\i&=j\\\\k&=l\\end{aligned}\\right.',
  '\\mathcal{L}(\\mathbb{R})+\\mathfrak{g}+\\mathbf{v}',
  '\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}',
  '\\boxed{\\cancel{x}+y}',
  '\\underbrace{a+b}_{n}\\overbrace{ccccccccccccccccc}',
  '\\xrightarrow[abc]{longer text above}',
  '\\sqrt[3]{\\frac{a}{\\sqrt{b}}}',
  '\\begin{array}{|c|c|}\\hline a&b\\\\\\hline c&d\\\\\\hline\\end{array}',
  '\\hat{x}\\vec{v}\\overline{AB}\\widehat{abc}',
  '\\left(\\frac{\\frac{a}{b}}{\\frac{c}{d}}\\right)^{2}',
  '\\color{red}{x}+\\color{blue}{y}',
])('%s is drawn as MathJax draws it', async (tex) => {
  const setter = (await openFormulaSetter(NO_TEXT))!;
  const setTex = (await openMathJax(() => 0.5))!;
  const { box, shapes } = await setter.set(tex, true);
  const { drawn } = await setTex(tex, true);
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((length) => length * 1000);
  const viewBox = `viewBox="${x} ${y} ${width} ${height}"`;
  const size = [Math.round(box.width * SCALE), Math.round(box.height * SCALE)] as const;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${size[0]}" height="${size[1]}" ${viewBox}>`;
  const place = (point: { x: number; y: number }) => ({ x: point.x * 1000, y: point.y * 1000 });
  const paths = shapes.map(({ path, color, strokeWidth }) => {
    const ink = color ?? '#000';
    const paint =
      strokeWidth === null
        ? `fill="${ink}"`
        : `fill="none" stroke="${ink}" stroke-width="${strokeWidth * 1000}"`;
    return `<path d="${svgPath(path, place)}" ${paint}/>`;
  });
  const inner = print((drawn as Node).children![0]!)
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>$/, '');
  const ours = await pixels(`${open}${paths.join('')}</svg>`, ...size);
  const theirs = await pixels(`${open}${inner}</svg>`, ...size);
  const differing = pixelmatch(ours, theirs, undefined, ...size, { threshold: 0.3 });
  expect(ours.filter((value) => value < 128).length).toBeGreaterThan(0);
  // edges of strips that MathJax lets overlap
  expect(differing / (size[0] * size[1])).toBeLessThan(0.005);
});
