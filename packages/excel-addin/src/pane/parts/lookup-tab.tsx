import { useState } from 'preact/hooks';
import type { NodeBrief, ProgrammeBrief } from '../../engine/protocol.js';
import { fold } from '../fold.js';
import type { Words } from '../words/index.js';

/** Programmes, their projects and contents, found by any words of their titles. */
export function LookupTab({ programmes, words }: { programmes: readonly ProgrammeBrief[]; words: Words }) {
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
        <label class="field">
          <span>{words.lookup.programme}</span>
          <select value={programme.id} onChange={(event) => setChosen(event.currentTarget.value)}>
            {programmes.map((one) => (
              <option key={one.id} value={one.id}>
                {one.short} {words.lookup.years(one.from, one.to)}
              </option>
            ))}
          </select>
        </label>
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
            <Node key={node.code} node={node} flat={wanted.length > 0} words={words} />
          ))}
        </ul>
      </section>
    </>
  );
}

function Node({ node, flat, words }: { node: NodeBrief; flat: boolean; words: Words }) {
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
    </li>
  );
}
