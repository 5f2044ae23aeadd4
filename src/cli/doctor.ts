import { arch, platform } from 'node:process';
import type { Wording } from '../base/diagnostic.ts';
import { limits } from '../base/limits.ts';
import { findInstallation } from '../base/node-world.ts';
import { type World, WorldError } from '../base/world.ts';
import { readFamily } from '../font/family.ts';
import type { RawOptions } from '../option-table.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import type { Host } from './host.ts';
import type { OutputOptions } from './options.ts';

const MB = 1024 * 1024;

/** Packages that Warraq looks for beside itself, and what for. */
const PEERS: Readonly<Record<string, Wording>> = {
  '@mathjax/src': { en: 'sets formulas', ar: 'يصفّ الصيغ الرياضية' },
  nodemailer: { en: 'sends e-mails', ar: 'يرسل الرسائل' },
  'pdfjs-dist': { en: 'reads a PDF back', ar: 'يعيد قراءة PDF' },
  sharp: { en: 'brings images down', ar: 'يصغّر الصور' },
};

/** Limits that people meet, in the words of the table and in numbers. Bytes unless the words say otherwise. */
const LIMITS: readonly { readonly name: keyof typeof limits; readonly unit: Wording }[] = [
  { name: 'fileBytes', unit: { en: 'MB, one file', ar: 'ميغابايت، الملف الواحد' } },
  { name: 'sources', unit: { en: 'files of a document', ar: 'ملف في الوثيقة' } },
  { name: 'notes', unit: { en: 'notes of a document', ar: 'حاشية في الوثيقة' } },
  { name: 'imagePixels', unit: { en: 'pixels of an image', ar: 'بكسل في الصورة' } },
  { name: 'imageBytes', unit: { en: 'MB, images of a document', ar: 'ميغابايت، صور الوثيقة' } },
  { name: 'attachments', unit: { en: 'attached files', ar: 'ملف مرفق' } },
  { name: 'attachedBytes', unit: { en: 'MB, attached files', ar: 'ميغابايت، المرفقات' } },
  { name: 'yamlLength', unit: { en: 'characters of a YAML text', ar: 'محرف في نص YAML' } },
  { name: 'yamlValues', unit: { en: 'values of a YAML text', ar: 'قيمة في نص YAML' } },
  { name: 'templateSteps', unit: { en: 'steps of a template', ar: 'خطوة في القالب' } },
];

/** What a process with --jail may and may not do, by what this Node can forbid. */
interface JailFacts {
  readonly files: true;
  readonly processes: true;
  readonly network: boolean;
}

/** `--json` of it: keys are only ever added. */
interface Report {
  readonly version: string;
  readonly node: string;
  readonly system: string;
  readonly installation: string;
  readonly root: string;
  /** By family: the version of its package; null where that is not installed. */
  readonly fonts: Readonly<Record<string, string | null>>;
  /** Files in fonts/ of the root. */
  readonly ownFonts: readonly string[];
  readonly packages: Readonly<Record<string, string | null>>;
  readonly limits: Readonly<Record<string, number>>;
  /** What --jail forbids on this Node. */
  readonly jail: JailFacts;
}

/** `warraq doctor`: with what a build of these files would be made here, and where its limits are. Writes nothing. */
export async function doctor(
  files: readonly string[],
  raw: RawOptions,
  options: OutputOptions,
  host: Host,
): Promise<ExitCode> {
  const root = raw.root ?? host.findRoot(files.length === 0 ? ['-'] : files);
  const report = examine(root, host.openWorld(root), host);
  host.print(options.json ? `${JSON.stringify(report)}\n` : printReport(report, options));
  return exitCodes.ok;
}

function examine(root: string, world: World, host: Host): Report {
  const ids = world.listAssets('fonts').filter((name) => name.endsWith('.yaml'));
  const families = ids.map((name) => readFamily(world, name.slice(0, -'.yaml'.length)));
  return {
    version: host.version(),
    node: process.version,
    system: `${platform} ${arch}`,
    installation: findInstallation(),
    root,
    fonts: Object.fromEntries(families.map((family) => [family.name, versionOf(family.package, world)])),
    ownFonts: world.list('fonts').filter((name) => /\.(?:ttf|otf|ttc|otc|woff2?)$/i.test(name)),
    packages: Object.fromEntries(Object.keys(PEERS).map((name) => [name, versionOf(name, world)])),
    limits: Object.fromEntries(LIMITS.map(({ name }) => [name, limits[name]])),
    jail: {
      files: true,
      processes: true,
      network: process.allowedNodeEnvironmentFlags.has('--allow-net'),
    },
  };
}

/** Read and not loaded, for to load a package runs its code. */
function versionOf(name: string, world: World): string | null {
  try {
    const manifest: unknown = JSON.parse(new TextDecoder().decode(world.readPackage(name, 'package.json')));
    const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
    return isManifest ? String(manifest.version) : null;
  } catch (error) {
    if (error instanceof WorldError || error instanceof SyntaxError) return null;
    throw error;
  }
}

const WORDS = {
  root: { en: 'root', ar: 'المجلد الجذر' },
  installation: { en: 'installed in', ar: 'مكان التثبيت' },
  fonts: { en: 'families', ar: 'الخطوط' },
  ownFonts: { en: 'own fonts', ar: 'خطوطك' },
  packages: { en: 'optional', ar: 'الاختياري' },
  missing: { en: 'not installed', ar: 'غير مثبّت' },
  none: { en: 'none', ar: 'لا شيء' },
  limits: { en: 'limits', ar: 'الحدود' },
  build: {
    en: 'time and memory of a build: as --limit-time and --limit-memory say, else none',
    ar: 'زمن البناء وذاكرته: بحسب ‎--limit-time و‎--limit-memory، وإلا فبلا حدّ',
  },
  jail: { en: '--jail forbids', ar: 'يمنع ‎--jail' },
  forbidden: {
    en: 'other files, other processes, workers, addons',
    ar: 'ما سوى ذلك من ملفات، والعمليات الأخرى، والإضافات المصرّفة',
  },
  network: { en: ', the network', ar: '، والشبكة' },
  noNetwork: {
    en: ' (not the network: this Node cannot)',
    ar: ' (دون الشبكة، فلا يمنعها هذا الإصدار من Node)',
  },
} as const satisfies Record<string, Wording>;

function printReport(report: Report, { lang }: OutputOptions): string {
  const say = (words: keyof typeof WORDS) => WORDS[words][lang];
  const lines = [
    `warraq ${report.version}, Node ${report.node}, ${report.system}`,
    `${say('installation')}: ${report.installation}`,
    `${say('root')}: ${report.root}`,
    `${say('fonts')}:`,
    ...Object.entries(report.fonts).map(([name, version]) => `  ${name}: ${version ?? say('missing')}`),
    `${say('ownFonts')}: ${report.ownFonts.join(', ') || say('none')}`,
    `${say('packages')}:`,
    ...Object.entries(report.packages).map(
      ([name, version]) => `  ${name} (${PEERS[name]![lang]}): ${version ?? say('missing')}`,
    ),
    `${say('limits')}:`,
    ...LIMITS.map(({ name, unit }) => `  ${shown(limits[name], unit)} ${unit[lang]}`),
    `  ${say('build')}`,
    `${say('jail')}: ${say('forbidden')}${say(report.jail.network ? 'network' : 'noNetwork')}`,
  ];
  return `${lines.join('\n')}\n`;
}

const shown = (amount: number, { en }: Wording) => String(en.startsWith('MB') ? amount / MB : amount);
