import { posix } from 'node:path';
import type { Link, List, Nodes, Root } from 'mdast';
import { decodePercent } from '../base/decode-percent.ts';
import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import { openGrammar } from '../parse/grammar.ts';
import { readText } from '../parse/syntax/heading-ids.ts';
import type { ListedChapter } from './chapter-list.ts';

/**
 * The chapters of an mdBook, as its SUMMARY.md lists them: links in (nested) lists; before and after those, links of
 * their own (preface, appendix); headings as parts. A first heading is the list's own and no part. A link without an
 * address is a draft, which is said and left out, as is every line that names no chapter.
 * https://rust-lang.github.io/mdBook/format/summary.html
 */
export function readSummary(path: string, text: string, sink: Sink): readonly ListedChapter[] {
  const reader = new SummaryReader(path, sink);
  reader.read(openGrammar(null).parse(text));
  return reader.chapters;
}

class SummaryReader {
  readonly chapters: ListedChapter[] = [];
  private readonly path: string;
  private readonly sink: Sink;
  private readonly seen = new Set<string>();
  /** Only what stands in a list is numbered: prefaces and appendices stand before and after. */
  private inList = false;

  constructor(path: string, sink: Sink) {
    this.path = path;
    this.sink = sink;
  }

  read({ children }: Root): void {
    const blocks = children.filter((node) => !isSilent(node));
    for (const [index, node] of blocks.entries()) {
      if (node.type === 'heading') {
        if (index > 0) this.addPart(node, 0);
      } else if (node.type === 'list') this.readChapters(node);
      else this.readLine(node, 0, false);
    }
  }

  private readChapters(list: List): void {
    this.inList = true;
    this.readList(list, 0);
    this.inList = false;
  }

  private readList({ children }: List, level: number): void {
    for (const item of children) {
      const hasMore = item.children.some((child) => child.type === 'list');
      for (const node of item.children.filter((child) => !isSilent(child))) {
        if (node.type === 'list') this.readList(node, level + 1);
        else this.readLine(node, level, hasMore);
      }
    }
  }

  /** A line of links; without one it stands over what is listed under it, or says nothing a book could take. */
  private readLine(node: Nodes, level: number, hasMore: boolean): void {
    const links = linksOf(node);
    for (const link of links) this.addLink(link, level);
    if (links.length > 0) return;
    if (hasMore && readText(node).trim() !== '') this.addPart(node, level);
    else this.sink.report('summary-line', this.originOf(node), { text: shorten(readText(node)) });
  }

  private addLink(link: Link, level: number): void {
    const title = readText(link).replace(/\s+/g, ' ').trim();
    const [written = '', fragment] = link.url.split('#', 2);
    if (written === '' && fragment === undefined) {
      this.sink.report('summary-draft', this.originOf(link), { title });
    } else if (written === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) {
      this.sink.report('summary-line', this.originOf(link), { text: shorten(link.url) });
    } else {
      const path = posix.join(posix.dirname(this.path), decodePercent(written));
      // GitBook lists sections of a chapter as links into it.
      if (this.seen.has(path) && fragment === undefined)
        this.sink.report('summary-twice', this.originOf(link), { path });
      if (!this.seen.has(path))
        this.add({ path, origin: this.originOf(link), title: title || null, level, isPart: false });
      this.seen.add(path);
    }
  }

  private addPart(node: Nodes, level: number): void {
    const title = readText(node).replace(/\s+/g, ' ').trim();
    this.add({ path: this.path, origin: this.originOf(node), title, level, isPart: true });
  }

  private add(chapter: Omit<ListedChapter, 'isNumbered'>): void {
    this.chapters.push({ ...chapter, isNumbered: this.inList && !chapter.isPart });
  }

  private originOf({ position }: Nodes): Origin {
    return { file: this.path, line: position?.start.line ?? 1, column: position?.start.column ?? 1 };
  }
}

/** Comments, rules between the parts, front matter: nothing a reader of the book would miss. */
function isSilent(node: Nodes): boolean {
  if (node.type === 'html') return /^\s*<!--[\s\S]*-->\s*$/.test(node.value);
  return node.type === 'yaml' || node.type === 'thematicBreak' || node.type === 'definition';
}

function linksOf(node: Nodes): readonly Link[] {
  if (node.type === 'link') return [node];
  return 'children' in node ? node.children.flatMap(linksOf) : [];
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
