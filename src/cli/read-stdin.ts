import { readSync } from 'node:fs';
import { limits } from '../base/limits.ts';
import { WorldError } from '../base/world.ts';

/** Milliseconds between two looks at an input that has nothing yet: far less than people notice, and no load. */
const WAIT = 5;

/**
 * All of standard input. It may be non-blocking (a terminal of some shells, a pipe that another program has set so),
 * which is no fault but means to wait; one that never ends is given up at the size of the largest file.
 *
 * @param read as readSync; here so that tests can bring their own
 * @throws WorldError
 */
export function readStdin(
  read: (buffer: Uint8Array) => number = (buffer) => readSync(0, buffer),
): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const piece = new Uint8Array(64 * 1024);
    const count = readOrWait(read, piece);
    if (count === 0) return new Uint8Array(Buffer.concat(pieces));
    size += count;
    if (size > limits.fileBytes) throw new WorldError('too-large', '-');
    pieces.push(piece.subarray(0, count));
  }
}

function readOrWait(read: (buffer: Uint8Array) => number, buffer: Uint8Array): number {
  for (;;) {
    try {
      return read(buffer);
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : null;
      // a closed pipe, on Windows
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw new WorldError('failed', '-', cause);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT);
    }
  }
}
