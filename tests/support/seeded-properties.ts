import fc from 'fast-check';

/**
 * The seed of every property test, so that a run of the tests says the same twice. `npm run fuzz` draws new seeds and
 * tries ten times as much: what it finds becomes an example of its own.
 */
const SEED = 20_260_801;

fc.configureGlobal(process.env['FUZZ'] === 'yes' ? { numRuns: 1000 } : { seed: SEED });
