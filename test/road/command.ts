import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleProgram } from '../../.ci/bundle-program.mjs';

/** The command line as users have it: a process of its own. */

export const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/** Inside the repository, where packages and templates are found; by process, for test files run side by side. */
const FOLDER = `${REPOSITORY}node_modules/.cache/warraq-road-${process.pid}`;
export const COMMAND = `${FOLDER}/cli/cli.js`;

/**
 * Bundles the sources as they are now, so that no stale dist/ is tested, in the way that dist/ is bundled: the first build
 * keeps its compiled code for those that follow, which then take a third of the time.
 */
export async function buildCommand(): Promise<void> {
  await bundleProgram('./src/cli/host.ts', './src/cli/run.ts', `${FOLDER}/warraq.cjs`);
  await build({
    entryPoints: [`${REPOSITORY}src/cli.ts`],
    outfile: COMMAND,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // What it opens where the bundle is lost, which test/faults/ looks at.
    external: ['harfbuzzjs', '../base/world.ts', './program.ts', './host.ts'],
    logLevel: 'error',
  });
}

export function removeCommand(): void {
  rmSync(FOLDER, { recursive: true });
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly talk: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly TZ?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function runCommand(
  args: readonly string[],
  { cwd, TZ = 'UTC', input = '', env: more = {} }: Surroundings,
): Ended {
  const env = { PATH: process.env['PATH'], TZ, LANG: 'C', ...more };
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd,
    env,
    input,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, talk: stderr };
}
