import { existsSync, mkdirSync, realpathSync, rmdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import { findInstallation } from '../base/node-world.ts';

/** What a build that is shut in may touch. */
interface Jail {
  /** Absolute. */
  readonly root: string;
  /** The folder of the output, absolute; null for standard output or none. */
  readonly output: string | null;
}

/**
 * Node's options for a process under its permission model: no child processes, no workers, no addons, and files
 * in these folders alone. Node up to 24 knows no permission for the network; later ones refuse it as well.
 */
export function jailFlags({ root, output }: Jail): readonly string[] {
  const outputs = output === null ? [] : bothNames(output);
  const read = [root, ...packageFolders(), process.execPath].flatMap(bothNames);
  return [
    process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
    ...outermost([...read, ...outputs]).map((path) => `--allow-fs-read=${path}`),
    ...outermost(outputs).map((path) => `--allow-fs-write=${path}`),
  ];
}

/** Without what lies in another of them: where one is named beside its parent, Node 20 may not list the parent any more. */
function outermost(paths: readonly string[]): readonly string[] {
  const apart = [...new Set(paths)];
  return apart.filter((path) => !apart.some((other) => other !== path && path.startsWith(join(other, sep))));
}

/** Warraq itself, and the folders in which Node looks for packages on its way up from there. */
function packageFolders(): readonly string[] {
  const installation = findInstallation();
  const places = createRequire(join(installation, 'package.json')).resolve.paths('warraq') ?? [];
  const above = places.filter((place) => `${installation}/`.startsWith(`${dirname(place)}/`));
  return [installation, ...above.filter((place) => existsSync(place))];
}

/** Node compares paths as they are written, and follows links afterwards. */
function bothNames(path: string): readonly string[] {
  return existsSync(path) ? [path, realpathSync(path)] : [path];
}

/** Makes the folder of an output: who is shut in may not. @returns takes away again what nothing was written into */
export function makeOutputFolder(folder: string): () => void {
  const made: string[] = [];
  for (let path = resolve(folder); !existsSync(path); path = dirname(path)) made.push(path);
  for (const path of [...made].reverse()) mkdirSync(path);
  return () => {
    for (const path of made) if (!removeEmpty(path)) return;
  };
}

function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    // the document is in it
    return false;
  }
}
