import { useState } from 'preact/hooks';
import type { Engine } from '../../engine/client.js';
import type { NormsAnswer } from '../../engine/lookups.js';
import type { NodeBrief, ProgrammeBrief } from '../../engine/protocol.js';
import { fold } from '../fold.js';
import { writeAmount } from '../groups.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';
import { CounterpartCard } from './counterpart-card.js';
import { ProgrammeField } from './programme-fields.js';

interface Props {
  readonly desk: DeskState;
  readonly engine: Engine;
  readonly programmes: readonly ProgrammeBrief[];
  readonly words: Words;
}

/** Programmes, their projects and contents, found by any words of their titles. */
export function LookupTab({ desk, engine, programmes, words }: Props) {
  const [chosen, setChosen] = useState('');
  const [query, setQuery] = useState('');
  const programme = programmes.find((one) => one.id === chosen) ?? programmes[0];
  if (!programme) return <p class="muted">{words.lookup.loading}</p>;
  const wanted = fold(query).split(' ').filter(Boolean);
  const fits = (node: NodeBrief) => {
    const text = fold(`${node.code} ${node.label} ${node.title}`);
    return wanted.every((word) => text.includes(word));
  };
  const nodes = programme.nodes.filter(fits);
  return (
    <>
      <div class="lookup-form">
        <ProgrammeField programmes={programmes} value={programme.id} onChange={setChosen} words={words} />
        <label class="field">
          <span>{words.lookup.search}</span>
          <input type="search" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
        </label>
      </div>
      <section class="card" aria-label={programme.title}>
        <h2 class="lookup-title">{programme.title}</h2>
        <p class="muted lookup-law">{programme.law.join('; ')}</p>
        <p class="muted" role="status">
          {wanted.length > 0 &&
            (nodes.length > 0 ? words.lookup.results(nodes.length) : words.lookup.nothing)}
        </p>
        <ul class="nodes">
          {nodes.map((node) => (
            <Node
              key={node.code}
              desk={desk}
              engine={engine}
              programme={programme}
              node={node}
              flat={wanted.length > 0}
              words={words}
            />
          ))}
        </ul>
      </section>
      <CounterpartCard key={programme.id} desk={desk} engine={engine} programme={programme} words={words} />
    </>
  );
}

interface NodeProps {
  readonly desk: DeskState;
  readonly engine: Engine;
  readonly programme: ProgrammeBrief;
  readonly node: NodeBrief;
  readonly flat: boolean;
  readonly words: Words;
}

function Node({ desk, engine, programme, node, flat, words }: NodeProps) {
  return (
    <li class={flat ? 'node' : `node node-${Math.min(node.depth, 2)}`}>
      <p class="node-label">
        {node.label}
        {node.capital.map((kind) => (
          <span key={kind} class="tag">
            {words.lookup[kind]}
          </span>
        ))}
        {!node.verified && <span class="tag tag-doubt">{words.lookup.unverified}</span>}
      </p>
      <p class="node-title">{node.title}</p>
      <button
        type="button"
        class="button button-small button-quiet node-insert"
        onClick={() => desk.insert({ kind: 'text', text: `${node.label}: ${node.title}` })}
      >
        {words.lookup.insert}
        <span class="hidden-text"> {node.label}</span>
      </button>
      {node.norms && <Norms desk={desk} engine={engine} programme={programme} node={node} words={words} />}
    </li>
  );
}

function Norms({ desk, engine, programme, node, words }: Omit<NodeProps, 'flat'>) {
  const [answer, setAnswer] = useState<NormsAnswer | null>(null);
  const asOf = lastDay(programme);
  const load = (open: boolean) => {
    if (!open) return;
    const ask = { programme: programme.id, node: node.code, asOf, language: words.language };
    engine.call('norms', ask).then(setAnswer, desk.fail);
  };
  return (
    <details class="norms" onToggle={(event) => load(event.currentTarget.open)}>
      <summary>{words.lookup.norms}</summary>
      <ul>
        {answer?.norms.map((norm) => (
          <li key={norm.name + norm.law + norm.value + norm.source}>
            {norm.name}: <strong>{writeAmount(norm.value, words.language)}</strong> {norm.unit}{' '}
            <span class="muted">
              ({norm.atLeast ? words.lookup.atLeast : words.lookup.atMost},{' '}
              {words.lookup.normSources[norm.source]}; {norm.law})
            </span>
            {!norm.verified && <span class="tag tag-doubt">{words.finding.unverified}</span>}
            <button
              type="button"
              class="button button-small button-quiet node-insert"
              onClick={() =>
                desk.insert({ kind: 'amount', amount: norm.value, dong: norm.unit.startsWith('đồng') })
              }
            >
              {words.lookup.insert}
              <span class="hidden-text"> {norm.name}</span>
            </button>
          </li>
        ))}
        {answer?.gaps.map((gap) => (
          <li key={gap} class="stale">
            {gap}
          </li>
        ))}
        {answer && answer.norms.length + answer.gaps.length === 0 && (
          <li class="muted">{words.lookup.noNorms}</li>
        )}
      </ul>
    </details>
  );
}

/** The last day of the programme, or today while it runs. */
function lastDay(programme: ProgrammeBrief): string {
  const today = new Date().toISOString().slice(0, 10);
  const end = `${programme.to}-12-31`;
  return today < end ? today : end;
}
