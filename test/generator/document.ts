import { percent, type Rates, table } from './rates.js';

const summary = (name: string, rates: Rates) =>
  `| ${name} | ${rates.all.cases} | ${percent(rates.clean.right, rates.clean.cases)} | ${percent(rates.all.found, rates.all.planted)} | ${percent(rates.all.right, rates.all.cases)} | ${rates.all.falseAlarms} |`;

const understood = (rates: Rates) =>
  [...rates.understood].map(
    ([what, tally]) => `| ${what} | ${tally.of} | ${percent(tally.right, tally.of)} |`,
  );

/** The measured rates as a page of the documentation, also where they are not 100 %. */
export function ratesDocument(open: Rates, heldOut: Rates): string {
  const part = (name: string, rates: Rates) => [
    `## ${name}`,
    '',
    table('Kind of mistake', rates.byKind),
    '',
    table('Layout', rates.byLayout),
    '',
    table('File and sheet', rates.byTag),
    '',
    '| Understood | of | right |',
    '|---|---:|---:|',
    ...understood(rates),
    '',
    `Values that should stand there: ${rates.expectedValue.right} of ${rates.expectedValue.due} right; cells that follow from a mistake: ${rates.consequences.listed} of ${rates.consequences.due} listed.`,
    '',
  ];
  return [
    '# Độ chính xác – how often the check is right',
    '',
    'Measured on sheets that `test/generator` builds from seeds: clean ones, and ones with a mistake planted. The generator imports nothing of the product. A mistake counts as found if it is named at its own cell by its own code; a case is exactly right if, besides, nothing else of severity error or warning is reported, and a clean sheet if its status is `clean`. "Held out" are wordings and layouts that were kept away while the recogniser was built.',
    '',
    'Written by the deeper tests (`pnpm test:deep`); the short tests hold the floors of `test/generator/ratchet.ts`.',
    '',
    '| Wordings and layouts | cases | clean called clean | mistakes found | exactly right | cases with a false alarm |',
    '|---|---:|---:|---:|---:|---:|',
    summary('known while building', open),
    summary('held out', heldOut),
    '',
    ...part('Known while building', open),
    ...part('Held out', heldOut),
  ].join('\n');
}
