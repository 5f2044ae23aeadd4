import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { copyTree } from '../base/copy-tree.ts';
import { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import { TextCache } from '../base/text-cache.ts';
import type { Manuscript } from '../parse/manuscript.ts';
import { parseFragment } from '../parse/parse.ts';
import { bookWords } from '../project/book-words.ts';
import type { TemplateFile } from '../project/find-template.ts';
import type { Project } from '../project/project.ts';
import { typedDate } from '../project/read-date.ts';
import type { Settings } from '../project/settings.ts';
import { adoptTitle } from './adopt-title.ts';
import type { Composed } from './composed.ts';
import { evaluateTemplate, type Rendered, type TemplateContext } from './evaluate.ts';
import { graftTokens } from './graft.ts';
import { parseTemplate } from './parse-template.ts';
import type { TemplateData } from './template-value.ts';
import { openTextSlots } from './text-slots.ts';

/** Arranges a text as its template says: cover, contents, the text itself, notes on it, running heads. */
export function composeTemplate(manuscript: Manuscript, project: Project, sink: Sink): Composed {
  const { settings, name, root, titleId } = adoptTitle(manuscript.root, project, sink);
  const context: TemplateContext = { data: gatherData(settings), settings, text: openTextSlots(root) };
  return {
    settings: { ...settings, title: name },
    titleId,
    body: compose(project.template.document, context, sink),
    furniture: compose(project.template.furniture, context, sink),
  };
}

/**
 * Writes an e-mail about a text as its template's mail.hbs says. A section it takes is not taken from the
 * document.
 */
export function composeLetter(
  file: TemplateFile,
  manuscript: Manuscript,
  settings: Settings,
  sink: Sink,
): Composed {
  const context: TemplateContext = {
    data: gatherData(settings),
    settings,
    text: openTextSlots(manuscript.root),
  };
  const body = compose(file, context, sink);
  const notes = definitionsIn(manuscript.root);
  return {
    settings,
    titleId: null,
    body: { ...body, children: [...body.children, ...notes] },
    furniture: { type: 'root', children: [] },
  };
}

/** The notes that a part of the text may call, wherever they are written. */
function definitionsIn(node: Nodes): readonly FootnoteDefinition[] {
  if (node.type === 'footnoteDefinition') return [node];
  return 'children' in node ? node.children.flatMap(definitionsIn) : [];
}

function compose(file: TemplateFile, context: TemplateContext, sink: Sink): Root {
  const pieces = parseTemplate(file, sink);
  const rendered = evaluateTemplate(pieces, context, sink);
  const root = parseRendered(file.path, rendered, sink);
  graftTokens(root, rendered.tokens, sink);
  return root;
}

/** Of texts without a mistake that templates have written: they hold places for what is the document's own. */
const MOST_UNITS = 1024 * 1024;
const sound = new TextCache<Root>(MOST_UNITS);

/** Parses what a template has written, once as long as it writes the same; the tree is the caller's own. */
function parseWritten(text: string, path: string, sink: Sink): Root {
  const key = `${path}\n${text}`;
  const known = sound.get(key);
  if (known) return copyTree(known);
  const root = parseFragment(text, path, sink);
  if (sink.diagnostics.length === 0) sound.keep(key, copyTree(root));
  return root;
}

/** Parses what a template has written, and turns lines of that into lines of the template. */
function parseRendered(path: string, rendered: Rendered, sink: Sink): Root {
  const renderedSink = new Sink();
  const root = parseWritten(rendered.text, path, renderedSink);
  const toTemplate = (origin: Origin): Origin => ({
    ...origin,
    line: rendered.lines[origin.line] ?? origin.line,
  });
  sink.forward(renderedSink.diagnostics, toTemplate);
  moveOrigins(root, toTemplate);
  return root;
}

function moveOrigins(node: Nodes, move: (origin: Origin) => Origin): void {
  if (node.data?.origin) node.data.origin = move(node.data.origin);
  if ('children' in node) for (const child of node.children) moveOrigins(child, move);
}

/** What a template sees: every key as written, and the known ones under their English names. */
function gatherData(settings: Settings): Readonly<Record<string, TemplateData>> {
  const { values, theme: _, ...others } = settings;
  const words = bookWords(settings.lang, settings.dir === 'rtl');
  const credits = Object.entries(words.by).flatMap(([role, by]) => {
    const names = settings.people.filter((person) => person.role === role).map(({ name }) => name);
    return names.length > 0 ? [{ by, names }] : [];
  });
  const isEdited = settings.people.some(({ role }) => role !== 'author');
  const house = settings.publisher || settings.issuer;
  const known = { ...others, credits, isEdited, house, date: others.date ?? typedDate(settings) };
  // Values come from the YAML reader, which yields nothing but plain data.
  return Object.assign(Object.create(null), values as Record<string, TemplateData>, known);
}
