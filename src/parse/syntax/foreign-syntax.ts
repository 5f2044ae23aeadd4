import type { Nodes, Parents, Text } from 'mdast';
import { nearest } from '../../base/nearest.ts';
import type { Chapter } from '../chapter.ts';
import { originOf } from '../node-origin.ts';
import { sliceText } from '../slice-text.ts';
import { leafDirectives, textDirectives } from './directive-names.ts';

/** Syntax of other tools, which stays text: named, so that nobody finds it first in print. */
interface Foreign {
  readonly en: string;
  readonly ar: string;
  readonly pattern: RegExp;
}

const LINE_START = '(?<![^\\n])';

const FOREIGN: readonly Foreign[] = [
  { en: 'a shortcode of Hugo', ar: 'رمزًا مختصرًا من Hugo', pattern: /\{\{[<%][^{}]{1,500}[>%]\}\}/g },
  { en: 'a placeholder of a template', ar: 'متغيرًا من قالب', pattern: /\{\{[^<%{}][^{}]{0,500}\}\}/g },
  { en: 'a tag of Liquid or Jinja', ar: 'وسمًا من Liquid أو Jinja', pattern: /\{%[^{}]{1,500}%\}/g },
  {
    en: 'a table of contents',
    ar: 'علامة فهرس محتويات',
    pattern: /\[\[_?toc_?\]\]|\[toc\]|\{:toc\}|\$\{toc\}/gi,
  },
  { en: 'a wiki link', ar: 'رابط ويكي', pattern: /!?\[\[(?!_?toc_?\])[^\][\n]{1,200}\]\]/gi },
  {
    en: 'a citation',
    ar: 'إحالة إلى مرجع',
    pattern: /\[[^\][\n]{0,100}(?<![\w.])@[\w\p{L}][\w\p{L}:.-]*[^\][\n]{0,100}\]/gu,
  },
  { en: 'a formula', ar: 'صيغة رياضية', pattern: /\$\$[^$]{1,2000}\$\$/g },
  {
    en: 'a formula',
    ar: 'صيغة رياضية',
    pattern: /\\\((?:(?!\\\))[^\n]){1,500}\\\)|\\\[(?:(?!\\\])[\s\S]){1,2000}\\\]/g,
  },
  {
    en: 'an emoji code',
    ar: 'رمز تعبيري',
    pattern:
      /(?<![a-z0-9_/:]):[a-z][a-z0-9]*(?:[_-][a-z0-9]+)+:(?![a-z0-9:])|(?<![^\s(«]):[a-z][a-z0-9]{2,30}:(?![^\s.,،؛)»])/gi,
  },
  { en: 'an inline note', ar: 'حاشية مضمّنة', pattern: /\^\[[^\][\n]{1,500}\]/g },
  {
    en: 'a block of MkDocs',
    ar: 'كتلة من MkDocs',
    pattern: new RegExp(`${LINE_START}(?:!!!|\\?\\?\\?\\+?|===)[ \\t]+["\\w].{0,80}`, 'g'),
  },
  {
    en: 'a file to be included',
    ar: 'إدراج ملف',
    pattern: new RegExp(`${LINE_START}(?:--8<--|<<<[ \\t]*@|@include|!include)\\s?.{0,80}`, 'g'),
  },
  {
    en: 'code of MDX',
    ar: 'شيفرة MDX',
    pattern: new RegExp(
      `${LINE_START}(?:import\\s[^\\n]{1,200}\\sfrom\\s+["'][^\\n]*|export\\s+(?:const|default|function|let)\\s[^\\n]*)`,
      'g',
    ),
  },
  {
    en: 'a command of LaTeX',
    ar: 'أمرًا من LaTeX',
    // A folder of Windows has no braces after it.
    pattern:
      /(?<![\w:\\])\\(?:[a-z]{2,30}\{[^{}\n]{0,200}\}|(?:newpage|pagebreak|clearpage|maketitle|tableofcontents)(?![a-z]))/gi,
  },
  {
    en: 'front matter in TOML',
    ar: 'مقدمة بصيغة TOML',
    pattern: new RegExp(`${LINE_START}\\+\\+\\+\\n[\\w.-]+[ \\t]*=[^\\n]{0,200}`, 'g'),
  },
  {
    en: 'an abbreviation',
    ar: 'شرح اختصار',
    pattern: new RegExp(`${LINE_START}\\*\\[[^\\]\\n]{1,60}\\]:[ \\t][^\\n]{0,200}`, 'g'),
  },
  { en: 'a comment of MDX', ar: 'تعليقًا من MDX', pattern: /\{\/\*[^{}]{0,500}\*\/\}/g },
  { en: 'a comment of Obsidian', ar: 'تعليقًا من Obsidian', pattern: /%%[^%\n]{1,500}%%/g },
  {
    en: 'attributes',
    ar: 'صفات',
    pattern: /\{:?[ \t]*(?:[#.][a-z][\w-]*|[a-z][\w-]*="[^"{}\n]*")[^{}\n]{0,200}\}/gi,
  },
  {
    en: 'a directive',
    ar: 'توجيهًا',
    pattern: new RegExp(
      `${LINE_START}::[a-z][\\w-]*(?:\\[[^\\]\\n]*\\])?(?:\\{[^}\\n]*\\})?[ \\t]*(?![^\\n])`,
      'gi',
    ),
  },
];

/** `:ref[x]`, `{ref}` before code: what hangs at a bracket or at code is no everyday colon. */
const ROLE = /(?<![a-z0-9:]):([a-z][\w-]{0,40})\[[^\][\n]{0,200}\]/gi;

/** Between dollars as Pandoc has it: no space inside, no digit after, and something that prose has not. */
const DOLLARS = /(?<![\\$\w])\$(?=[^\s$])([^$\n]{0,300}?[^\s$\\])\$(?![\d$])/g;

const MAY_HOLD = /[{[$^!?@:<\\]|%%|(?:^|\n)(?:import|export|===|--8|\+\+\+)/;

export function checkForeign(node: Text, chapter: Chapter): void {
  const { value } = node;
  if (!MAY_HOLD.test(value)) return;
  const whole = node.data?.literal ? FOREIGN.find((kind) => isWholly(kind, value)) : undefined;
  if (whole) {
    reportForeign(value, whole, node, chapter);
    return;
  }
  for (const { en, ar, pattern } of FOREIGN)
    for (const match of value.matchAll(pattern))
      if (!isMisspelt(match[0])) reportForeign(match[0], { en, ar }, sliceAt(node, match.index), chapter);
  for (const match of value.includes('[') ? value.matchAll(ROLE) : [])
    if (nearest(match[1]!, textDirectives) === null)
      reportForeign(match[0], DIRECTIVE, sliceAt(node, match.index), chapter);
  for (const match of value.includes('$') ? value.matchAll(DOLLARS) : [])
    if (isFormula(match[1]!)) reportForeign(match[0], FORMULA, sliceAt(node, match.index), chapter);
}

const isWholly = ({ pattern }: Foreign, value: string) => value.replace(pattern, '') === '';

const DIRECTIVE = { en: 'a directive', ar: 'توجيهًا' };
const FORMULA = { en: 'a formula', ar: 'صيغة رياضية' };

/** A leaf directive with a slip in it is told of as such. */
function isMisspelt(written: string): boolean {
  const name = /^::([a-z]+)/i.exec(written)?.[1];
  return name !== undefined && nearest(name, leafDirectives) !== null;
}

/** A command, an index or a relation: what stands between `\\(` and `\\)` in prose has none of them. */
export function isTex(content: string): boolean {
  return /\\[a-z]|[_^=]/i.test(content);
}

/** A sign that prose and prices have not, or a single letter. */
export function isFormula(content: string): boolean {
  return /[\\^_={}<>+*/]|^[a-z]$|^[a-z][-\d]/i.test(content);
}

/** `{ref}` right before code. */
export function checkRoles({ children }: Parents, chapter: Chapter): void {
  for (const [index, node] of children.entries()) {
    const before = children[index - 1];
    if (node.type !== 'inlineCode' || before?.type !== 'text' || !before.value.endsWith('}')) continue;
    const role = /\{[a-z][\w:-]*\}$/i.exec(before.value);
    if (role !== null) reportForeign(`${role[0]}\`${node.value}\``, DIRECTIVE, node, chapter);
  }
}

function sliceAt(node: Text, index: number): Text {
  return sliceText(node, index, index + 1);
}

/** One word on syntax that is printed as typed. */
function reportForeign(
  written: string,
  { en, ar }: { en: string; ar: string },
  node: Nodes,
  chapter: Chapter,
): void {
  const shown = written.length > 60 ? `${written.slice(0, 60)}…` : written;
  chapter.sink.report('syntax-foreign', originOf(node), {
    written: shown.replace(/\s+/g, ' '),
    kindEn: en,
    kindAr: ar,
  });
}
