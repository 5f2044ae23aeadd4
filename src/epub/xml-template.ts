import { tameText } from '../base/bidi-controls.ts';
import type { Sink } from '../base/diagnostic.ts';
import { escapeXml } from '../base/escape-xml.ts';
import { type World, WorldError } from '../base/world.ts';
import type { Settings } from '../project/settings.ts';
import { evaluateTemplate } from '../template/evaluate.ts';
import { parseTemplate } from '../template/parse-template.ts';
import { Insert, type TemplateData } from '../template/template-value.ts';
import { splitTokens } from '../template/token.ts';

/** Reads a file of the e-book's template: the project's own, the template's, or the one all templates share. */
export function readEpubFile(name: string, template: string, world: World): string | null {
  const own = `templates/${template}/${name}`;
  if (world.exists(own)) return world.readText(own);
  for (const folder of [template, SHARED]) {
    if (world.listAssets(`templates/${folder}`).includes(name))
      return new TextDecoder().decode(world.readAsset(`templates/${folder}/${name}`));
  }
  return null;
}

/** A folder of `templates/` that is no template: it has no document.hbs. */
export const SHARED = 'epub';

/**
 * Runs a Handlebars template whose product is XML. It is the evaluator that composes documents: values come
 * as tokens, and what replaces a token here is escaped, so that no value can be markup. `{{{content}}}`
 * is the only thing that is markup already.
 *
 * @param content printed XML
 */
export function renderXml(
  name: string,
  data: Readonly<Record<string, TemplateData>>,
  content: string,
  settings: Settings,
  world: World,
  sink: Sink,
): string {
  const text = readEpubFile(name, settings.template, world);
  if (text === null) throw new WorldError('missing', `templates/${SHARED}/${name}`);
  const pieces = parseTemplate({ path: `templates/${settings.template}/${name}`, text }, sink);
  const slots = {
    takeContent: () => [{ type: 'html' as const, value: content }],
    takeSection: () => [],
    hasSection: () => false,
    takeMatter: () => [],
  };
  const rendered = evaluateTemplate(pieces, { data, settings, text: slots }, sink);
  const parts = splitTokens(rendered.text).map((part) => {
    if (typeof part === 'string') return part;
    const value = rendered.tokens[part]?.content ?? '';
    return value instanceof Insert ? content : escapeXml(tameText(value));
  });
  return parts.join('');
}
