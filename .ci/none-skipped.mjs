// Fails where the JSON report of a test run names a test that was not run: .ci/none-skipped.mjs REPORT
import { readFileSync } from 'node:fs';

const { testResults, numTotalTests } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const skipped = testResults
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ status }) => status !== 'passed')
  .map(({ fullName }) => fullName);
console.log(skipped.length === 0 ? `all of ${numTotalTests} ran` : `not run:\n  ${skipped.join('\n  ')}`);
process.exitCode = skipped.length === 0 && numTotalTests > 0 ? 0 : 1;
