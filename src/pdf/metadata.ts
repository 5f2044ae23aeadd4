import { escapeXml } from '../base/escape-xml.ts';
import type { DocumentInfo } from '../style/styled.ts';
import type { Claims } from './conformance.ts';

/** Names the program in Info and XMP; without a version, so that a file changes only when its content does. */
const PRODUCER = 'Warraq';

/** Entries of the information dictionary; empty ones are left out. */
export function infoEntries(info: DocumentInfo): Record<string, string> {
  const entries: Record<string, string> = {
    Title: info.title,
    Author: info.author,
    Subject: info.subject,
    Keywords: info.keywords.join('، '),
    Creator: PRODUCER,
    Producer: PRODUCER,
  };
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== ''));
}

/** The XMP packet: the same facts as the information dictionary, the language, and the claims. */
export function xmpPacket(info: DocumentInfo, created: Date | null, claims: Claims): string {
  const when = created?.toISOString().replace(/\.\d{3}Z$/, 'Z');
  const keywords = info.keywords.join('، ');
  const { authors, contributors: others } = info;
  const creators = authors.length > 0 ? authors : [info.author];
  const properties = [
    `<dc:format>application/pdf</dc:format>`,
    info.title && `<dc:title>${alternative(info.title)}</dc:title>`,
    info.author && `<dc:creator><rdf:Seq>${creators.map(item).join('')}</rdf:Seq></dc:creator>`,
    others.length > 0 && `<dc:contributor><rdf:Bag>${others.map(item).join('')}</rdf:Bag></dc:contributor>`,
    info.publisher && `<dc:publisher><rdf:Bag>${item(info.publisher)}</rdf:Bag></dc:publisher>`,
    info.rights && `<dc:rights>${alternative(info.rights)}</dc:rights>`,
    info.identifier && `<dc:identifier>${escapeXml(info.identifier)}</dc:identifier>`,
    info.subject && `<dc:description>${alternative(info.subject)}</dc:description>`,
    info.keywords.length > 0 &&
      `<dc:subject><rdf:Bag>${info.keywords.map(item).join('')}</rdf:Bag></dc:subject>`,
    info.lang && `<dc:language><rdf:Bag>${item(info.lang)}</rdf:Bag></dc:language>`,
    when && `<xmp:CreateDate>${when}</xmp:CreateDate>`,
    when && `<xmp:ModifyDate>${when}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>`,
    `<pdf:Producer>${PRODUCER}</pdf:Producer>`,
    keywords && `<pdf:Keywords>${escapeXml(keywords)}</pdf:Keywords>`,
    ...claimsOf(claims),
  ].filter((property) => property);
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"${claims.accessible === 2 ? DECLARATIONS_PREFIX : ''}>
${properties.join('\n')}
</rdf:Description>
${claims.archival?.level === 'A' && claims.accessible ? UA_EXTENSION : ''}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** What the file says it is: PDF/A, PDF/UA, and of PDF 2.0 the year of the edition that is meant. */
function claimsOf({ archival, accessible }: Claims): readonly (string | null | undefined)[] {
  return [
    archival && `<pdfaid:part>${archival.part}</pdfaid:part>`,
    archival?.part === 4 ? '<pdfaid:rev>2020</pdfaid:rev>' : null,
    archival?.level && `<pdfaid:conformance>${archival.level}</pdfaid:conformance>`,
    accessible && `<pdfuaid:part>${accessible}</pdfuaid:part>`,
    accessible === 2 ? '<pdfuaid:rev>2024</pdfuaid:rev>' : null,
    accessible === 2 ? declare(['accessibility1.0', 'reuse1.0']) : null,
  ];
}

const DECLARATIONS_PREFIX = ' xmlns:pdfd="http://pdfa.org/declarations/"';

/** PDF Declarations of Well-Tagged PDF (WTPDF 1.0, 6.1), of which ISO 14289-2 is the twin. */
function declare(names: readonly string[]): string {
  const items = names.map(
    (name) =>
      `<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#${name}</pdfd:conformsTo></rdf:li>`,
  );
  return `<pdfd:declarations><rdf:Bag>${items.join('')}</rdf:Bag></pdfd:declarations>`;
}

/** PDF/A-2 and -3 know the PDF/UA identifier only if the file describes it (ISO 19005-2 and -3, 6.6.2.3.3). */
const UA_EXTENSION = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`;

function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
}

function item(text: string): string {
  return `<rdf:li>${escapeXml(text)}</rdf:li>`;
}
