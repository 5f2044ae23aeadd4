import type { Sink } from '../base/diagnostic.ts';
import { toAsciiDigits } from '../base/digits.ts';
import type { Direction } from '../base/geometry.ts';
import { nearest } from '../base/nearest.ts';
import type { Origin } from '../base/origin.ts';
import { unreachable } from '../base/unreachable.ts';
import type { AttachmentChoice } from './attachment.ts';
import type { BibliographyChoice, CitationStyle } from './bibliography.ts';
import { type Isbn, readIsbn } from './isbn.ts';
import type { MatterChoice } from './matter.ts';
import { PDF_VERSIONS, type PdfVersion } from './pdf-version.ts';
import type { Person } from './people.ts';
import { readAttachmentList } from './read-attachment-list.ts';
import { readBibliographyList } from './read-bibliography-list.ts';
import { type DateText, readDate } from './read-date.ts';
import { type PartChoice, readMatter, readParts } from './read-parts.ts';
import { readPeople } from './read-people.ts';
import { findSettingKey, type SettingKey, settingSpellings } from './setting-keys.ts';
import type { ThemeChoice } from './settings.ts';
import type { TextPurpose } from './text-purpose.ts';
import type { YamlEntry, YamlValue } from './yaml-entries.ts';

/** What one layer (a front matter, a warraq.yaml) says: only the keys it has. */
export interface Layer {
  readonly title?: string;
  readonly subtitle?: string;
  readonly author?: readonly Person[];
  readonly issuer?: string;
  readonly series?: string;
  readonly date?: DateText;
  readonly lang?: string;
  readonly dir?: Direction;
  readonly subject?: string;
  readonly cover?: string;
  readonly keywords?: readonly string[];
  readonly template?: string;
  readonly theme?: ThemeChoice;
  readonly digits?: 'arab' | 'latn' | 'source';
  readonly contents?: boolean;
  readonly colophon?: boolean;
  readonly pdf?: PdfVersion;
  readonly text?: TextPurpose;
  readonly publisher?: string;
  readonly place?: string;
  readonly edition?: string;
  readonly rights?: string;
  readonly isbn?: Isbn;
  readonly chapters?: readonly string[];
  readonly parts?: readonly PartChoice[];
  readonly 'front matter'?: readonly MatterChoice[];
  readonly 'back matter'?: readonly MatterChoice[];
  readonly attachments?: readonly AttachmentChoice[];
  readonly bibliography?: readonly BibliographyChoice[];
  readonly citations?: CitationStyle;
  readonly nocite?: readonly string[];
  /** Where each key stands, by its English name. */
  readonly origins: Readonly<Record<string, Origin>>;
  /** By key: where each value below it stands, by dotted path (`theme`: `text.size`; `chapters`: `0`). */
  readonly places: Readonly<Record<string, ReadonlyMap<string, Origin>>>;
  /** Every key as written, known or not. */
  readonly values: Readonly<Record<string, YamlValue>>;
}

/** Reads entries by the table of keys; a bad value is reported and left out, as if the key were not there. */
export function readSettings(entries: readonly YamlEntry[], sink: Sink): Layer {
  const read: Record<string, unknown> = Object.create(null);
  const origins: Record<string, Origin> = Object.create(null);
  const values: Record<string, YamlValue> = Object.create(null);
  const places: Record<string, ReadonlyMap<string, Origin>> = Object.create(null);
  for (const entry of entries) {
    values[entry.key] = entry.value;
    const key = findSettingKey(entry.key);
    if (key === null) reportUnknownKey(entry, sink);
    else if (origins[key.name] !== undefined) {
      sink.report('setting-twice', entry.origin, { key: entry.key, name: key.name });
    } else if (entry.value !== null) {
      origins[key.name] = entry.valueOrigin;
      places[key.name] = entry.places;
      const value = readValue(key, entry, sink);
      if (value !== undefined) read[key.name] = value;
    }
  }
  return { ...read, origins, places, values };
}

function reportUnknownKey(entry: YamlEntry, sink: Sink): void {
  const guess = nearest(entry.key, settingSpellings);
  if (guess === null) sink.report('setting-own', entry.origin, { key: entry.key });
  else sink.report('setting-unknown', entry.origin, { key: entry.key, guess });
}

function readValue(key: SettingKey, entry: YamlEntry, sink: Sink): unknown {
  switch (key.kind) {
    case 'text':
    case 'template':
      return readLine(entry, sink);
    case 'list':
      return readList(entry, /[,،;؛]/, sink);
    case 'paths':
      return readList(entry, null, sink);
    case 'date':
      return readDate(entry, sink);
    case 'lang':
      return readMatch(entry, /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'ar, en, fr, ar-MA', sink);
    case 'dir':
      return readChoice(entry, directions, sink);
    case 'digits':
      return readChoice(entry, digitChoices, sink);
    case 'pdf':
      return readPdfVersion(entry, sink);
    case 'text purpose':
      return readChoice(entry, textPurposes, sink);
    case 'flag':
      return readChoice(entry, flags, sink);
    case 'people':
      return readPeople(entry, sink);
    case 'isbn':
      return readIsbn(entry, sink);
    case 'parts':
      return readParts(entry, sink);
    case 'matter':
      return readMatter(entry, sink);
    case 'attachments':
      return readAttachmentList(entry, sink);
    case 'bibliography':
      return readBibliographyList(entry, sink);
    case 'citation style':
      return readChoice(entry, citationStyles, sink);
    case 'keys':
      return readList(entry, /[\s,،;؛]+/, sink)?.map(bareKey);
    case 'theme':
      return readTheme(entry, sink);
    default:
      return unreachable(key.kind, 'the kinds of setting-keys.ts');
  }
}

const directions: Readonly<Record<string, Direction>> = { rtl: 'rtl', ltr: 'ltr' };
const textPurposes: Readonly<Record<string, TextPurpose>> = {
  reading: 'reading',
  قراءة: 'reading',
  القراءة: 'reading',
  index: 'index',
  فهرسة: 'index',
  الفهرسة: 'index',
};

const citationStyles: Readonly<Record<string, CitationStyle>> = {
  'author-date': 'author-date',
  'مؤلف-سنة': 'author-date',
  notes: 'notes',
  حواش: 'notes',
  حواشي: 'notes',
  الحواشي: 'notes',
  numbered: 'numbered',
  أرقام: 'numbered',
  الأرقام: 'numbered',
};

/** `all`, `@*`, `@key` and `key`. */
function bareKey(written: string): string {
  const key = written.replace(/^\[?@\{?/, '').replace(/[\]}]+$/, '');
  return key === 'all' || key === 'الكل' ? '*' : key;
}

const digitChoices: Readonly<Record<string, 'arab' | 'latn' | 'source'>> = {
  arab: 'arab',
  latn: 'latn',
  source: 'source',
};
/** YAML 1.2 leaves `yes` and `no` strings; people mean them nonetheless. */
const flags: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  yes: true,
  no: false,
  نعم: true,
  لا: false,
};

/** A scalar as one line of text: a folded or literal block has line ends that a title must not have. */
function readLine(entry: YamlEntry, sink: Sink): string | undefined {
  if (entry.written === null) return reportShape(entry, 'text', sink);
  return entry.written.replace(/\s+/g, ' ').trim();
}

function readList(entry: YamlEntry, separator: RegExp | null, sink: Sink): readonly string[] | undefined {
  if (entry.written !== null && separator !== null)
    return entry.written.split(separator).map(trim).filter(isFilled);
  const { value } = entry;
  if (!Array.isArray(value) || !value.every(isScalarValue)) return reportShape(entry, 'list', sink);
  return value.map((item) => trim(String(item))).filter(isFilled);
}

function readMatch(entry: YamlEntry, pattern: RegExp, expected: string, sink: Sink): string | undefined {
  const text = entry.written?.trim() ?? '';
  if (pattern.test(text)) return text;
  sink.report('setting-value', entry.valueOrigin, { key: entry.key, value: text, expected });
  return undefined;
}

function readChoice<T>(entry: YamlEntry, choices: Readonly<Record<string, T>>, sink: Sink): T | undefined {
  const text = entry.written?.trim().toLowerCase() ?? '';
  if (Object.hasOwn(choices, text)) return choices[text];
  const expected = Object.keys(choices).join(', ');
  sink.report('setting-value', entry.valueOrigin, { key: entry.key, value: text, expected });
  return undefined;
}

/** As a number is written: with Arabic digits and their decimal sign, and without a zero at its end. */
function readPdfVersion(entry: YamlEntry, sink: Sink): PdfVersion | undefined {
  const text = toAsciiDigits(entry.written?.trim() ?? '').replace('\u066B', '.');
  const version = PDF_VERSIONS.find((known) => known === text || known === `${text}.0`);
  if (version === undefined) {
    const expected = PDF_VERSIONS.join(', ');
    sink.report('setting-value', entry.valueOrigin, { key: entry.key, value: text, expected });
  }
  return version;
}

/** Tokens are carried, not judged: the theme's own reader knows what they may be. */
function readTheme(entry: YamlEntry, sink: Sink): ThemeChoice | undefined {
  if (entry.written !== null) return { name: entry.written.trim(), tokens: {} };
  if (!isMapValue(entry.value)) return reportShape(entry, 'theme', sink);
  const { extends: base, ...tokens } = entry.value;
  if (base !== undefined && typeof base !== 'string') return reportShape(entry, 'theme', sink);
  return { name: base ?? null, tokens: Object.assign(Object.create(null), withAsciiNumbers(tokens)) };
}

/** `size: ١٢` is a string to YAML; here it becomes '12', and a whole number a number. */
function withAsciiNumbers(value: YamlValue): YamlValue {
  if (typeof value === 'string') {
    const ascii = toAsciiDigits(value);
    return ascii !== value && /^-?\d+(?:\.\d+)?$/.test(ascii) ? Number(ascii) : ascii;
  }
  if (Array.isArray(value)) return value.map(withAsciiNumbers);
  if (!isMapValue(value)) return value;
  const map: { [key: string]: YamlValue } = Object.create(null);
  for (const [key, child] of Object.entries(value)) map[key] = withAsciiNumbers(child);
  return map;
}

function reportShape(entry: YamlEntry, shape: 'text' | 'list' | 'theme', sink: Sink): undefined {
  sink.report(`setting-not-${shape}`, entry.valueOrigin, { key: entry.key });
  return undefined;
}

function isMapValue(value: YamlValue): value is { readonly [key: string]: YamlValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalarValue(value: YamlValue): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function trim(text: string): string {
  return text.trim();
}

function isFilled(text: string): boolean {
  return text !== '';
}
