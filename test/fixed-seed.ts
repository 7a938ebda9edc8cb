import fc from 'fast-check';

/**
 * The test command answers the same each time: property tests begin with one seed. `CTMTQG_SEED=random` looks further,
 * any other number repeats a run.
 */
const asked = process.env.CTMTQG_SEED ?? '1719';
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked) });
