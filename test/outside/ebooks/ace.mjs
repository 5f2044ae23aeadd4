import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const programOf = (tools) => join(tools, 'node_modules/@daisy/ace-cli/bin/ace.js');

export const isThere = (tools) => existsSync(programOf(tools));

/** What Ace by DAISY finds against EPUB Accessibility 1.1 and WCAG. @returns {Promise<string[]>} one line each */
export async function check(path, folder, tools, chromium) {
  const report = join(folder, 'ace');
  const env = {
    ...process.env,
    PUPPETEER_EXECUTABLE_PATH: chromium,
    ACE_TIMEOUT_INITIAL: '60000',
    HOME: folder,
  };
  const child = spawn(process.execPath, [programOf(tools), '--force', '--silent', '--outdir', report, path], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (!existsSync(join(report, 'report.json'))) throw new Error(`Ace ended with ${code}: ${said}`);
  const { assertions } = JSON.parse(readFileSync(join(report, 'report.json'), 'utf8'));
  return assertions.flatMap(({ 'earl:testSubject': { url }, assertions: own }) =>
    own
      .filter(({ 'earl:result': result }) => result['earl:outcome'] === 'fail')
      .map(
        ({ 'earl:test': test, 'earl:result': result }) =>
          `${url}: ${test['dct:title']}: ${result['dct:description'] ?? ''}`,
      ),
  );
}
