import { commaOf } from '../base/language.ts';
import { creationDate } from '../base/source-date.ts';
import { element, type XmlElement } from '../base/xml.ts';
import type { ZipEntry } from '../base/zip.ts';
import type { Settings } from '../project/settings.ts';
import { PartLinks } from './part-links.ts';
import { encodeXml } from './word-xml.ts';

/** What stands around the parts of a document: which types they have, and what the whole is called. */
export function describePackage(
  files: readonly ZipEntry[],
  settings: Settings,
  sourceDateEpoch: number | null,
): readonly ZipEntry[] {
  const links = new PartLinks();
  links.idOf('officeDocument', 'word/document.xml');
  links.idOf(`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml');
  links.idOf('extended-properties', 'docProps/app.xml');
  return [
    { path: '[Content_Types].xml', bytes: encodeXml(contentTypes(files)) },
    { path: '_rels/.rels', bytes: links.print() },
    { path: 'docProps/core.xml', bytes: encodeXml(coreProperties(settings, sourceDateEpoch)) },
    {
      path: 'docProps/app.xml',
      bytes: encodeXml(element('Properties', { xmlns: EXTENDED }, [element('Application', {}, ['Warraq'])])),
    },
  ];
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';

/** ECMA-376 part 2, 10.1.2.2. */
function contentTypes(files: readonly ZipEntry[]): XmlElement {
  const defaults = Object.entries({
    rels: 'application/vnd.openxmlformats-package.relationships+xml',
    xml: 'application/xml',
    png: 'image/png',
    jpg: 'image/jpeg',
    svg: 'image/svg+xml',
  }).map(([Extension, ContentType]) => element('Default', { Extension, ContentType }));
  const parts = files.flatMap(({ path }) => {
    const kind = /^word\/([a-zA-Z]+)\d*\.xml$/.exec(path)?.[1];
    if (kind === undefined) return [];
    const type = kind === 'document' ? 'document.main' : kind;
    const office = kind === 'theme' ? 'theme' : `wordprocessingml.${type}`;
    const ContentType = `application/vnd.openxmlformats-officedocument.${office}+xml`;
    return [element('Override', { PartName: `/${path}`, ContentType })];
  });
  const own = [
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ].map(([PartName, ContentType]) => element('Override', { PartName: PartName!, ContentType: ContentType! }));
  return element('Types', { xmlns: `${PACKAGE}/content-types` }, [...defaults, ...parts, ...own]);
}

/** What the document says of itself (ECMA-376 part 2, 11); dates are its own, never the clock's. */
function coreProperties(settings: Settings, sourceDateEpoch: number | null): XmlElement {
  const { title, author, subject, keywords, lang, date, issuer } = settings;
  const made =
    creationDate(date, sourceDateEpoch)
      ?.toISOString()
      .replace(/\.\d+Z$/, 'Z') ?? null;
  const said = (name: string, text: string) => (text === '' ? [] : [element(name, {}, [text])]);
  const dated = (name: string) =>
    made === null ? [] : [element(name, { 'xsi:type': 'dcterms:W3CDTF' }, [made])];
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    [
      ...said('dc:title', title),
      ...said('dc:subject', subject),
      ...said('dc:creator', author === '' ? issuer : author),
      ...said('cp:keywords', keywords.join(commaOf(lang))),
      element('dc:language', {}, [lang]),
      ...dated('dcterms:created'),
      ...dated('dcterms:modified'),
    ],
  );
}
