import { expect, test } from 'vitest';
import { findEmoji } from '../../src/text/emoji.ts';

const cut = (text: string) => [...findEmoji(text, 0, text.length)].map(([from, to]) => text.slice(from, to));

test('families, tones, keycaps, flags and hearts are one picture each', () => {
  expect(cut('العائلة 👨‍👩‍👧 واليد 👍🏽 والرقم 1️⃣ والعلم 🇸🇦🇪🇬 والقلب ❤️')).toEqual([
    '👨‍👩‍👧',
    '👍🏽',
    '1️⃣',
    '🇸🇦',
    '🇪🇬',
    '❤️',
  ]);
});

test('what is one character, and a joiner among letters, is none', () => {
  expect(cut('✅ ❌ می‌خواهم ه‍ 12')).toEqual([]);
});
