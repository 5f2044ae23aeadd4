import type { Sink } from '../base/diagnostic.ts';
import type { Source } from './source.ts';
import { readYamlEntries, type YamlEntry } from './yaml-entries.ts';

/**
 * Front matter opens with a line of three hyphens and nothing else. `---js`, `---json` and the like are
 * text: tools that ran them as code have CVE-2021-23639 and CVE-2025-65108 to show for it.
 */
const fence = /^---[ \t]*$/;

/** Marks that look like nothing and keep the first line from being a fence: LRM, RLM, ALM, isolates, joiners. */
const hiddenLead = /^[\u061C\u200B-\u200F\u2060\u2066-\u2069\uFEFF]+---[ \t]*$/;

/** The entries of a source's front matter, [] where it has none. */
export function readFrontMatter(source: Source, sink: Sink): readonly YamlEntry[] {
  const lines = source.text.split(/\r\n|\n|\r/);
  const first = lines[0] ?? '';
  if (hiddenLead.test(first)) sink.report('front-matter-hidden', { file: source.path, line: 1, column: 1 });
  if (!fence.test(first)) {
    reportLate(lines, source, sink);
    return [];
  }
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line));
  if (end < 0) {
    // A document may open with a rule (`---`); only what looks like a key was meant as front matter.
    if (isKey(lines[1])) {
      sink.report('front-matter-open', { file: source.path, line: 1, column: 1 });
    }
    return [];
  }
  return readYamlEntries({ file: source.path, text: lines.slice(1, end).join('\n'), firstLine: 2 }, sink);
}

const isKey = (line = '') => /^[^\s:#-][^:]*:(?:\s|$)/.test(line);

/** Front matter that blank lines keep from being the first thing in its file: Markdown reads a rule and a heading. */
function reportLate(lines: readonly string[], { path }: Source, sink: Sink): void {
  const start = lines.findIndex((line) => line.trim() !== '');
  if (start < 1 || !fence.test(lines[start]!) || !isKey(lines[start + 1])) return;
  if (lines.slice(start + 1, start + 200).some((line) => fence.test(line)))
    sink.report('front-matter-late', { file: path, line: start + 1, column: 1 });
}
