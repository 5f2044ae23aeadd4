import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { compile } from '../../src/compile.ts';
import { even, installedReaders, type ReaderName, readers } from './fidelity/measure.mjs';

/** Small things that stand in every other Arabic text, as readers that are not ours give them, without marks of direction. */

const FACES = ['amiri', 'noto-naskh-arabic', 'scheherazade-new', 'ibm-plex-sans-arabic', 'vazirmatn'];

async function build(paragraphs: readonly string[], face = 'amiri', lang = 'ar'): Promise<Uint8Array> {
  const head = `---\ntitle: نص\nlang: ${lang}\ndigits: source\ntheme:\n  text:\n    family: ${face}\n---\n`;
  const request = {
    files: ['-'],
    text: `${head}\n${paragraphs.join('\n\n')}\n`,
    format: 'pdf',
    profile: 'screen',
    envelope: null,
    template: null,
    theme: null,
    pdf: null,
    attachments: [],
  } as const;
  return (await compile(request, openNodeWorld(process.cwd()), new Sink()))!.bytes;
}

async function read(reader: ReaderName, bytes: Uint8Array): Promise<string> {
  return even((await readers[reader](bytes)).join(' '));
}

describe('a character for a word is read as the word', { timeout: 30_000 }, () => {
  const PARAGRAPHS = [
    'قال النبي ﷺ: خير الناس أنفعهم للناس.',
    'صلى الله عليه وسلم ﷺ نبينا محمد ﷺ وآله.',
    'محمد (ﷺ) رسول الله.',
    '﷽ الحمد لله رب العالمين.',
    'الله ﷻ خالق كل شيء.',
    'وذكر ﷲ كثيرا ﻻ ينساه أحد، وﷴ نبيه.',
  ];
  const READ = [
    'قال النبي صلى الله عليه وسلم',
    'صلى الله عليه وسلم صلى الله عليه وسلم نبينا محمد صلى الله عليه وسلم وآله.',
    '(صلى الله عليه وسلم) رسول',
    'بسم الله الرحمن الرحيم الحمد لله',
    'الله جل جلاله خالق',
    'وذكر الله كثيرا لا ينساه أحد، ومحمد نبيه.',
  ];

  test.each(FACES)('in %s', async (face) => {
    const bytes = await build(PARAGRAPHS, face);
    for (const reader of installedReaders()) {
      const text = await read(reader, bytes);
      for (const phrase of READ) expect.soft(text, reader).toContain(phrase);
    }
  });

  test('and so it is where it stands alone', async () => {
    const bytes = await build(['﷽', 'ﷺ']);
    for (const reader of installedReaders())
      expect.soft(await read(reader, bytes), reader).toContain('بسم الله الرحمن الرحيم صلى الله عليه وسلم');
  });
});
