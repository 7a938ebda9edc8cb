import type { Source } from '@ctmtqg/core';
import { useState } from 'preact/hooks';
import type { Bar, Overview } from '../../engine/overview.js';
import { writeAmount } from '../groups.js';
import type { Words } from '../words/index.js';

const FEW = 5;

/** The sources of each project as a bar; widths are shares of the largest project. */
export function SourceBars({ overview, words }: { overview: Overview; words: Words }) {
  const [all, setAll] = useState(false);
  const { bars } = overview;
  if (bars.length === 0) return null;
  const largest = Math.max(...bars.map((bar) => Number(bar.total)));
  const sources = [
    ...new Set(
      bars.flatMap((bar) => bar.parts.filter((part) => Number(part.amount) > 0).map((part) => part.source)),
    ),
  ];
  const shown = all ? bars : bars.slice(0, FEW);
  return (
    <section class="card" aria-labelledby="bars-title">
      <h2 id="bars-title" class="card-title">
        {words.chart.title}
      </h2>
      <div class="legend">
        {sources.map((source) => (
          <span key={source} class="legend-item">
            <span class={`swatch source-${source}`} aria-hidden="true" />
            {words.sources[source]}
          </span>
        ))}
        {overview.unit && <span class="muted legend-unit">{words.chart.unit(overview.unit)}</span>}
      </div>
      <ol class="bars">
        {shown.map((bar) => (
          <BarRow key={bar.row} bar={bar} largest={largest} words={words} />
        ))}
      </ol>
      {bars.length > shown.length && (
        <button type="button" class="button button-small button-quiet" onClick={() => setAll(true)}>
          {words.chart.more(bars.length - shown.length)}
        </button>
      )}
    </section>
  );
}

function BarRow({ bar, largest, words }: { bar: Bar; largest: number; words: Words }) {
  const write = (amount: string) => writeAmount(amount, words.language);
  const share = (amount: string) => (100 * Number(amount)) / largest;
  const said = (part: { source: Source; amount: string }) =>
    `${words.sources[part.source]} ${write(part.amount)}`;
  const parts = bar.parts.filter((part) => Number(part.amount) > 0);
  return (
    <li class="bar-row">
      <span class="bar-title" title={bar.title}>
        {bar.title}
      </span>
      <span class="bar-total">{write(bar.total)}</span>
      <span class="bar" role="img" aria-label={parts.map(said).join('; ')}>
        {parts.map((part) => (
          <span
            key={part.source}
            class={`bar-part source-${part.source}`}
            style={{ width: `${share(part.amount)}%` }}
            title={said(part)}
          />
        ))}
      </span>
    </li>
  );
}
