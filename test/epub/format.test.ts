import { describe, expect, it } from 'vitest';
import type { compile } from '../../src/compile.ts';
import { run, shortRoad } from '../cli/host-of-test.ts';

/** Runs a command line and says which format the road was asked for. */
async function formatOf(...args: string[]) {
  const asked: string[] = [];
  const road: typeof compile = (request, ...rest) => {
    asked.push(request.format);
    return shortRoad(request, ...rest);
  };
  const { written, talk } = await run(args, { files: { 'ورقة.md': 'نص' }, compile: road });
  return { format: asked[0] ?? null, written: Object.keys(written), talk };
}

describe('the format', () => {
  it('is that of the output’s ending', async () => {
    expect((await formatOf('build', 'ورقة.md', '-o', 'ورقة.epub')).format).toBe('epub');
    expect((await formatOf('build', 'ورقة.md', '-o', 'ورقة.PDF')).format).toBe('pdf');
    expect((await formatOf('ورقة.md')).format).toBe('pdf');
  });

  it('may be asked for, and names the output then', async () => {
    const { format, written } = await formatOf('build', 'ورقة.md', '--format', 'epub');
    expect(format).toBe('epub');
    expect(written).toEqual(['ورقة.epub']);
  });

  it('is guessed at where it is misspelt', async () => {
    const { format, talk } = await formatOf('build', 'ورقة.md', '--format', 'ebup');
    expect(format).toBeNull();
    expect(talk).toContain('epub');
  });
});
