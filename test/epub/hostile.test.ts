import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { makeEpub } from '../../src/epub/epub.ts';
import type { Laid } from '../../src/page/page.ts';
import { plainSettings, plainTheme, styleText, styleWithImages } from '../style/style-text.ts';

/** Characters that XML cannot hold, that turn text round, that close what is open, that look like markup. */
const PIECES = [
  ...[
    '\u0000',
    '\u0001',
    '\u0008',
    '\u000B',
    '\u001F',
    '\u007F',
    '\u0085',
    '\uFFFE',
    '\uFFFF',
    '\uFDD0',
    '\uFDD1',
  ],
  ...['\uD800', '\uDC00', '\u{1FFFE}', '\uFEFF', '\u2028', '\u202E', '\u202D', '\u2066', '\u2069', '\u200F'],
  ...[
    '"',
    "'",
    '&',
    '<',
    '>',
    '&amp;',
    '&#0;',
    '&#x1F;',
    '&nbsp;',
    ']]>',
    '<![CDATA[',
    '-->',
    '<!--',
    '<?xml ?>',
  ],
  ...[
    '<script>alert(1)</script>',
    '" onload="x',
    "' onerror='x",
    '</title>',
    '</body>',
    '<img src=x>',
    '{{title}}',
  ],
  ...[
    '{{{content}}}',
    '\uFDD00\uFDD1',
    '%00',
    '../../etc/passwd',
    'نصّ عربي',
    'مُشَكَّل',
    '‏«اقتباس»',
    '😀',
    'كـــشيدة',
  ],
];

/** 200 strings, the same on every run: each of two or three pieces. */
const HOSTILE = Array.from({ length: 200 }, (_, at) => {
  const pick = (step: number) => PIECES[(at * step + Math.floor(at / PIECES.length)) % PIECES.length]!;
  return `${pick(1)}أ${pick(7)}${at % 2 === 0 ? pick(13) : ''}`;
});

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const noPages: Laid = {
  info: {
    title: '',
    author: '',
    authors: [],
    contributors: [],
    publisher: '',
    rights: '',
    identifier: '',
    subject: '',
    keywords: [],
    lang: 'ar',
    direction: 'rtl',
    date: null,
  },
  binding: 'right',
  pages: [],
  root: styleText('').styled.root,
};

/** The text as one line that Markdown leaves alone. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\n\r\u2028]/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

async function makeHostile(hostile: string): Promise<Readonly<Record<string, Uint8Array>>> {
  const text = escapeMarkdown(hostile);
  const id = hostile.replace(/[\s{}]/g, '');
  const markdown = `# ${text}\n\n![${text}](pixel.png "${text}")\n\n[${text}](#${encodeURIComponent(id.replace(/\p{Cs}/gu, ''))}) \`${hostile.replace(/[`\n]/g, '')}\`[^a]\n\n[^a]: ${text}\n`;
  const settings = {
    ...plainSettings,
    ...{
      title: hostile,
      subtitle: hostile,
      author: hostile,
      issuer: hostile,
      subject: hostile,
      keywords: [hostile],
    },
  };
  const { resolved, images } = await styleWithImages(markdown, {
    settings,
    files: { 'content/pixel.png': PIXEL },
  });
  // ids as no author can write them
  const body = resolved.body.map(
    (block) => ({ kind: 'anchor', ids: [id], children: [block], origin: block.origin }) as const,
  );
  const source = {
    resolved: { ...resolved, body },
    laid: noPages,
    theme: plainTheme({}),
    settings,
    images,
    smaller: new Map(),
    sourceDateEpoch: 0,
  };
  return unzipSync(makeEpub(source, openNodeWorld('.'), new Sink()));
}

const CHECK = `
import sys, os, xml.etree.ElementTree as tree
bad = 0
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.endswith(('.xhtml', '.opf', '.ncx', '.svg', '.xml')):
            path = os.path.join(folder, name)
            try:
                for node in tree.parse(path).iter():
                    if node.tag.endswith('}script') or any(key.startswith('on') for key in node.attrib): raise ValueError('script in ' + path)
            except Exception as error:
                bad += 1
                print(path, error)
print('bad', bad)
`;

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasPython)('hostile titles, alternative texts and ids', () => {
  it('200 of 200 give well-formed files without a script, as an outside parser reads them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'warraq-hostile-'));
    try {
      for (const [at, hostile] of HOSTILE.entries()) {
        for (const [path, bytes] of Object.entries(await makeHostile(hostile))) {
          if (!/\.(?:xhtml|opf|svg|xml)$/.test(path)) continue;
          const file = join(folder, String(at), path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, bytes);
        }
      }
      const { stdout } = spawnSync('python3', ['-c', CHECK, folder], { encoding: 'utf8' });
      expect(stdout.trim()).toBe('bad 0');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('a value is never markup, and turns nothing round outside itself', async () => {
    const files = await makeHostile('</title><script>alert(1)</script>\u202E"');
    const opf = new TextDecoder().decode(files['EPUB/package.opf']);
    expect(opf).toContain('&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;</dc:title>');
    expect(opf).not.toContain('\u202E');
  });
});
