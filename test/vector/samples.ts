import { writePng } from '../raster/png-writer.ts';

/** Small drawings, each of one thing that files of SVG have; 100 × 60. */

const open = (rest = 'viewBox="0 0 100 60"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="60" ${rest}>`;

const PIXELS = writePng(
  { width: 40, height: 40, depth: 8, colorType: 0 },
  (x, y) => (x * 6 + (y & 8) * 2) & 255,
).toString('base64');

export const SAMPLES: Readonly<Record<string, string>> = {
  'relative, smooth and quadratic path data':
    '<path d="m10 50c10-40 20-40 30 0s20 40 30 0q5-30 10 0t10 0" fill="none" stroke="#c00" stroke-width="3"/>',
  'arcs with flags that touch': '<path d="M10 30a20 15 30 1150 0 20 15 30 01-50 0z" fill="#06c"/>',
  'a second outline after an end': '<path d="M10 10h20v20h-20zl40 40h20v-20z" fill="#083"/>',
  'rounded corners': '<rect x="10" y="10" width="60" height="40" rx="12" fill="#a60"/>',
  'circle, ellipse, polygon, polyline, line':
    '<circle cx="15" cy="15" r="10"/><ellipse cx="50" cy="20" rx="20" ry="8" fill="red"/><polygon points="10,50 20,30 30,50" fill="green"/><polyline points="40 50 50,40 60 50" fill="none" stroke="blue" stroke-width="2"/><line x1="70" y1="10" x2="95" y2="50" stroke="#888" stroke-width="4"/>',
  'holes by the even-odd rule':
    '<path fill-rule="evenodd" d="M5 5h90v50h-90zM20 15h60v30h-60z" fill="#224"/>',
  transforms:
    '<g transform="translate(50 30) rotate(30) scale(1.5,.5)"><rect x="-10" y="-10" width="20" height="20" fill="teal"/></g><rect width="10" height="10" transform="skewX(20) translate(20)" fill="tan"/><rect width="8" height="8" transform="rotate(45 80 15) translate(76 11)"/>',
  'use of a symbol and of a group':
    '<symbol id="s" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5"/></symbol><g id="g"><rect width="10" height="10" fill="orange"/></g><use href="#s" x="20" y="10" width="30" height="30" fill="navy"/><use xlink:href="#g" x="60" y="20"/>',
  'style sheets: names, classes, ids, weight':
    '<style>rect{fill:#ccc} .a{fill:green} #b.a{fill:blue} g > rect.c{fill:red!important} /* x */ @media print{rect{fill:none}}</style><rect width="20" height="60"/><rect class="a" x="20" width="20" height="60" fill="black"/><rect class="a" id="b" x="40" width="20" height="60"/><g><rect class="c" x="60" width="20" height="60" style="fill:pink"/></g>',
  'inheritance, currentColor and inherit':
    '<g color="#909" stroke="currentColor" stroke-width="4" fill="none"><rect x="10" y="10" width="30" height="40"/><g stroke="inherit" fill="#fd0"><rect x="55" y="10" width="30" height="40"/></g></g>',
  'a linear gradient in its box':
    '<linearGradient id="l"><stop offset="0" stop-color="#f00"/><stop offset=".5" stop-color="#ff0"/><stop offset="1" stop-color="#00f"/></linearGradient><rect x="5" y="5" width="90" height="50" fill="url(#l)"/>',
  'a gradient that takes stops and turns':
    '<linearGradient id="a"><stop offset="0%" style="stop-color:black"/><stop offset="100%" style="stop-color:lime"/></linearGradient><linearGradient id="b" href="#a" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="60" gradientTransform="rotate(20)"/><circle cx="50" cy="30" r="28" fill="url(#b)"/>',
  'a radial gradient with opacity':
    '<radialGradient id="r"><stop offset="0" stop-color="#f80"/><stop offset="1" stop-color="#f80" stop-opacity="0"/></radialGradient><rect width="100" height="60" fill="#335"/><circle cx="50" cy="30" r="30" fill="url(#r)"/>',
  'gradients that repeat and reflect':
    '<linearGradient id="l" x2=".2" spreadMethod="reflect"><stop stop-color="#024"/><stop offset="1" stop-color="#8cf"/></linearGradient><linearGradient id="m" x2=".25" spreadMethod="repeat"><stop stop-color="#fff"/><stop offset="1" stop-color="#a00"/></linearGradient><rect width="100" height="30" fill="url(#l)"/><rect y="30" width="100" height="30" fill="url(#m)"/>',
  'opacity of a group, of fill and of line':
    '<g opacity=".5"><circle cx="35" cy="30" r="20" fill="red"/><circle cx="60" cy="30" r="20" fill="blue"/></g><rect x="5" y="5" width="90" height="10" fill-opacity=".4" stroke="black" stroke-opacity=".3" stroke-width="4"/>',
  'a clip path of two shapes, and one in its box':
    '<clipPath id="c"><rect x="5" y="5" width="40" height="30"/><circle cx="45" cy="35" r="15"/></clipPath><clipPath id="d" clipPathUnits="objectBoundingBox"><circle cx=".5" cy=".5" r=".5"/></clipPath><rect width="100" height="60" fill="#06a" clip-path="url(#c)"/><rect x="70" y="20" width="25" height="25" fill="#a06" clip-path="url(#d)"/>',
  'markers on a line':
    '<marker id="m" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="4" markerHeight="4" orient="auto"><path d="M0 0L10 5L0 10z" fill="#c00"/></marker><path d="M10 50L40 10L80 30" fill="none" stroke="#333" stroke-width="2" marker-start="url(#m)" marker-mid="url(#m)" marker-end="url(#m)"/>',
  'dashes, caps and joins':
    '<g fill="none" stroke="#111" stroke-width="6"><path d="M10 12H90" stroke-dasharray="12 6 2 6" stroke-dashoffset="4"/><path d="M10 28H90" stroke-linecap="round" stroke-dasharray="1 10"/><path d="M15 55L30 38L45 55" stroke-linejoin="round"/><path d="M60 55L70 38L80 55" stroke-linejoin="bevel" stroke-linecap="square"/></g>',
  'a pattern of lines':
    '<pattern id="p" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#ffd"/><rect width="3" height="8" fill="#960"/></pattern><rect x="10" y="10" width="80" height="40" fill="url(#p)" stroke="black"/>',
  'a view within the view, cut off':
    '<svg x="10" y="10" width="40" height="40" viewBox="0 0 10 20" preserveAspectRatio="xMaxYMid meet"><rect width="30" height="20" fill="#0a8"/></svg><svg x="60" y="10" width="30" height="30" viewBox="0 0 10 10"><circle cx="10" cy="5" r="8" fill="#80a"/></svg>',
  'the first that can be shown of a switch':
    '<switch><foreignObject requiredExtensions="http://example.org/x" width="9" height="9"/><rect x="20" y="20" width="60" height="20" fill="#456"/><rect width="100" height="60"/></switch>',
  'units of length':
    '<rect x="2%" y="10%" width="50%" height="20px" fill="#390"/><rect x="70" y="1em" width="2em" height="1.5em" fill="#930" font-size="10"/>',
  'what is not displayed, and what is hidden':
    '<rect width="50" height="60" display="none"/><g visibility="hidden"><rect x="50" width="20" height="60"/><rect x="70" width="20" height="60" visibility="visible" fill="#777"/></g>',
  'pixels that it holds itself': `<image x="20" y="10" width="40" height="40" href="data:image/png;base64,${PIXELS}"/>`,
  'colours in every notation':
    '<rect width="20" height="60" fill="rgb(50%,20%,80%)"/><rect x="20" width="20" height="60" fill="hsl(120,60%,40%)"/><rect x="40" width="20" height="60" fill="rgba(255,0,0,.5)"/><rect x="60" width="20" height="60" fill="#0f08"/><rect x="80" width="20" height="60" fill="CornflowerBlue"/>',
};

/** The same as a file. */
export const sampleFile = (name: string): Uint8Array =>
  new TextEncoder().encode(`${open()}${SAMPLES[name]}</svg>`);
