import { element, type XmlElement } from '../base/xml.ts';
import { familiesOf } from '../font/family.ts';
import type { Settings } from '../project/settings.ts';
import { textStyleIn } from '../theme/rows.ts';
import type { Theme } from '../theme/theme.ts';
import { encodeXml, hex } from './word-xml.ts';

/** theme1.xml: the colours that Word offers, and the fonts of headings and text, are those of the document. */
export function writeThemePart(theme: Theme, { title }: Settings): Uint8Array {
  const xmlns = { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main' };
  const name = title === '' ? 'Warraq' : title;
  return encodeXml(
    element('a:theme', { ...xmlns, name }, [
      element('a:themeElements', {}, [colorScheme(theme), fontScheme(theme), FORMATS]),
    ]),
  );
}

/** What Word calls the colours of a theme (ECMA-376 part 1, 20.1.6.2), and ours in their places. */
const COLORS: Readonly<Record<string, readonly [name: string, fallback: string]>> = {
  dk1: ['ink', '#000000'],
  lt1: ['paper', '#FFFFFF'],
  dk2: ['grey', '#595959'],
  lt2: ['tint', '#F2F2F2'],
  accent1: ['accent', '#1F4E79'],
  accent2: ['sand', '#B08D57'],
  accent3: ['soft', '#8FB0B3'],
  accent4: ['line', '#C9C2B4'],
  accent5: ['grey', '#595959'],
  accent6: ['ink', '#000000'],
  hlink: ['accent', '#1F4E79'],
  folHlink: ['accent', '#1F4E79'],
};

function colorScheme({ colors }: Theme): XmlElement {
  const places = Object.entries(COLORS).map(([place, [name, fallback]]) =>
    element(`a:${place}`, {}, [element('a:srgbClr', { val: hex(colors[name] ?? fallback) })]),
  );
  return element('a:clrScheme', { name: 'Document' }, places);
}

function fontScheme(theme: Theme): XmlElement {
  const fonts = (name: string, family: string) => {
    const typeface = familiesOf(family)[0] ?? family;
    return element(`a:${name}`, {}, [
      element('a:latin', { typeface }),
      element('a:ea', { typeface: '' }),
      element('a:cs', { typeface }),
    ]);
  };
  return element('a:fontScheme', { name: 'Document' }, [
    fonts('majorFont', textStyleIn(theme, 'h1').family),
    fonts('minorFont', theme.text.family),
  ]);
}

const fill = () => element('a:solidFill', {}, [element('a:schemeClr', { val: 'phClr' })]);
const three = (make: () => XmlElement) => [make(), make(), make()];

/** Of shapes that somebody adds: the least that the schema allows, three of each kind. */
const FORMATS = element('a:fmtScheme', { name: 'Document' }, [
  element('a:fillStyleLst', {}, three(fill)),
  element(
    'a:lnStyleLst',
    {},
    three(() => element('a:ln', { w: '9525' }, [fill()])),
  ),
  element(
    'a:effectStyleLst',
    {},
    three(() => element('a:effectStyle', {}, [element('a:effectLst')])),
  ),
  element('a:bgFillStyleLst', {}, three(fill)),
]);
