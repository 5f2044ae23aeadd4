// Bundles the command line that tsc wrote into dist/warraq.cjs, which dist/cli/launch.js opens. The library
// (dist/index.js and all else) stays as it is.
import { fileURLToPath } from 'node:url';
import { bundleProgram } from './bundle-program.mjs';

const outfile = fileURLToPath(new URL('../dist/warraq.cjs', import.meta.url));
await bundleProgram('./dist/cli/host.js', './dist/cli/run.js', outfile);
