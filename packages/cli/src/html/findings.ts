import type { CellContent, Finding, Locale } from '@ctmtqg/core';
import { figureTexts } from '../text/figures.js';
import type { ReportWords } from '../words/index.js';
import { html, type Markup } from './markup.js';

/** Address of a cell inside the page; only cells that are shown have a target. */
export type CellLink = (sheet: string, cell: string) => string | null;

const NAMED_CELLS = 8;
const NAMED_EDITS = 4;
/** A long title is recognised by its beginning. */
const LONG_TEXT = 80;

interface Speaking {
  readonly words: ReportWords;
  readonly locale: Locale;
  readonly link: CellLink;
}

/** One finding as a card: cell, what stands there, what should, by how much, by which article, what to do. */
export function findingCard(finding: Finding, number: number, speaking: Speaking): Markup {
  const { words, locale } = speaking;
  const title = locale.titles[finding.code] ?? finding.code;
  return html`<article class="card ${finding.severity}" id="f${number}">
<h3><a class="badge" href="${speaking.link(finding.sheet, finding.cell) ?? `#f${number}`}"><span class="visually-hidden">${words.findingNumber} </span>${number}</a> <span class="severity">${words.severity[finding.severity]}</span> ${words.cell} ${cellLink(finding.sheet, finding.cell, speaking)}: ${title}</h3>
<p>${finding.message}</p>
<dl>${facts(finding, speaking)}</dl>
<p class="code">${finding.code}</p>
</article>
`;
}

function cellLink(sheet: string, cell: string, { link }: Speaking): Markup {
  const target = link(sheet, cell);
  return target ? html`<a href="${target}">${cell}</a>` : html`<b>${cell}</b>`;
}

function facts(finding: Finding, speaking: Speaking): Markup[] {
  const { words, locale } = speaking;
  const pair = (name: string, value: Markup | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  const { found, expected, difference } = figureTexts(finding, locale);
  return [
    ...(found === null ? [] : [pair(words.found, found)]),
    ...(expected === null ? [] : [pair(words.expected, expected)]),
    ...(difference === null ? [] : [pair(words.difference, difference)]),
    ...(finding.cells.length > 1
      ? [
          pair(
            words.allCells(finding.count),
            cellList(
              finding.cells.map((cell) => ({ sheet: finding.sheet, cell })),
              finding.sheet,
              speaking,
            ),
          ),
        ]
      : []),
    ...(finding.candidates.length > 0
      ? [pair(words.candidates, cellList(finding.candidates, finding.sheet, speaking))]
      : []),
    ...(finding.consequences.length > 0
      ? [pair(words.consequences, cellList(finding.consequences, finding.sheet, speaking))]
      : []),
    ...finding.law.map(({ instrument, article, status }) =>
      pair(words.law, [article, instrument, words.status[status]].filter((part) => part !== '').join(', ')),
    ),
    ...(finding.fix && finding.fix.edits.length > 0 ? [pair(words.fix, edits(finding, speaking))] : []),
  ];
}

function cellList(cells: Finding['candidates'], home: string, speaking: Speaking): Markup {
  const named = cells.slice(0, NAMED_CELLS).map(({ sheet, cell }, index) => {
    const place = sheet === home ? null : html`“${sheet}” `;
    return html`${index > 0 ? ', ' : null}${place}${cellLink(sheet, cell, speaking)}`;
  });
  const rest = cells.length > NAMED_CELLS ? ` ${speaking.words.more(cells.length - NAMED_CELLS)}` : null;
  return html`${named}${rest}`;
}

function edits({ fix }: Finding, speaking: Speaking): Markup {
  const { words, locale } = speaking;
  const list = fix?.edits ?? [];
  const named = list
    .slice(0, NAMED_EDITS)
    .map(
      ({ sheet, cell, after }, index) =>
        html`${index > 0 ? '; ' : null}${cellLink(sheet, cell, speaking)} → ${contentText(after, locale, words)}`,
    );
  const rest = list.length > NAMED_EDITS ? `; ${words.more(list.length - NAMED_EDITS)}` : null;
  return html`${named}${rest}${fix?.safe ? null : ` (${words.fixNeedsYou})`}`;
}

/** What a cell shall hold, written for people. */
function contentText(content: CellContent, locale: Locale, words: ReportWords): string {
  switch (content.kind) {
    case 'blank':
      return words.blank;
    case 'number':
      return locale.wording.amount(content.value);
    case 'text':
      return `“${content.text.length > LONG_TEXT ? `${content.text.slice(0, LONG_TEXT - 1)}…` : content.text}”`;
    case 'boolean':
      return String(content.value);
    case 'formula':
      return content.formula;
  }
}
