import { hasArabicLetter } from '../base/arabic.ts';
import { unreachable } from '../base/unreachable.ts';
import type { StyleContext } from './context.ts';
import type { Inline, InlineContent } from './inline.ts';

/**
 * How wide a text is on one line, points: what a rule needs to choose between two shapes of a block. Near
 * enough for that, and no promise: words are shaped alone, in one face and one direction.
 */
export function measureInlines(content: InlineContent, context: StyleContext): number {
  return content.reduce((sum, inline) => sum + measureInline(inline, context), 0);
}

function measureInline(inline: Inline, context: StyleContext): number {
  switch (inline.kind) {
    case 'text':
      return measureText(inline.text, inline.style, context);
    case 'note-ref':
      return measureText(inline.label, inline.style, context);
    case 'image':
      return inline.width;
    case 'break':
    case 'leader':
    case 'field':
    case 'anchor':
      return 0;
    default:
      return unreachable(inline, 'the kinds of inlines');
  }
}

/** Points; as near as `measureInlines`. */
export function measureText(text: string, style: Inline['style'], { fonts }: StyleContext): number {
  const face = fonts.face(style.family, style.weight, style.italic);
  const rtl = hasArabicLetter(text);
  const plain = { before: '', after: '', rtl, script: rtl ? 'Arab' : 'Latn', lang: style.lang, features: '' };
  const units = text
    .split(/(\s+)/)
    .reduce(
      (sum, part) =>
        sum + (part.trim() === '' ? part.length * face.space : face.shape({ text: part, ...plain }).width),
      0,
    );
  return (units * style.size) / face.unitsPerEm;
}
