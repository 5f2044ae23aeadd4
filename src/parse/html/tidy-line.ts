import type { PhrasingContent, Text } from 'mdast';
import { originOf } from '../node-origin.ts';

/**
 * A line as a browser would set it: white space from HTML is one space, and none where a line begins or
 * ends; breaks only part what there is. Text from Markdown is not touched.
 */
export function tidyLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const line: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = line.at(-1);
    if (node.type === 'break') {
      trimLast(line);
      if (line.length > 0) line.push(node);
    } else if (!isHtmlText(node)) line.push(node);
    else if (last !== undefined && isHtmlText(last) && originOf(last).line === originOf(node).line)
      last.value = `${last.value}${node.value}`.replace(/ {2,}/g, ' ');
    else {
      const isAfterSpace = last === undefined || last.type === 'break' || endsInSpace(last);
      const text = isAfterSpace ? trimStart(node) : node;
      if (text.value !== '') line.push(text);
    }
  }
  while (line.at(-1)?.type === 'break' || isBlank(line.at(-1))) line.pop();
  trimLast(line);
  return line;
}

function endsInSpace(node: PhrasingContent): boolean {
  return isHtmlText(node) && node.value.endsWith(' ');
}

function trimStart(node: Text): Text {
  const value = node.value.trimStart();
  const origin = originOf(node);
  const column = origin.column + node.value.length - value.length;
  return { ...node, value, data: { ...node.data, origin: { ...origin, column } } };
}

function trimLast(line: PhrasingContent[]): void {
  if (isBlank(line.at(-1))) line.pop();
  const last = line.at(-1);
  if (last !== undefined && isHtmlText(last)) last.value = last.value.trimEnd();
}

function isBlank(node: PhrasingContent | undefined): boolean {
  return node !== undefined && isHtmlText(node) && node.value.trim() === '';
}

/** Text that stands for HTML has no position: it is not its source verbatim. */
function isHtmlText(node: PhrasingContent): node is Text {
  return node.type === 'text' && node.position === undefined;
}
