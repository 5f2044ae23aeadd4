import type { Sink } from './base/diagnostic.ts';
import { nearest } from './base/nearest.ts';
import { unreachable } from './base/unreachable.ts';
import type { World } from './base/world.ts';
import { hasControls } from './mail/header.ts';
import { readRecipients } from './mail/read-recipients.ts';
import { type EnvelopeOption, OPTION_TABLE, type OptionRow, type RequestOption } from './option-table.ts';
import type { Envelope } from './project/envelope.ts';
import { type CompleteRequest, makeRequest, pdfFieldsOf } from './project/request.ts';
import type { EnvelopeRequest, Request } from './request.ts';

/** A kind of value: its name in TypeScript's notation, and how it is known. */
interface Kind {
  readonly notation: string;
  readonly holds: (value: unknown) => boolean;
}

const text: Kind = { notation: 'string', holds: (value) => typeof value === 'string' };
const texts: Kind = {
  notation: 'string[]',
  holds: (value) => Array.isArray(value) && value.every(text.holds),
};
const truth: Kind = { notation: 'boolean', holds: (value) => typeof value === 'boolean' };
const time: Kind = { notation: 'number', holds: (value) => Number.isSafeInteger(value) };
const object: Kind = { notation: 'object', holds: isRecord };
const oneOf = (names: readonly string[]): Kind => ({
  notation: names.map((name) => `'${name}'`).join(' | '),
  holds: (value) => names.some((name) => name === value),
});

type Fields = ReadonlyMap<string, Kind>;

/** What an option says is said in a field of the same kind. */
function kindOf({ takes, choices }: OptionRow): Kind {
  if (choices !== undefined) return oneOf(choices);
  switch (takes) {
    case 'nothing':
      return truth;
    case 'one value':
      return text;
    case 'values':
      return texts;
    default:
      return unreachable(takes, 'nothing, one value, values');
  }
}

/** The fields under `path` that are options, and those that only a program says. */
function fieldsOf(path: string, others: Readonly<Record<string, Kind>>): Fields {
  const rows: readonly OptionRow[] = OPTION_TABLE;
  const options = rows.flatMap((row): [string, Kind][] => {
    const { field = '' } = row;
    const name = field.slice(path.length);
    return field.startsWith(path) && name !== '' && !name.includes('.') ? [[name, kindOf(row)]] : [];
  });
  return new Map([...Object.entries(others), ...options]);
}

/** Kinds of those that are no option: the type has each of them named. */
type Others<T, O> = Readonly<Record<Exclude<keyof T, O>, Kind>>;

const REQUEST: Others<Request, RequestOption> = { files: texts, text, envelope: object };
const ENVELOPE: Others<EnvelopeRequest, EnvelopeOption> = { sent: time };

/**
 * A request with its defaults. It may come from JavaScript: what is of the wrong type, or unknown, is reported.
 *
 * @returns null after an error
 */
export function readRequest(given: Request, sink: Sink): CompleteRequest | null {
  if (!isRecord(given)) {
    sink.report('request-field', null, { field: 'compile()', expected: 'object' });
    return null;
  }
  const { envelope, ...said } = checkFields<Request>(given, '', REQUEST, sink);
  const request = makeRequest({ ...said, envelope: envelope ? readEnvelope(envelope, sink) : null });
  for (const option of pdfFieldsOf(request)) sink.report('usage-not-pdf', null, { option });
  if (request.files.includes('-') && request.text === null) sink.report('request-no-text', null);
  if (request.files.length === 0 && request.text === null && !sink.failed)
    sink.report('request-no-file', null);
  if (sink.failed) return null;
  return request.files.length === 0 ? { ...request, files: ['-'] } : request;
}

function readEnvelope(given: EnvelopeRequest, sink: Sink): Envelope {
  const said = checkFields<EnvelopeRequest>(given, 'envelope.', ENVELOPE, sink);
  const { subject = null, force = false, sent = null } = said;
  const [from = null] = said.from === undefined ? [] : readRecipients('envelope.from', [said.from], sink);
  if (subject !== null && hasControls(subject))
    sink.report('mail-control', null, { option: 'envelope.subject' });
  const [to, cc] = [said.to ?? [], said.cc ?? []];
  return {
    from,
    to: readRecipients('envelope.to', to, sink),
    cc: readRecipients('envelope.cc', cc, sink),
    subject,
    force,
    sent,
  };
}

/** Fields that are said and of the right type. */
type Checked<T> = { readonly [F in keyof T]?: NonNullable<T[F]> };

function checkFields<T extends object>(
  given: T,
  path: string,
  others: Readonly<Record<string, Kind>>,
  sink: Sink,
): Checked<T> {
  const checked: Record<string, unknown> = {};
  const kinds = fieldsOf(path, others);
  for (const [name, value] of Object.entries(given)) {
    const kind = kinds.get(name);
    const field = `${path}${name}`.slice(0, 80);
    if (value === undefined || value === null) continue;
    if (kind === undefined) {
      const guess = nearest(name, kinds.keys()) ?? [...kinds.keys()].join(', ');
      sink.report('request-unknown-field', null, { field, guess });
    } else if (kind.holds(value)) checked[name] = value;
    else sink.report('request-field', null, { field, expected: kind.notation });
  }
  return checked as Checked<T>;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const WORLD: readonly (keyof World)[] = [
  'readText',
  'readBytes',
  'exists',
  'list',
  'readAsset',
  'listAssets',
  'readPackage',
  'env',
];

/** @returns whether this is a world; else what it lacks is reported */
export function checkWorld(given: World, sink: Sink): boolean {
  const missing = WORLD.find((member) => !isRecord(given) || typeof given[member] !== 'function');
  if (missing !== undefined) sink.report('request-world', null, { member: missing });
  return missing === undefined;
}
