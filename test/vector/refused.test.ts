import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../src/base/limits.ts';
import { RasterFault } from '../../src/raster/raster-fault.ts';
import { readSvg } from '../../src/vector/svg/read-svg.ts';
import { SvgFault } from '../../src/vector/svg/svg-fault.ts';
import { cpuTime } from '../cpu-time.ts';
import '../property-seed.ts';
import { SAMPLES, sampleFile } from './samples.ts';

const NO_WORDS = () => ({ path: [], width: 0 });
const bytesOf = (text: string) => new TextEncoder().encode(text);
const svg = (inner: string, rest = 'width="100" height="60"') =>
  bytesOf(`<svg xmlns="http://www.w3.org/2000/svg" ${rest}>${inner}</svg>`);

function reasonOf(bytes: Uint8Array): string | null {
  try {
    readSvg(bytes, NO_WORDS);
    return null;
  } catch (error) {
    if (!(error instanceof SvgFault)) throw error;
    return error.reason;
  }
}

/** What of a file is not drawn. */
const noticesOf = (inner: string) => readSvg(svg(inner), NO_WORDS).notices.map(({ what }) => what);

describe('an SVG', () => {
  test.each([
    ['of nothing', bytesOf(''), 'not-svg'],
    ['of another root', bytesOf('<html><svg/></html>'), 'not-svg'],
    ['that draws nothing', svg('<g/>'), 'not-svg'],
    ['of no size', svg('', 'width="0" height="60"'), 'no-size'],
    ['wider than any sheet', svg('', 'width="1e300" height="60"'), 'no-size'],
    ['that is cut off in its packing', gzipSync(svg('')).subarray(0, 40), 'compressed'],
    ['of 5,000 groups in one another', svg('<g>'.repeat(5000)), 'deep'],
    ['of more elements than are drawn', svg('<g/>'.repeat(limits.svgNodes + 1)), 'many'],
    [
      'that refers to ten times ten times ten times …',
      svg(
        `<g id="a0"><rect width="1" height="1"/></g>${[1, 2, 3, 4, 5, 6]
          .map((at) => `<g id="a${at}">${`<use href="#a${at - 1}"/>`.repeat(10)}</g>`)
          .join('')}<use href="#a6"/>`,
      ),
      'many',
    ],
  ])('%s is refused, soon and in words', async (_, bytes, reason) => {
    expect(reasonOf(bytes)).toBe(reason);
    expect(await cpuTime(() => reasonOf(bytes))).toBeLessThan(250);
  });

  test('that refers to itself is drawn once', () => {
    const { nodes, notices } = readSvg(
      svg('<g id="a"><rect width="9" height="9"/><use href="#a"/></g><use href="#a"/>'),
      NO_WORDS,
    );
    expect(nodes).toHaveLength(2);
    expect(notices.map(({ what }) => what)).toEqual(['<use> #a']);
  });

  test.each([
    ['<script>alert(1)</script>', ['<script>']],
    ['<image href="secret.png" width="9" height="9"/>', ['<image>']],
    ['<image href="https://example.org/a.png"/>', ['<image>']],
    ['<image href="data:image/svg+xml,x"/>', ['<image>']],
    ['<use href="other.svg#a"/>', ['<use> other.svg#a']],
    ['<rect width="9" height="9" filter="url(#f)"/><filter id="f"/>', ['filter']],
    ['<g mask="url(#m)"><rect width="9" height="9"/></g>', ['mask']],
    ['<rect width="9" height="9" fill="lab(50% 40 59)"/>', ['lab(50% 40 59)']],
    ['<rect width="9" height="9" fill="url(#none)"/>', ['fill: url(#none)']],
    ['<style>@import "a.css"; rect{fill:red} :nosuch{}</style>', ['@import "a.css"', ':nosuch']],
    ['<animate/>', ['<animate>']],
    ['<foreignObject width="9" height="9"><p>x</p></foreignObject>', ['<foreignObject>']],
  ])('of %s says what is not drawn', (inner, notices) => {
    expect(noticesOf(inner)).toEqual(notices);
  });

  test('with an entity of its own has none of it', () => {
    const set: string[] = [];
    const text = '<!DOCTYPE svg [<!ENTITY a "BOMB"><!ENTITY b "&a;&a;">]>';
    readSvg(
      bytesOf(
        `${text}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="1" height="1"/><text>&b; &lt;</text></svg>`,
      ),
      (words) => {
        set.push(words);
        return NO_WORDS();
      },
    );
    expect(set.join('')).not.toContain('BOMB');
  });

  test('may call its elements and words as JavaScript calls its own', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const inner = `<${name}/><g ${name}="1" transform="${name}(1)"><text text-anchor="${name}" dominant-baseline="${name}" font-size="${name}">a</text><rect width="9${name}" height="9" fill="${name}" clip-path="url(#${name})"/></g>`;
      expect(reasonOf(svg(inner)), name).toBe(null);
    }
  });

  test.each([
    ['brackets in a style', (times: number) => `<rect style="${'('.repeat(times)}"/>`],
    ['letters of a transform', (times: number) => `<g transform="${'a'.repeat(times)}"/>`],
    ['brackets of a transform', (times: number) => `<g transform="${'a('.repeat(times)}"/>`],
    ['comments without an end', (times: number) => `<style>${'/*'.repeat(times)}</style>`],
    ['selectors of a rule', (times: number) => `<style>${'a,'.repeat(times)}b{fill:red}</style>`],
    ['places of a text', (times: number) => `<text x="${'1 '.repeat(times)}">${'a'.repeat(times)}</text>`],
  ])('of many %s takes time in proportion', async (_, make) => {
    const bytes = svg(`<rect width="1" height="1"/>${make(40_000)}`);
    expect(await cpuTime(() => reasonOf(bytes))).toBeLessThan(400);
  });

  test('that is packed is read', () => {
    const { width, nodes } = readSvg(gzipSync(sampleFile('rounded corners')), NO_WORDS);
    expect([width, nodes.length]).toEqual([100, 1]);
  });

  test.each([
    ['width="10mm" height="1in"', [10 * (96 / 25.4), 96]],
    ['viewBox="0 0 40 20"', [40, 20]],
    ['viewBox="0 0 40 20" width="80"', [80, 40]],
    ['viewBox="0 0 40 20" height="40" width="100%"', [80, 40]],
    ['', [300, 150]],
    ['width="72pt" height="3pc"', [96, 48]],
  ])('of %s has its size', (rest, [width, height]) => {
    const read = readSvg(svg('<rect width="9" height="9"/>', rest), NO_WORDS);
    expect(read.width).toBeCloseTo(width!);
    expect(read.height).toBeCloseTo(height!);
  });

  test('of damaged bytes is read or refused, and never ends the program', () => {
    const whole = Object.keys(SAMPLES).map((name) => Buffer.from(sampleFile(name)));
    const damage = fc.tuple(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 32, max: 126 })), {
        maxLength: 8,
      }),
      fc.double({ min: 0.2, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(damage, ([bytes, changes, share]) => {
        const copy = Buffer.from(bytes.subarray(0, Math.ceil(bytes.length * share)));
        for (const [at, value] of changes) copy[Math.floor(at * copy.length)] = value;
        try {
          readSvg(copy, NO_WORDS);
        } catch (error) {
          if (!(error instanceof SvgFault || error instanceof RasterFault)) throw error;
        }
      }),
      { numRuns: 400 },
    );
  });
});
