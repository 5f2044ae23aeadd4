import { element, printNode, XML, type XmlElement, type XmlNode } from '../base/xml.ts';

/**
 * Elements whose children the schema wants in one order (ECMA-376 part 1, annex A.1, wml.xsd): Word calls a file damaged in
 * which they stand in another. Only what is written here is listed.
 */
// biome-ignore format: a table
const ORDERS: Readonly<Record<string, string>> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs suppressAutoHyphens bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr',
  rPr: 'rStyle rFonts b bCs i iCs strike noProof color sz szCs u shd vertAlign rtl cs lang',
  pBdr: 'top left bottom right',
  sectPr: 'headerReference footerReference footnotePr type pgSz pgMar pgNumType cols titlePg bidi',
  tblPr: 'tblStyle bidiVisual tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription',
  tblBorders: 'top left bottom right insideH insideV',
  tblCellMar: 'top left bottom right',
  trPr: 'cantSplit trHeight tblHeader',
  tcPr: 'tcW gridSpan tcBorders shd tcMar vAlign',
  tcBorders: 'top left bottom right',
  tcMar: 'top left bottom right',
  lvl: 'start numFmt suff lvlText lvlJc pPr rPr',
  style: 'name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tcPr tblStylePr',
  tblStylePr: 'pPr rPr tblPr trPr tcPr',
  settings: 'zoom mirrorMargins defaultTabStop evenAndOddHeaders characterSpacingControl updateFields footnotePr compat themeFontLang decimalSymbol listSeparator',
};

/** An element of WordprocessingML, its attributes without their prefix; its children in the order the schema wants. */
export function word(
  name: string,
  attributes: Readonly<Record<string, string | number | null>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  const named = Object.entries(attributes).map(([key, value]) => [
    key.includes(':') ? key : `w:${key}`,
    value === null ? null : String(value),
  ]);
  return element(`w:${name}`, Object.fromEntries(named), inSchemaOrder(name, children));
}

/** An element with the attribute `val`. */
export function valued(name: string, value: string | number): XmlElement {
  return word(name, { val: value });
}

/** A property that is on, or where null none. */
export function flag(name: string, isOn: boolean): readonly XmlElement[] {
  return isOn ? [word(name)] : [];
}

function inSchemaOrder(name: string, children: readonly XmlNode[]): readonly XmlNode[] {
  const order = ORDERS[name]?.split(' ');
  if (order === undefined) return children;
  const placeOf = (child: XmlNode) => {
    const place = typeof child === 'string' ? -1 : order.indexOf(child.name.replace(/^w:/, ''));
    if (place === -1) throw new Error(`no place in ${name} for ${JSON.stringify(child)}`);
    return place;
  };
  return [...children].sort((a, b) => placeOf(a) - placeOf(b));
}

/** What a part of the package begins with. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:m': 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:wps': 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  'xmlns:wpg': 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
};

/** A part whose root is the element of that name. */
export function wordPart(name: string, children: readonly XmlNode[]): Uint8Array {
  return encodeXml(element(`w:${name}`, NAMESPACES, inSchemaOrder(name, children)));
}

export function encodeXml(root: XmlElement): Uint8Array {
  return new TextEncoder().encode(
    `${XML.replace('?>', ' standalone="yes"?>')}${printNode(root, () => true)}\n`,
  );
}

/** Twentieths of a point, in which Word has its lengths. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** English metric units, in which DrawingML has them: 12,700 to the point. */
export function emus(points: number): number {
  return Math.round(points * 12_700);
}

/** `#RRGGBB` as Word has it. */
export function hex(color: string): string {
  return color.slice(1).toUpperCase();
}
