import { BuildStopped, type Sink } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import type { Origin } from '../base/origin.ts';
import { type World, WorldError } from '../base/world.ts';
import { reportFault } from './report-fault.ts';

/** A text of a template; `path` is for diagnostics. */
export interface TemplateFile {
  readonly path: string;
  readonly text: string;
}

/** A folder of `templates/`: the project's own, else one that ships with Warraq. */
export interface Template {
  readonly name: string;
  /** What the document is composed of. */
  readonly document: TemplateFile;
  /** Running heads and feet. */
  readonly furniture: TemplateFile;
  /** theme.yaml, the look; empty where a project's own template has none. */
  readonly theme: TemplateFile;
}

/**
 * @param origin where a document or a project names it; null = on the command line
 * @param other what serves where there is no template of that name
 * @throws BuildStopped where the command line names one that there is not, or `other` is not there
 */
export function findTemplate(
  name: string,
  origin: Origin | null,
  other: string,
  world: World,
  sink: Sink,
): Template {
  const folder = `templates/${name}`;
  const isOwn = listOwn(world).includes(name);
  if (!isOwn && !listBuiltIn(world).includes(name)) {
    if (name === other) reportLostTemplate(folder, sink);
    reportUnknownTemplate(name, origin, other, world, sink);
    return findTemplate(other, origin, other, world, sink);
  }
  const read = isOwn ? readOwn : readBuiltIn;
  return {
    name,
    document: read(world, `${folder}/document.hbs`, sink),
    furniture: read(world, `${folder}/furniture.hbs`, sink),
    theme: read(world, `${folder}/theme.yaml`, sink),
  };
}

/** What an e-mail about the document is composed of: the template's own mail.hbs, else that of `briefing`. */
export function findMailFile(template: string, world: World, sink: Sink): TemplateFile {
  return findFile('mail.hbs', template, 'briefing', world, sink);
}

/** What spine and back of a cover are composed of: the template's own cover.hbs, else that of `book`. */
export function findCoverFile(template: string, world: World, sink: Sink): TemplateFile {
  return findFile('cover.hbs', template, 'book', world, sink);
}

function findFile(name: string, template: string, other: string, world: World, sink: Sink): TemplateFile {
  const folder = `templates/${template}`;
  if (world.list(folder).includes(name)) return readOwn(world, `${folder}/${name}`, sink);
  const hasOne = world.listAssets(folder).includes(name);
  return readBuiltIn(world, `templates/${hasOne ? template : other}/${name}`);
}

/** A project's own template may leave files out: then they say nothing. */
function readOwn(world: World, path: string, sink: Sink): TemplateFile {
  if (!world.exists(path)) return { path, text: '' };
  try {
    return { path, text: world.readText(path) };
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    reportFault(error, null, sink);
    return { path, text: '' };
  }
}

function readBuiltIn(world: World, path: string): TemplateFile {
  return { path, text: new TextDecoder().decode(world.readAsset(path)) };
}

/** A name is looked up in a listing, never joined to a path first: `../../etc` is merely an unknown name. */
function listOwn(world: World): readonly string[] {
  return world.list('templates').filter((name) => world.list(`templates/${name}`).includes('document.hbs'));
}

/** Names of the templates that ship with Warraq. */
export function listBuiltIn(world: World): readonly string[] {
  return world
    .listAssets('templates')
    .filter((name) => world.listAssets(`templates/${name}`).includes('document.hbs'));
}

/** A template of Warraq's own that is not there: the disk fails, or the installation is damaged. @throws BuildStopped */
function reportLostTemplate(folder: string, sink: Sink): never {
  reportFault(new WorldError('failed', folder), null, sink);
  throw new BuildStopped('no template of our own');
}

/** @throws BuildStopped where the command line names it */
function reportUnknownTemplate(
  name: string,
  origin: Origin | null,
  other: string,
  world: World,
  sink: Sink,
): void {
  const known = [...new Set([...listBuiltIn(world), ...listOwn(world)])].sort();
  const guess = nearest(name, known);
  const values = { name, other, known: known.join(', ') };
  if (origin === null) {
    sink.report('usage-choice', null, { option: '--template', value: name, known: guess ?? values.known });
    throw new BuildStopped('no such template');
  }
  if (guess === null) sink.report('template-unknown', origin, values);
  else sink.report('template-misspelt', origin, { ...values, guess });
}
