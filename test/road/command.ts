import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The command line as users have it: a process of its own. */

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

/** Inside the repository, where packages and templates are found; by process, for test files run side by side. */
export const COMMAND = `${REPOSITORY}node_modules/.cache/warraq-road-${process.pid}/cli.js`;

/** Bundles the sources as they are now, so that no stale dist/ is tested. */
export async function buildCommand(): Promise<void> {
  await build({
    // Without the launcher, which would open what was bundled before.
    stdin: {
      contents: `
        import { openHost } from './host.ts';
        import { runCommandLine } from './run.ts';
        process.exitCode = await runCommandLine(process.argv.slice(2), openHost());`,
      resolveDir: `${REPOSITORY}src/cli`,
    },
    outfile: COMMAND,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
}

export function removeCommand(): void {
  rmSync(dirname(COMMAND), { recursive: true });
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
