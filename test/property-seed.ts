import fc from 'fast-check';

/**
 * Property tests draw the same examples on every run, so that a change is judged by what it changed.
 * `FC_SEED=random npm test` hunts for new ones.
 */
const asked = process.env['FC_SEED'];
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked ?? 20110628) });
