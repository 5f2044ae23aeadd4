import { unreachable } from '../../base/unreachable.ts';
import type { ResolvedInline } from '../inline-nodes.ts';

/**
 * The characters of a cell up to what is raised after them, the number of a note; null where it holds more than text.
 */
export function cellText(content: readonly ResolvedInline[]): string | null {
  return wordsInside(content)?.text ?? null;
}

/** null for what is no text; `ends` where what follows is raised. */
function wordsOf(inline: ResolvedInline): { readonly text: string; readonly ends: boolean } | null {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return { text: inline.text, ends: false };
    case 'anchor':
      return { text: '', ends: false };
    case 'call':
      return { text: '', ends: true };
    case 'marked':
      return inline.meaning === 'raised' ? { text: '', ends: true } : wordsInside(inline.children);
    case 'link':
    case 'foreign':
    case 'paged':
      return wordsInside(inline.children);
    case 'picture':
      return inline.image === null ? { text: `[${inline.alt || inline.name}]`, ends: false } : null;
    case 'formula':
    case 'break':
    case 'locator':
    case 'field':
      return null;
    default:
      return unreachable(inline, 'the kinds of inlines');
  }
}

function wordsInside(children: readonly ResolvedInline[]): ReturnType<typeof wordsOf> {
  let text = '';
  for (const child of children) {
    const words = wordsOf(child);
    if (words === null) return null;
    text += words.text;
    if (words.ends) return { text, ends: true };
  }
  return { text, ends: false };
}
