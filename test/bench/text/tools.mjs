import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where `.ci/text-consumers.sh` puts what is in no Debian package. */
export const CONSUMERS = process.env.TEXT_CONSUMERS ?? '';

/** @returns null where the program is there, else what is missing */
export function isInstalled(command, argument = '--version') {
  return spawnSync(command, [argument]).error === undefined ? null : command;
}

export function needsConsumer(path) {
  if (CONSUMERS === '') return 'TEXT_CONSUMERS (.ci/text-consumers.sh)';
  return existsSync(join(CONSUMERS, path)) ? null : join(CONSUMERS, path);
}

export function run(command, args, input = '') {
  const options = { encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: 1 << 28 };
  return execFileSync(command, args, options);
}
