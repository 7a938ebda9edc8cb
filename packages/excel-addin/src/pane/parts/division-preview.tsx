import type { SplitPart } from '@ctmtqg/core';
import { useState } from 'preact/hooks';
import type { Division, Receiver } from '../../engine/division.js';
import { writeAmount } from '../groups.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';
import type { Place } from './division-card.js';
import { CellLink } from './finding-card.js';

interface Props {
  readonly division: Extract<Division, { kind: 'divided' }>;
  readonly receivers: readonly Receiver[];
  readonly place: Place;
  readonly desk: DeskState;
  readonly words: Words;
}

const FIRST = 40;

/** What each row receives, and why: the exact share, what rounding left, and who got a step more. */
export function DivisionPreview({ division, receivers, place, desk, words }: Props) {
  const [limit, setLimit] = useState(FIRST);
  const { parts, apart } = division;
  const write = (amount: string) => writeAmount(amount, words.language);
  return (
    <section class="card preview" aria-label={words.division.preview}>
      <h2 class="card-title">{words.division.preview}</h2>
      <ul class="parts">
        {parts.slice(0, limit).map((part, i) => (
          <li key={receivers[i]!.row}>
            <span class="part-name">
              <CellLink sheet={place.sheet} cell={receivers[i]!.cell} desk={desk} words={words} />{' '}
              {receivers[i]!.name}
            </span>
            <span class="part-amount">{write(part.amount)}</span>
            <span class="muted part-proof">
              {proofOf(part, receivers, words).map((piece) => (
                <span key={piece} class="piece">
                  {piece}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {parts.length > limit && (
        <button type="button" class="button button-quiet" onClick={() => setLimit(limit + FIRST * 3)}>
          {words.chart.more(parts.length - limit)}
        </button>
      )}
      <p class="part-sum">
        <span>{words.division.sum}</span> <span class="part-amount">{write(sumOf(parts))}</span>
      </p>
      {apart !== '0' && <p class="stale">{words.division.apart(write(apart))}</p>}
    </section>
  );
}

/** `100/3` as `33 1/3`, which is exact; long fractions as a decimal. */
function shown(fraction: string, decimal: string | null, write: (amount: string) => string): string {
  const [top = '0', bottom] = fraction.split('/');
  if (bottom === undefined) return write(top);
  if (bottom.length > 4) return decimal === null ? fraction : `≈ ${write(decimal)}`;
  const negative = top.startsWith('-') ? '-' : '';
  const size = BigInt(top.replace('-', ''));
  const whole = size / BigInt(bottom);
  const rest = size % BigInt(bottom);
  return whole === 0n
    ? `${negative}${rest}/${bottom}`
    : `${negative}${write(String(whole))} ${rest}/${bottom}`;
}

/** Decimal strings added up exactly. */
function sumOf(parts: readonly SplitPart[]): string {
  const places = Math.max(0, ...parts.map(({ amount }) => amount.split('.')[1]?.length ?? 0));
  const digits = (amount: string) => {
    const [whole = '0', fraction = ''] = amount.split('.');
    return BigInt(whole + fraction.padEnd(places, '0'));
  };
  const sum = parts.reduce((total, { amount }) => total + digits(amount), 0n);
  const text = String(sum < 0n ? -sum : sum).padStart(places + 1, '0');
  const sign = sum < 0n ? '-' : '';
  return places === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
}

function proofOf({ weight, proof }: SplitPart, receivers: readonly Receiver[], words: Words): string[] {
  const write = (amount: string) => writeAmount(amount, words.language);
  const { weight: sayWeight, quota, floor, remainder, extra, tied, exact } = words.division.proof;
  const share = [sayWeight(write(weight)), quota(shown(proof.quota, proof.quotaDecimal, write))];
  if (proof.reason === 'exact') return [...share, exact];
  const rounding = [floor(write(proof.floor)), remainder(shown(proof.remainder, null, write))];
  const named = proof.tiedWith
    .slice(0, 4)
    .map((cell) => receivers.find((one) => one.cell === cell)?.name ?? cell);
  return [
    ...share,
    ...rounding,
    ...(proof.extraStep === '0' ? [] : [extra(write(proof.extraStep))]),
    ...(named.length > 0 ? [tied(named.join(', '))] : []),
  ];
}
