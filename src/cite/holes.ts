import type { Sink } from '../base/diagnostic.ts';
import type { Reference, ReferenceKind } from './reference.ts';
import { leadOf } from './say-names.ts';

/** What an entry cannot be found without, by its kind. */
const WITHIN: Partial<Readonly<Record<ReferenceKind, readonly [string, string]>>> = {
  article: ['journal', 'اسم المجلة'],
  chapter: ['title of the book', 'عنوان الكتاب'],
};

/** Tells of what is missing in an entry that is listed, where that leaves a hole in it. */
export function reportHoles(reference: Reference, sink: Sink): void {
  const { key, kind, title, container, year, hijri, origin, publisher, url } = reference;
  const holes: (readonly [string, string])[] = [];
  if (leadOf(reference).names.names.length === 0 && kind !== 'online') holes.push(['author', 'المؤلف']);
  if (title.length === 0) holes.push(['title', 'العنوان']);
  if (year === '' && hijri === '' && kind !== 'online') holes.push(['year', 'السنة']);
  const within = WITHIN[kind];
  if (within !== undefined && container.length === 0) holes.push(within);
  if (kind === 'thesis' && publisher === '') holes.push(['school', 'الجامعة']);
  if (kind === 'online' && url === '') holes.push(['address', 'العنوان الشبكي']);
  if (holes.length === 0) return;
  const fields = holes.map(([en]) => en).join(', ');
  sink.report('bibliography-hole', origin, { key, fields, fieldsAr: holes.map(([, ar]) => ar).join('، ') });
}
