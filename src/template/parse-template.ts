import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import { Sink } from '../base/diagnostic.ts';
import { limits } from '../base/limits.ts';
import type { MessageId } from '../base/messages/index.ts';
import { nearest } from '../base/nearest.ts';
import type { Origin } from '../base/origin.ts';
import { TextCache } from '../base/text-cache.ts';
import type { TemplateFile } from '../project/find-template.ts';
import { helpers } from './helper-table.ts';
import type { BlockName, Expression, TemplatePiece } from './piece.ts';
import { tokenMarks } from './token.ts';

/** Of templates without a mistake; those that ship with Warraq are 10 KB. */
const MOST_UNITS = 1024 * 1024;
const sound = new TextCache<readonly TemplatePiece[]>(MOST_UNITS);

/** The pieces of a template, read once as long as it says the same. Every mistake is reported with its place. */
export function parseTemplate(file: TemplateFile, sink: Sink): readonly TemplatePiece[] {
  const key = `${file.path}\n${file.text}`;
  const known = sound.get(key);
  if (known) return known;
  const own = new Sink();
  const pieces = readTemplate(file, own);
  if (own.diagnostics.length > 0) sink.forward(own.diagnostics, (origin) => origin);
  else sound.keep(key, pieces);
  return pieces;
}

/**
 * Reads a Handlebars template into pieces. Handlebars parses, nothing of it compiles or runs: the
 * advisories of 2021–2026 are all about code made from templates or names that reach a prototype, and
 * here no code is made and such names are refused.
 */
function readTemplate(file: TemplateFile, sink: Sink): readonly TemplatePiece[] {
  const start: Origin = { file: file.path, line: 1, column: 1 };
  if (typeof file.text !== 'string' || file.text.length > limits.templateLength) {
    sink.report('template-limit', start);
    return [];
  }
  const mark = file.text.search(tokenMarks);
  if (mark >= 0) {
    sink.report('template-character', placeAt(file, mark));
    return [];
  }
  try {
    return new PieceReader(file.path, sink).readProgram(parse(file.text), 0);
  } catch (error) {
    if (error instanceof RangeError) {
      // Its pass over white space recurses, some thousand blocks deep.
      sink.report('template-limit', start);
      return [];
    }
    // The parser has one way to say that a text is wrong, and that is a plain Error.
    if (!(error instanceof Error) || error instanceof TypeError) throw error;
    sink.report('template-broken', placeOfParseError(error.message, file.path), {
      detail: wordParseError(error.message),
    });
    return [];
  }
}

function placeAt(file: TemplateFile, offset: number): Origin {
  const before = file.text.slice(0, offset).split('\n');
  return { file: file.path, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** `Parse error on line 3:` from the grammar, `if doesn't match each - 1:3` from the block check. */
function placeOfParseError(message: string, file: string): Origin {
  const pair = / - (\d+):(\d+)$/.exec(message);
  if (pair !== null) return { file, line: Number(pair[1]), column: Number(pair[2]) + 1 };
  return { file, line: Number(/on line (\d+)/.exec(message)?.[1] ?? 1), column: 1 };
}

/** The grammar's list of expected tokens helps nobody; the line it stopped at does. */
function wordParseError(message: string): string {
  const lines = message.split('\n');
  if (lines.length === 1)
    return message.replace(/ - \d+:\d+$/, '').replace(/^Parse error.*$/, 'unexpected end');
  return (lines[1] ?? '').trim().slice(-60);
}

const blockNames: ReadonlySet<string> = new Set(['if', 'unless', 'each', 'with']);

/** Names by which a property access leaves the data. Own keys of these names cannot exist either (yaml-entries). */
const reservedNames: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
]);

class PieceReader {
  private readonly file: string;
  private readonly sink: Sink;

  constructor(file: string, sink: Sink) {
    this.file = file;
    this.sink = sink;
  }

  readProgram(program: hbs.AST.Program | undefined, depth: number): readonly TemplatePiece[] {
    if (program === undefined) return [];
    if (depth > limits.templateDepth) return this.refuse('template-limit', program, {});
    return program.body.flatMap((statement) => this.readStatement(statement, depth));
  }

  private readStatement(node: hbs.AST.Statement, depth: number): readonly TemplatePiece[] {
    switch (node.type) {
      case 'ContentStatement':
        return this.readText(node as hbs.AST.ContentStatement);
      case 'CommentStatement':
        return [];
      case 'MustacheStatement':
        return this.readOutput(node as hbs.AST.MustacheStatement);
      case 'BlockStatement':
        return this.readBlock(node as hbs.AST.BlockStatement, depth);
      default:
        // Partials and decorators: a template is one file, so that a reader has it whole before him.
        return this.refuse('template-construct', node, { construct: node.type });
    }
  }

  private readText(node: hbs.AST.ContentStatement): readonly TemplatePiece[] {
    const { value } = node;
    // The published type of `original` is that of another node.
    const original: unknown = node.original;
    if (value === '') return [];
    // White space may have been stripped before the first visible character; count its lines in.
    const dropped =
      value.trim() === '' || typeof original !== 'string'
        ? ''
        : original.slice(0, original.search(/\S/) - value.search(/\S/));
    return [{ kind: 'text', text: value, line: node.loc.start.line + dropped.split('\n').length - 1 }];
  }

  private readOutput(node: hbs.AST.MustacheStatement): readonly TemplatePiece[] {
    const expression = this.readCall(node.path, node.params, node.hash);
    return expression === null ? [] : [{ kind: 'output', expression, origin: this.originOf(node) }];
  }

  private readBlock(node: hbs.AST.BlockStatement, depth: number): readonly TemplatePiece[] {
    const name = node.path.original;
    if (!isBlockName(name)) return this.refuse('template-block', node, { name: String(name) });
    const [condition] = node.params;
    if (condition === undefined || node.params.length > 1)
      return this.refuse('template-block-value', node, { name });
    const expression = this.readExpression(condition);
    const body = this.readProgram(node.program, depth + 1);
    const otherwise = this.readProgram(node.inverse, depth + 1);
    if (expression === null) return [];
    const names = node.program?.blockParams ?? [];
    return [{ kind: 'block', block: name, expression, names, body, otherwise, origin: this.originOf(node) }];
  }

  private readExpression(node: hbs.AST.Expression): Expression | null {
    switch (node.type) {
      case 'PathExpression':
        return this.readCall(node as hbs.AST.PathExpression, [], undefined);
      case 'SubExpression': {
        const { path, params, hash } = node as hbs.AST.SubExpression;
        return this.readCall(path, params, hash);
      }
      case 'StringLiteral':
      case 'NumberLiteral':
      case 'BooleanLiteral':
        return { kind: 'literal', value: (node as hbs.AST.StringLiteral | hbs.AST.NumberLiteral).value };
      case 'NullLiteral':
      case 'UndefinedLiteral':
        return { kind: 'literal', value: null };
      default:
        this.refuse('template-construct', node, { construct: node.type });
        return null;
    }
  }

  /** A path alone is data unless it names a helper that needs nothing (`page`, `content`). */
  private readCall(
    path: hbs.AST.Node,
    params: readonly hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
  ): Expression | null {
    if (path.type !== 'PathExpression') return this.readExpression(path);
    const { original, parts, data, depth } = path as hbs.AST.PathExpression;
    const helper = parts.length === 1 && !data && depth === 0 ? helpers.get(original) : undefined;
    const isBare = params.length === 0 && (hash?.pairs.length ?? 0) === 0;
    if (helper === undefined && !isBare) return this.refuseHelper(path, original);
    if (helper === undefined || (isBare && helper.least > 0))
      return this.readPath(path as hbs.AST.PathExpression);
    if (params.length < helper.least || params.length > helper.most) {
      this.refuse('template-arguments', path, { name: original, usage: helper.usage });
      return null;
    }
    const named: Record<string, Expression> = Object.create(null);
    for (const pair of hash?.pairs ?? []) named[pair.key] = this.readExpression(pair.value) ?? nothing;
    const args = params.map((param) => this.readExpression(param) ?? nothing);
    return { kind: 'call', helper: original, args, named, origin: this.originOf(path) };
  }

  private readPath(node: hbs.AST.PathExpression): Expression | null {
    const bad = node.parts.find((part) => reservedNames.has(part));
    if (bad !== undefined) {
      this.refuse('template-name', node, { name: bad });
      return null;
    }
    return {
      kind: 'path',
      scope: node.depth,
      data: node.data,
      parts: node.parts,
      origin: this.originOf(node),
    };
  }

  private refuseHelper(node: hbs.AST.Node, name: string): null {
    const known = [...helpers.keys()];
    const guess = nearest(name, known);
    this.refuse('template-helper', node, { name, known: guess ?? known.join(', ') });
    return null;
  }

  private refuse(
    rule: MessageId,
    node: hbs.AST.Node,
    values: Readonly<Record<string, string>>,
  ): readonly TemplatePiece[] {
    this.sink.report(rule, this.originOf(node), values);
    return [];
  }

  private originOf(node: hbs.AST.Node): Origin {
    return { file: this.file, line: node.loc.start.line, column: node.loc.start.column + 1 };
  }
}

const nothing: Expression = { kind: 'literal', value: null };

function isBlockName(name: unknown): name is BlockName {
  return typeof name === 'string' && blockNames.has(name);
}
