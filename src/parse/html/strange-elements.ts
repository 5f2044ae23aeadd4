import type { Link, PhrasingContent, Text } from 'mdast';
import { unreachable } from '../../base/unreachable.ts';
import { kindOf } from './elements.ts';
import { makeDirective } from './make-directive.ts';
import type { HtmlElement, HtmlPart } from './read-html.ts';
import { type HtmlScope, textOfParts } from './scope.ts';

/** What is left of an element that Warraq does not set: what comes before its content, and the content. */
interface Remains {
  readonly before: readonly PhrasingContent[];
  readonly children: readonly HtmlPart[];
}

/**
 * What no element of HTML is called, and what cannot be shown, is said, and its content stays. A tag that
 * nothing ends was perhaps never meant as one (`List<String>`, `<name>`): it is printed as typed.
 */
export function readStrange(element: HtmlElement, { sink }: HtmlScope): Remains {
  const { name, origin, closed } = element;
  const kind = kindOf(element);
  const typed = [makeDirective('span', { dir: 'ltr' }, element, [text(element.tag, element)])];
  const nodes = element.children.filter((child) => child.kind === 'node');
  switch (kind) {
    case 'silent': {
      if (!closed && nodes.length > 0) {
        sink.report('html-tag', origin, { tag: shown(element) });
        return { before: typed, children: nodes };
      }
      if (textOfParts(element.children).trim() !== '') sink.report('html-silent', origin, { tag: name });
      return NOTHING;
    }
    case 'unshown':
      sink.report('html-unshown', origin, { tag: name });
      return { before: linkTo(element), children: name === 'svg' ? [] : closed ? element.children : nodes };
    case 'block':
    case 'inline':
    case 'unknown': {
      sink.report('html-tag', origin, { tag: shown(element) });
      const isEmpty = element.children.length === 0;
      return { before: closed && !isEmpty ? [] : typed, children: element.children };
    }
    default:
      return unreachable(kind, 'block, inline, silent, unshown, unknown');
  }
}

const NOTHING: Remains = { before: [], children: [] };

function shown({ name, tag }: HtmlElement): string {
  return name === '?' ? tag.slice(1, 20) : (/^<([^\s/>]{1,40})/.exec(tag)?.[1] ?? name);
}

/** A film or a frame cannot be printed; where it is can. */
function linkTo(element: HtmlElement): readonly PhrasingContent[] {
  const { attributes } = element;
  const source = element.children.find((child) => child.kind === 'element' && child.name === 'source');
  const inner = source?.kind === 'element' ? source.attributes['src'] : undefined;
  const url = attributes['src'] ?? attributes['data'] ?? inner;
  const label = attributes['title'] ?? attributes['aria-label'] ?? attributes['alttext'] ?? url;
  if (label === undefined || label === '') return [];
  if (url === undefined || !/^https?:\/\//i.test(url)) return [text(label, element)];
  const { origin } = element;
  return [{ type: 'link', url, title: null, children: [text(label, element)], data: { origin } } as Link];
}

function text(value: string, { origin }: HtmlElement): Text {
  return { type: 'text', value, data: { origin } };
}
