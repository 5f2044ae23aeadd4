import { BuildStopped } from '../../src/base/diagnostic.ts';
import { type MemoryFiles, openMemoryWorld } from '../../src/base/memory-world.ts';
import type { World } from '../../src/base/world.ts';
import type { Host } from '../../src/cli/host.ts';
import { runCommandLine } from '../../src/cli/run.ts';
import type { Mailer } from '../../src/cli/send-mail.ts';
import type { compile } from '../../src/compile.ts';
import type { Laid } from '../../src/page/page.ts';
import { openProject } from '../../src/project/project.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly talk: string;
  readonly written: Readonly<Record<string, string>>;
}

export interface Setting {
  readonly files?: MemoryFiles['files'];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly compile?: typeof compile;
  readonly mailer?: Mailer;
  /** Changes the world before it is used. */
  readonly world?: (world: World) => World;
}

const assets = {
  'templates/briefing/document.hbs': '{{{content}}}',
  'templates/briefing/furniture.hbs': '',
  'templates/briefing/theme.yaml': '',
  'templates/book/document.hbs': '{{{content}}}',
  'templates/book/furniture.hbs': '',
  'templates/book/theme.yaml': '',
};

/** A road that ends after the project: its "PDF" is the texts of the sources. */
export const shortRoad: typeof compile = async (request, world, sink, hooks) => {
  hooks?.onStage?.('project');
  const project = openProject(request, world, sink);
  if (hooks?.dump !== undefined) {
    hooks.dump.print(`${hooks.dump.stage}\n`);
    return null;
  }
  hooks?.onStage?.('paint');
  if (sink.failed) return null;
  const bytes = new TextEncoder().encode(project.sources.map(({ text }) => text).join(''));
  return { bytes: [bytes], laid: { pages: [{}, {}, {}] } as unknown as Laid };
};

export const stoppedRoad: typeof compile = async () => {
  throw new BuildStopped('said already');
};

/** Runs a command line on a host without a process. */
export async function run(args: readonly string[], setting: Setting = {}): Promise<Run> {
  let out = '';
  let talk = '';
  let time = 0;
  const memory = openMemoryWorld({ files: setting.files ?? {}, assets });
  const host: Host = {
    cwd: '/project',
    env: setting.env ?? {},
    print: (result) => {
      out += typeof result === 'string' ? result : new TextDecoder().decode(result);
    },
    talk: (text) => {
      talk += text;
    },
    isTerminal: false,
    readStdin: () =>
      typeof setting.stdin === 'string'
        ? new TextEncoder().encode(setting.stdin)
        : (setting.stdin ?? new Uint8Array()),
    now: () => {
      time += 5;
      return time;
    },
    date: () => Date.UTC(2026, 10, 23),
    printed: async () => null,
    exists: (path) => memory.exists(path),
    sizeOf: () => 0,
    isFolder: (path) => memory.list(path).length > 0,
    findRoot: () => '/project',
    openWorld: () => setting.world?.(memory) ?? memory,
    loadCompile: async () => setting.compile ?? shortRoad,
    loadMailer: async () => setting.mailer ?? null,
    loadPdfReader: async () => null,
    version: () => '9.9.9',
    isChild: true,
    reach: null,
    runChild: async () => {
      throw new Error('a host without a process has no children');
    },
  };
  const code = await runCommandLine(args, host);
  const written = [...memory.written].map(
    ([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const,
  );
  return { code, out, talk, written: Object.fromEntries(written) };
}
