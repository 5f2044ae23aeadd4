import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WorldError } from '../../src/base/world.ts';
import { readStdin } from '../../src/cli/read-stdin.ts';
import { has } from '../pdf/readers.ts';
import { buildCommand, COMMAND, removeCommand } from '../road/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'warraq-streams-'));
beforeAll(buildCommand);
afterAll(removeCommand);
afterAll(() => rmSync(folder, { recursive: true }));

const failing = (code: string) => Object.assign(new Error(code), { code });

describe('standard input', () => {
  const reader = (...steps: readonly (string | Error)[]) => {
    const left = [...steps];
    return (buffer: Uint8Array) => {
      const step = left.shift() ?? '';
      if (typeof step !== 'string') throw step;
      return new TextEncoder().encodeInto(step, buffer).written;
    };
  };

  test('is read to its end, also where it has nothing yet', () => {
    const again = failing('EAGAIN');
    const bytes = readStdin(reader(again, 'نصّ ', again, again, 'يتأخر', ''));
    expect(new TextDecoder().decode(bytes)).toBe('نصّ يتأخر');
    expect(readStdin(reader('نص', failing('EOF'))).length).toBe(4);
  });

  test('that fails, or never ends, is given up', () => {
    const faultOf = (read: (buffer: Uint8Array) => number) => {
      try {
        readStdin(read);
      } catch (error) {
        return error instanceof WorldError ? error.fault : error;
      }
      return null;
    };
    expect(faultOf(reader('نص', failing('EIO')))).toBe('failed');
    expect(faultOf((buffer) => buffer.length)).toBe('too-large');
  });
});

interface Ended {
  readonly code: number | null;
  readonly talk: string;
}

/** Runs a shell command with the program as `$warraq`. */
function shell(command: string): Promise<Ended> {
  const child = spawn('sh', ['-c', command], {
    cwd: folder,
    env: { ...process.env, warraq: COMMAND, node: process.execPath },
  });
  let talk = '';
  child.stderr.on('data', (data) => {
    talk += data;
  });
  child.stdout.resume();
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, talk })));
}

describe.skipIf(process.platform === 'win32')('the program', () => {
  beforeAll(() => writeFileSync(join(folder, 'a.md'), '# عنوان\n\nنصّ.\n'));
  const hasFull = process.platform === 'linux';

  test.skipIf(!hasFull).each(['check a.md --json', 'build a.md -o -', '--help', 'build a.md --dump parse'])(
    'says in one line that standard output is full: %s',
    async (args) => {
      const { code, talk } = await shell(`"$node" "$warraq" ${args} > /dev/full`);
      expect(code).toBe(5);
      expect(talk).toContain('[stdout-full]');
      expect(talk).not.toMatch(/^\s+at /m);
    },
  );

  test.each(['2>&-', ...(hasFull ? ['2>/dev/full'] : [])])(
    'does its work where nobody hears it: %s',
    async (to) => {
      expect((await shell(`"$node" "$warraq" build a.md -o b.pdf ${to}`)).code).toBe(0);
      expect(readFileSync(join(folder, 'b.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-');
    },
  );

  test('has said enough where a pipe is closed early', async () => {
    const { talk } = await shell(`"$node" "$warraq" build a.md --dump parse | head -c 1`);
    expect(talk).not.toMatch(/^\s+at /m);
  });

  test.skipIf(!has('python3'))('waits for a non-blocking standard input', async () => {
    const set =
      'import fcntl, os, sys; fcntl.fcntl(0, fcntl.F_SETFL, os.O_NONBLOCK); os.execvp(sys.argv[1], sys.argv[1:])';
    const { code, talk } = await shell(
      `(sleep 1; printf '# متأخر\\n') | python3 -c '${set}' "$node" "$warraq" build - -o late.pdf`,
    );
    expect([code, talk]).toEqual([0, expect.stringContaining('late.pdf: 1 page')]);
  });

  test('opens no debugger at SIGUSR1', async () => {
    const late = `(sleep 2; printf '# نص\\n') | "$node" "$warraq" build - -o signal.pdf & sleep 1; `;
    const { code, talk } = await shell(`${late} pkill -USR1 -P $! -f build; wait $!`);
    expect(talk).not.toContain('Debugger');
    expect([code, talk]).toEqual([0, expect.stringContaining('signal.pdf: 1 page')]);
  });
});
