/** Time spent in one stage, milliseconds. */
export interface Timing {
  readonly stage: string;
  readonly ms: number;
}

/** Measures stages that follow one another: each ends where the next begins. */
export class Stopwatch {
  private readonly now: () => number;
  private readonly done: Timing[] = [];
  private current: { readonly stage: string; readonly start: number } | null = null;
  private readonly start: number;

  constructor(now: () => number) {
    this.now = now;
    this.start = now();
  }

  begin(stage: string): void {
    this.end();
    this.current = { stage, start: this.now() };
  }

  end(): void {
    if (this.current !== null)
      this.done.push({ stage: this.current.stage, ms: this.now() - this.current.start });
    this.current = null;
  }

  get timings(): readonly Timing[] {
    return this.done;
  }

  /** Since the stopwatch was made, milliseconds. */
  get total(): number {
    return this.now() - this.start;
  }
}
