import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import type { Laid } from '../../src/page/page.ts';
import type { PdfVersion } from '../../src/project/pdf-version.ts';
import type { Link } from '../../src/resolve/inline-nodes.ts';
import { paintWhole } from '../paint-whole.ts';
import {
  drawnLine,
  element,
  INFO,
  laid,
  layParagraphs,
  layText,
  openFace,
  type Part,
  page,
  setLines,
  textStyle,
} from './lay.ts';
import { openWithPdfjs } from './readers.ts';
import { png } from './sample.ts';

/** What a file claims is read by another program; what it does not claim is said, with the clause. */

interface Told {
  /** Parts of PDF/A and PDF/UA, as pdf.js finds them in the metadata. */
  readonly claims: readonly (string | null)[];
  readonly rules: readonly string[];
  readonly messages: readonly string[];
}

async function tell(
  document: Laid,
  conformance: 'archive' | 'plain' = 'archive',
  version: PdfVersion = '1.7',
): Promise<Told> {
  const sink = new Sink();
  const bytes = await paintWhole(
    document,
    { version, textFor: 'reading', sourceDateEpoch: null, conformance, attachments: [] },
    sink,
  );
  const { metadata } = await (await openWithPdfjs(bytes)).getMetadata();
  return {
    claims: [metadata?.get('pdfaid:part') ?? null, metadata?.get('pdfuaid:part') ?? null],
    rules: sink.diagnostics.map(({ rule, severity, count }) =>
      count === 1 ? `${severity} ${rule}` : `${severity} ${rule} in ${count} places`,
    ),
    messages: sink.diagnostics.map(({ message }) => message.en),
  };
}

const withInfo = (info: Partial<typeof INFO>) => ({ ...layText(['نص']), info: { ...INFO, ...info } });

/** One paragraph of one text. */
function withText(text: string, changes: Partial<Part> = {}, role: Parameters<typeof element>[2] = {}): Laid {
  const root = element('Document', null);
  const face = openFace('plex');
  return layParagraphs(
    [[{ text, tagTarget: element('Span', element('P', root), role), face, style: textStyle(), ...changes }]],
    root,
  );
}

describe('a sound document', () => {
  test('claims PDF/A-2a and PDF/UA-1, and nothing is said', async () => {
    expect(await tell(withInfo({}))).toEqual({ claims: ['2', '1'], rules: [], messages: [] });
  });

  test('claims nothing where nothing is wanted, and nothing is said', async () => {
    expect(await tell(withInfo({ title: '', lang: '' }), 'plain')).toEqual({
      claims: [null, null],
      rules: [],
      messages: [],
    });
  });
});

describe('a claim is left out, and said to be', () => {
  test('without a title: PDF/UA', async () => {
    const { claims, rules, messages } = await tell(withInfo({ title: ' ' }));
    expect([claims, rules]).toEqual([['2', null], ['warning claim-title']]);
    expect(messages[0]).toBe(
      'the file does not claim PDF/UA-1: the document has no title (ISO 14289-1, 7.1)',
    );
  });

  test('without a language: both', async () => {
    const { claims, rules, messages } = await tell(withInfo({ lang: '' }));
    expect([claims, rules]).toEqual([[null, null], ['warning claim-language']]);
    expect(messages[0]).toContain('PDF/A-2a + PDF/UA-1');
  });

  test('where a phrase has a language that is none: both', async () => {
    const { claims, rules } = await tell(withText('مرحبا', {}, { lang: 'en us!' }));
    expect([claims, rules]).toEqual([[null, null], ['warning claim-language']]);
    expect((await tell(withText('سلام', {}, { lang: 'fa-IR' }))).rules).toEqual([]);
  });

  test('where a heading skips a level: PDF/UA, and each such heading is counted', async () => {
    const face = openFace('amiri');
    const root = element('Document', null);
    const lines = (['H2', 'H4', 'H4', 'H1', 'H2'] as const).flatMap((tag, at) => {
      const tagTarget = element(tag, root, { origin: { file: 'test.md', line: at + 1, column: 1 } });
      return setLines([{ text: 'عنوان', tagTarget, face, style: textStyle() }], 400);
    });
    const { claims, rules } = await tell(
      laid(root, [
        page(
          0,
          lines.map((line, index) => drawnLine(line, 100 + 30 * index)),
        ),
      ]),
    );
    expect(claims).toEqual(['2', null]);
    expect(rules).toEqual(['warning claim-headings in 2 places']);
  });

  test('where a picture is mute: PDF/UA', async () => {
    const root = element('Document', null);
    const image = {
      kind: 'image',
      rect: { x: 0, y: 0, width: 9, height: 9 },
      image: png(false),
      tagTarget: element('Figure', root),
    } as const;
    const { claims, rules } = await tell(laid(root, [page(0, [image])]));
    expect([claims, rules]).toEqual([['2', null], ['warning claim-alternative']]);
  });

  test('where a character means something in its font only: PDF/A', async () => {
    // U+ECE0 is a sign of IBM's in Plex.
    const { claims, rules } = await tell(withText('شعار \uece0 ثم \uece0'));
    expect([claims, rules]).toEqual([[null, '1'], ['warning claim-private-use']]);
    const said = withText('\uece0', {}, { attributes: { actualText: 'شعار الشركة' } });
    expect((await tell(said)).claims).toEqual(['2', '1']);
  });

  test('where an address is longer than a string may be: PDF/A, once for the link', async () => {
    const link: Link = { kind: 'external', uri: `https://example.org/${'ع'.repeat(6000)}`, contents: 'رابط' };
    const { claims, rules } = await tell(withText('رابط طويل', { link }));
    expect([claims, rules]).toEqual([[null, '1'], ['warning claim-long-text']]);
    const short: Link = { ...link, uri: `https://example.org/${'ع'.repeat(1000)}` };
    expect((await tell(withText('رابط', { link: short }))).claims).toEqual(['2', '1']);
  });
});

describe('PDF 2.0', () => {
  const tellTwo = (document: Laid) => tell(document, 'archive', '2.0');

  test('claims PDF/A-4 and PDF/UA-2, and nothing is said', async () => {
    expect(await tellTwo(withInfo({}))).toEqual({ claims: ['4', '2'], rules: [], messages: [] });
  });

  test('claims nothing where nothing is wanted', async () => {
    expect((await tell(withInfo({}), 'plain', '2.0')).claims).toEqual([null, null]);
  });

  test('withdraws what it does not keep, with the clauses of its own standards', async () => {
    const untitled = await tellTwo(withInfo({ title: ' ' }));
    expect([untitled.claims, untitled.rules]).toEqual([['4', null], ['warning claim-title']]);
    expect(untitled.messages).toEqual([
      'the file does not claim PDF/UA-2 + WTPDF 1.0: the document has no title (ISO 14289-2, 8.11.1)',
    ]);
    // A language is a matter of PDF/UA alone: PDF/A-4 has no level A.
    const mute = await tellTwo(withInfo({ lang: '' }));
    expect([mute.claims, mute.rules]).toEqual([['4', null], ['warning claim-language']]);
    expect(mute.messages[0]).toContain('(ISO 14289-2, 8.4.4)');
  });

  test('has no limit for the length of a string', async () => {
    const link: Link = { kind: 'external', uri: `https://example.org/${'ع'.repeat(6000)}`, contents: 'رابط' };
    expect((await tellTwo(withText('رابط', { link }))).claims).toEqual(['4', '2']);
  });

  test('knows no character of private use, shown or only described', async () => {
    expect((await tellTwo(withText('شعار \uece0'))).claims).toEqual([null, null]);
    const said = withText('\uece0', {}, { attributes: { actualText: 'شعار الشركة' } });
    expect((await tellTwo(said)).claims).toEqual(['4', '2']);
    const described = await tellTwo(withText('نص', {}, { alt: 'علامة \uece0' }));
    expect([described.claims, described.rules]).toEqual([[null, null], ['warning claim-private-use']]);
  });
});
