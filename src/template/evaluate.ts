import type { Sink } from '../base/diagnostic.ts';
import { commaOf } from '../base/language.ts';
import { limits } from '../base/limits.ts';
import { nearest } from '../base/nearest.ts';
import type { Origin } from '../base/origin.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Settings } from '../project/settings.ts';
import { TemplateFault, type TextSlots } from './helper.ts';
import { helpers } from './helper-table.ts';
import type { BlockPiece, Expression, TemplatePiece } from './piece.ts';
import {
  Insert,
  isList,
  isMap,
  isTruthy,
  type TemplateData,
  type TemplateValue,
  toText,
} from './template-value.ts';
import { printToken } from './token.ts';

/** Markdown with tokens where values stand. */
export interface Rendered {
  readonly text: string;
  /** The template's line for each line of `text`, both 1-based, [0] unused. */
  readonly lines: readonly number[];
  /** What each token stands for, by number. */
  readonly tokens: readonly TemplateToken[];
}

export interface TemplateToken {
  readonly content: string | Insert;
  readonly origin: Origin;
}

export interface TemplateContext {
  readonly data: Readonly<Record<string, TemplateData>>;
  readonly settings: Settings;
  readonly text: TextSlots;
}

/**
 * Runs a template. What is wrong with one piece is reported and leaves only that piece out; a template
 * that runs away leaves nothing, lest megabytes be parsed for a build that has failed.
 */
export function evaluateTemplate(
  pieces: readonly TemplatePiece[],
  context: TemplateContext,
  sink: Sink,
): Rendered {
  const writer = new Writer();
  const evaluator = new Evaluator(context, writer, sink);
  evaluator.runAll(pieces, { value: context.data, names: new Map(), outer: null });
  return evaluator.isStopped ? new Writer() : writer;
}

/** What names mean at a point of the template: `{{#each}}` and `{{#with}}` open an inner one. */
interface Scope {
  readonly value: TemplateValue;
  /** `@index`, `@key`, `@first`, `@last` with their sign, and block parameters without. */
  readonly names: ReadonlyMap<string, TemplateValue>;
  readonly outer: Scope | null;
}

class Writer implements Rendered {
  text = '';
  readonly lines: number[] = [0];
  readonly tokens: TemplateToken[] = [];
  private atLineStart = true;

  writeText(text: string, line: number): void {
    text.split('\n').forEach((part, index) => {
      if (index > 0) {
        if (this.atLineStart) this.lines.push(line + index - 1);
        this.text += '\n';
        this.atLineStart = true;
      }
      if (part !== '') this.write(part, line + index);
    });
  }

  writeToken(content: string | Insert, origin: Origin): void {
    this.write(printToken(this.tokens.length), origin.line);
    this.tokens.push({ content, origin });
  }

  private write(part: string, line: number): void {
    if (this.atLineStart) this.lines.push(line);
    this.atLineStart = false;
    this.text += part;
  }
}

class Evaluator {
  private readonly context: TemplateContext;
  private readonly writer: Writer;
  private readonly sink: Sink;
  private steps = 0;

  constructor(context: TemplateContext, writer: Writer, sink: Sink) {
    this.context = context;
    this.writer = writer;
    this.sink = sink;
  }

  runAll(pieces: readonly TemplatePiece[], scope: Scope): void {
    for (const piece of pieces) {
      if (this.isOverLimit(piece)) return;
      switch (piece.kind) {
        case 'text':
          this.writer.writeText(piece.text, piece.line);
          break;
        case 'output':
          this.runOutput(piece.expression, piece.origin, scope);
          break;
        case 'block':
          this.runBlock(piece, scope);
          break;
        default:
          unreachable(piece, 'text, output, block');
      }
    }
  }

  get isStopped(): boolean {
    return this.steps === Number.POSITIVE_INFINITY;
  }

  /** Said once; after that nothing more is run, however many loops are still open. */
  private isOverLimit(piece: TemplatePiece): boolean {
    this.steps += 1;
    if (this.steps <= limits.templateSteps && this.writer.text.length <= limits.templateOutput) return false;
    if (!this.isStopped) {
      this.sink.report('template-limit', piece.kind === 'text' ? null : piece.origin);
    }
    this.steps = Number.POSITIVE_INFINITY;
    return true;
  }

  private runOutput(expression: Expression, origin: Origin, scope: Scope): void {
    const value = this.evaluate(expression, scope);
    if (value === undefined && expression.kind === 'path')
      this.reportMissing(expression.parts, expression.origin);
    if (value instanceof Insert) {
      if (isTruthy(value)) this.writer.writeToken(value, origin);
      return;
    }
    const text = toText(value, commaOf(this.context.settings.lang));
    if (text === null) this.sink.report('template-value-kind', origin, { helper: 'each' });
    else if (text !== '') this.writer.writeToken(text, origin);
  }

  private reportMissing(parts: readonly string[], origin: Origin): void {
    const name = parts.join('.');
    const guess = nearest(name, Object.keys(this.context.data));
    if (guess === null) this.sink.report('template-value-missing', origin, { name });
    else this.sink.report('template-value-misspelt', origin, { name, guess });
  }

  private runBlock(piece: BlockPiece, scope: Scope): void {
    const value = this.evaluate(piece.expression, scope);
    switch (piece.block) {
      case 'if':
        this.runAll(isTruthy(value) ? piece.body : piece.otherwise, scope);
        break;
      case 'unless':
        this.runAll(isTruthy(value) ? piece.otherwise : piece.body, scope);
        break;
      case 'with':
        this.runWith(piece, value, scope);
        break;
      case 'each':
        this.runEach(piece, value, scope);
        break;
      default:
        unreachable(piece.block, 'if, unless, with, each');
    }
  }

  private runWith(piece: BlockPiece, value: TemplateValue, scope: Scope): void {
    const names = new Map(piece.names.slice(0, 1).map((name) => [name, value]));
    if (isTruthy(value)) this.runAll(piece.body, { value, names, outer: scope });
    else this.runAll(piece.otherwise, scope);
  }

  private runEach(piece: BlockPiece, value: TemplateValue, scope: Scope): void {
    const items: readonly (readonly [string | number, TemplateData])[] = isList(value)
      ? value.map((item, index) => [index, item] as const)
      : isMap(value)
        ? Object.entries(value)
        : [];
    if (items.length === 0) this.runAll(piece.otherwise, scope);
    items.forEach(([key, item], index) => {
      const names = new Map<string, TemplateValue>([
        ['@index', index],
        ['@key', key],
        ['@first', index === 0],
        ['@last', index === items.length - 1],
      ]);
      const [itemName, keyName] = piece.names;
      if (itemName !== undefined) names.set(itemName, item);
      if (keyName !== undefined) names.set(keyName, key);
      this.runAll(piece.body, { value: item, names, outer: scope });
    });
  }

  private evaluate(expression: Expression, scope: Scope): TemplateValue {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'path':
        return this.findValue(expression, scope);
      case 'call':
        return this.callHelper(expression, scope);
      default:
        return unreachable(expression, 'literal, path, call');
    }
  }

  private findValue(path: Expression & { kind: 'path' }, scope: Scope): TemplateValue {
    let from: Scope = scope;
    for (let up = 0; up < path.scope; up++) from = from.outer ?? from;
    const [first, ...rest] = path.parts;
    if (first === undefined) return from.value;
    if (path.data) return walk(first === 'root' ? this.context.data : findName(from, `@${first}`), rest);
    const named = path.scope === 0 ? findName(from, first) : undefined;
    return named === undefined ? walk(from.value, path.parts) : walk(named, rest);
  }

  private callHelper(call: Expression & { kind: 'call' }, scope: Scope): TemplateValue {
    const helper = helpers.get(call.helper);
    if (helper === undefined) throw new Error(`the reader let an unknown helper through: ${call.helper}`);
    const named: Record<string, TemplateValue> = Object.create(null);
    for (const [name, value] of Object.entries(call.named)) named[name] = this.evaluate(value, scope);
    const args = call.args.map((arg) => this.evaluate(arg, scope));
    try {
      return helper.run({ args, named, settings: this.context.settings, text: this.context.text });
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error;
      this.sink.report(error.rule, call.origin, error.values);
      return null;
    }
  }
}

function findName(scope: Scope, name: string): TemplateValue {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    if (at.names.has(name)) return at.names.get(name);
  }
  return undefined;
}

/** Own keys of data only: nothing is ever read from a prototype, of whatever kind the value is. */
function walk(value: TemplateValue, parts: readonly string[]): TemplateValue {
  let at = value;
  for (const part of parts) {
    if (typeof at !== 'object' || at === null || at instanceof Insert || !Object.hasOwn(at, part))
      return undefined;
    at = isList(at)
      ? /^\d+$/.test(part)
        ? at[Number(part)]
        : undefined
      : (at as Readonly<Record<string, TemplateData>>)[part];
  }
  return at;
}
