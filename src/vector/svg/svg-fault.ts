import type { Wording } from '../../base/diagnostic.ts';
import { type SvgReason, svgReasons } from '../../base/messages/svg.ts';

/** Why an SVG cannot be drawn. */
export class SvgFault extends Error {
  override readonly name = 'SvgFault';
  readonly reason: SvgReason;

  constructor(reason: SvgReason) {
    super(reason);
    this.reason = reason;
  }

  /** The reason in both languages. */
  get wording(): Wording {
    return svgReasons[this.reason];
  }

  /** Whether it is its size that is refused, and not the file. */
  get isLimit(): boolean {
    return this.reason === 'deep' || this.reason === 'many';
  }
}
