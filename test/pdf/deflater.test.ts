import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Deflater } from '../../src/pdf/deflater.ts';

/** Of which no two are alike. */
const STREAMS = Array.from(
  { length: 300 },
  (_, index) => `BT ${index} 0 Td <${'0A0B'.repeat(index)}>Tj ET\n`,
);

test.each([
  ['beside the thread', 1],
  ['through it', STREAMS.length],
])('each stream comes back whole and to whom it belongs, %s', async (_, streams) => {
  const deflater = new Deflater(streams);
  const received: string[] = [];
  STREAMS.forEach((stream, index) => {
    deflater.deflate(new TextEncoder().encode(stream), (deflated) => {
      received[index] = inflateSync(deflated).toString('latin1');
    });
  });
  await deflater.settle();
  expect(received).toEqual(STREAMS);
});

test('a short document needs no thread and is done at once', async () => {
  const deflater = new Deflater(1);
  let received = '';
  deflater.deflate(new TextEncoder().encode('q Q'), (deflated) => {
    received = inflateSync(deflated).toString('latin1');
  });
  expect(received).toBe('q Q');
  await deflater.settle();
});
