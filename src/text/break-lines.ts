import type { Sink } from '../base/diagnostic.ts';
import { originOfTarget } from '../base/element.ts';
import type { ParagraphStyle } from '../style/blocks.ts';
import { breakGreedily } from './break-greedily.ts';
import { breakOptimally } from './break-optimally.ts';
import { fitAtoms, type ReportWide } from './fit-atoms.ts';
import { type Ladder, STRENGTHS } from './justify.ts';
import type { KeptParagraphs } from './kept-paragraphs.ts';
import type { BrokenLine, Line } from './line.ts';
import type { Measure } from './measure.ts';
import { pairLine } from './pair-line.ts';
import { setLine } from './set-line.ts';
import type { Atom, Shaped, ShapedText } from './shaped.ts';
import { turnedIndent } from './turned-line.ts';

/**
 * Breaks a shaped paragraph into lines of the measure and settles where everything stands on them. An
 * empty paragraph has no lines. Nothing is wider than the measure when it leaves here: a word that is
 * gets broken inside, and reported.
 */
export function breakLines(
  content: Shaped,
  paragraph: ParagraphStyle,
  measure: Measure,
  sink: Sink,
  kept: KeptParagraphs | null = null,
): readonly Line[] {
  let isPlain = true;
  const report: ReportWide = (inline, word) => {
    isPlain = false;
    sink.report('line-overfull', originOfTarget(content.inlines[inline]!.tagTarget), { word });
  };
  const make = () => ({ lines: breakText(content, paragraph, measure, report), isPlain });
  const lines = kept === null ? make().lines : kept.broken(content, paragraph, measure, make);
  return lines.map((line) => pairLine(line, content));
}

/** What lines are broken and set by. */
export type LineStyle = Pick<ParagraphStyle, 'align' | 'indent' | 'kashida' | 'fit' | 'preformatted'>;

function breakText(
  content: ShapedText,
  paragraph: LineStyle,
  measure: Measure,
  report: ReportWide,
): readonly BrokenLine[] {
  if (content.atoms.length === 0) return [];
  const first = measure.width - paragraph.indent - measure.firstIndent;
  const turned = measure.width - turnedIndent(content.atoms[0]!, paragraph);
  const narrowest = Math.min(first, turned) - (measure.beside?.width ?? 0);
  const atoms = fitAtoms(content.atoms, narrowest, paragraph.preformatted ? null : report);
  const room = { first, rest: measure.width, turned, beside: measure.beside };
  const justified = paragraph.align === 'justify' && !paragraph.preformatted && !isNarrow(content, measure);
  const ranges = justified
    ? breakOptimally(atoms, room, STRENGTHS[paragraph.kashida])
    : breakGreedily(atoms, room);
  const style = styleOfLines(paragraph, justified, ranges.length === 1 && fits(atoms, first, paragraph));
  const lines: BrokenLine[] = [];
  let above: Ladder = [];
  for (const range of ranges) {
    const place = { offset: lines.at(-1)?.end ?? 0, index: lines.length };
    const { line, ladder } = setLine(content, atoms, range, style, measure, place, above);
    lines.push(line);
    above = ladder;
  }
  return lines;
}

/** What is too narrow for justified lines is ragged; a single line may be elongated. */
function styleOfLines(paragraph: LineStyle, justified: boolean, elongated: boolean): LineStyle {
  const { align, fit } = paragraph;
  if (elongated && fit !== null) return { ...paragraph, align: 'fit', kashida: fit.kashida };
  return align === 'justify' && !justified ? { ...paragraph, align: 'start' } : paragraph;
}

/** Whether a line takes so much of its room that it may be elongated to it. */
function fits(atoms: readonly Atom[], room: number, { fit }: LineStyle): boolean {
  if (fit === null) return false;
  let width = 0;
  // White space at its end has no width.
  let spaces = 0;
  for (const atom of atoms) {
    if (atom.kind === 'space') spaces += atom.width;
    else {
      width += spaces + atom.width;
      spaces = 0;
    }
  }
  return width >= room * fit.from;
}

/**
 * Columns under so many ems are set ragged: some five words a line leave too few spaces to share what is
 * left, and no elongation makes up for that.
 */
const NARROW = 13;

function isNarrow({ atoms }: ShapedText, { width, beside }: Measure): boolean {
  return width - (beside?.width ?? 0) < NARROW * atoms[0]!.style.size;
}
