import type { Origin } from './origin.ts';

/** Told of each block as a stage begins it. */
type Watch = (origin: Origin) => void;

/**
 * Where the work is, for a watcher that ends it from outside when it takes too long: what is stuck cannot be asked. It
 * changes nothing of what is made. A process builds with one watcher or none.
 */
let watch: Watch | null = null;

export function watchBlocks(watcher: Watch | null): void {
  watch = watcher;
}

/** A stage begins with the block that was written at `origin`. */
export function reach(origin: Origin | null | undefined): void {
  if (watch !== null && origin) watch(origin);
}
