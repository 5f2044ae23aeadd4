import { Worker } from 'node:worker_threads';
import { DEFLATE, deflate } from './deflate.ts';

/** Called with the deflated bytes of a stream. */
type Receive = (deflated: Uint8Array) => void;

/** A thread costs as much to start, on two processors, as some two hundred streams of pages to deflate. */
const FEW = 200;

/**
 * Deflates the content streams of a long document in a thread of its own, beside the painting of which it
 * would be a sixth. The bytes are the same as without the thread.
 */
export class Deflater {
  readonly #waiting: Receive[] = [];
  readonly #isLong: boolean;
  #worker: Worker | null = null;
  /** What ended the thread before its time. */
  #failure: Error | null = null;
  #whenDone: (() => void) | null = null;

  /** @param streams how many there will be */
  constructor(streams: number) {
    this.#isLong = streams > FEW;
  }

  /** @param bytes handed over: the caller may not use them again */
  deflate(bytes: Uint8Array<ArrayBuffer>, receive: Receive): void {
    if (!this.#isLong) {
      receive(deflate(bytes));
      return;
    }
    this.#worker ??= this.#start();
    this.#waiting.push(receive);
    this.#worker.postMessage(bytes, [bytes.buffer]);
  }

  /**
   * Resolves when everything is deflated and received.
   *
   * @throws Error where the thread could not go on
   */
  async settle(): Promise<void> {
    if (!this.#worker) return;
    this.#worker.ref();
    if (this.#waiting.length > 0 && !this.#failure) {
      await new Promise<void>((resolve) => {
        this.#whenDone = resolve;
      });
    }
    await this.#worker.terminate();
    this.#worker = null;
    if (this.#failure) throw this.#failure;
  }

  #start(): Worker {
    const worker = new Worker(THREAD, { eval: true });
    // Where painting fails nobody waits for the thread, and it must not keep the program alive.
    worker.unref();
    worker.on('message', (deflated: Uint8Array) => {
      // Answers come in the order of the questions.
      this.#waiting.shift()!(deflated);
      if (this.#waiting.length === 0) this.#whenDone?.();
    });
    worker.on('error', (error: Error) => {
      this.#failure = error;
      this.#whenDone?.();
    });
    return worker;
  }
}

/** As text: a file of its own would lie elsewhere in the library, in the bundle and in the tests. */
const THREAD = `
const { parentPort } = require('node:worker_threads');
const { deflateSync } = require('node:zlib');
parentPort.on('message', (bytes) => {
  const deflated = new Uint8Array(deflateSync(bytes, ${JSON.stringify(DEFLATE)}));
  parentPort.postMessage(deflated, [deflated.buffer]);
});
`;
