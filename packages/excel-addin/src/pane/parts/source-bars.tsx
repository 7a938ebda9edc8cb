import type { Source } from '@ctmtqg/core';
import { useState } from 'preact/hooks';
import type { Bar, Overview } from '../../engine/overview.js';
import { type ChartPlace, chartWork } from '../chart-work.js';
import { writeAmount } from '../groups.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';

const FEW = 5;

interface Props {
  readonly overview: Overview;
  readonly desk: DeskState;
  readonly words: Words;
}

/** The sources of each project as a bar; widths are shares of the largest project. */
export function SourceBars({ overview, desk, words }: Props) {
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
      <InsertChart overview={overview} desk={desk} words={words} />
    </section>
  );
}

/** The same as a chart of the workbook's own, drawn from its cells. */
function InsertChart({ overview, desk, words }: Props) {
  const [place, setPlace] = useState<ChartPlace>('new-sheet');
  const { chart } = overview;
  if (!chart) return null;
  const insert = () =>
    desk.add(words.chart.inserted, async () => ({
      kind: 'chart',
      work: chartWork(chart, place, await desk.sheetNames(), words),
    }));
  return (
    <div class="insert-chart">
      {chart.beside && (
        <label class="field">
          <span>{words.chart.place}</span>
          <select value={place} onChange={(event) => setPlace(event.currentTarget.value as ChartPlace)}>
            <option value="new-sheet">{words.chart.places['new-sheet']}</option>
            <option value="beside">{words.chart.places.beside}</option>
          </select>
        </label>
      )}
      <button type="button" class="button button-small" onClick={insert}>
        {words.chart.insert}
      </button>
    </div>
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
