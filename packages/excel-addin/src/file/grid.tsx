import { cellAddress, columnName, parseAddress } from '@ctmtqg/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Engine } from '../engine/client.js';
import type { ViewCell, ViewRows, ViewSheet } from '../engine/protocol.js';
import type { Words } from '../pane/words/index.js';
import type { FilePort, FileView } from './file-port.js';

const ROW = 26;
const CHARACTER = 7.4;
const NARROWEST = 34;
/** Width of the row numbers. */
const HEAD = 52;
/** Rows asked of the worker at once, and kept above and below what is seen. */
const PAGE = 120;
const AROUND = 30;

interface Props {
  readonly port: FilePort;
  readonly engine: Engine;
  readonly sheet: ViewSheet;
  readonly view: FileView;
  readonly words: Words;
}

/** The sheet, read-only: only the rows in sight are in the page, whatever its length. */
export function Grid({ port, engine, sheet, view, words }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const rows = useRows(engine, sheet, Math.floor(top / ROW) + 1);
  const selected = view.selected?.sheet === sheet.name ? parseAddress(view.selected.cell) : null;
  const widths = sheet.widths.map((width) =>
    Math.max(NARROWEST, Math.round(Math.min(width, 60) * CHARACTER)),
  );
  const marks = new Map(
    view.marks.filter((mark) => mark.sheet === sheet.name).map((mark) => [mark.cell, mark.severity]),
  );

  useEffect(() => {
    const measure = () => setHeight(box.current?.clientHeight ?? 600);
    measure();
    self.addEventListener('resize', measure);
    return () => self.removeEventListener('resize', measure);
  }, []);

  useEffect(() => {
    const element = box.current;
    if (!selected || !element) return;
    const left = widths.slice(0, selected.column - 1).reduce((sum, width) => sum + width, 0);
    const right = left + (widths[selected.column - 1] ?? 0);
    const top = (selected.row - 1) * ROW;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
    // A cell in sight is left where it is: nothing jumps.
    const seenDown = top >= scrollTop && top + 2 * ROW <= scrollTop + clientHeight;
    const seenAcross = left >= scrollLeft && right + HEAD <= scrollLeft + clientWidth;
    element.scrollTo({
      top: seenDown ? scrollTop : Math.max(0, top - clientHeight / 3),
      left: seenAcross ? scrollLeft : Math.max(0, left - clientWidth / 3),
    });
  }, [view.selected]);

  if (sheet.rows === 0) return <p class="grid-empty muted">{words.file.emptySheet}</p>;
  const first = Math.max(1, Math.floor(top / ROW) - AROUND);
  const last = Math.min(sheet.rows, Math.ceil((top + height) / ROW) + AROUND);
  const total = widths.reduce((sum, width) => sum + width, 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <div class="grid-box" ref={box} tabIndex={0} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      <table
        class="grid"
        aria-label={words.file.grid(sheet.name)}
        aria-rowcount={sheet.rows}
        style={{ width: `${total + HEAD}px` }}
      >
        <colgroup>
          <col class="grid-rows" />
          {widths.map((width, i) => (
            <col key={columnName(i + 1)} style={{ width: `${width}px` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td />
            {widths.map((_, i) => (
              <th key={columnName(i + 1)} scope="col">
                {columnName(i + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space rows={first - 1} />
          {Array.from({ length: last - first + 1 }, (_, i) => first + i).map((row) => (
            <tr key={row} aria-rowindex={row}>
              <th scope="row">{row}</th>
              {widths.map((_, i) => (
                <Cell
                  key={columnName(i + 1)}
                  cell={rows(row)?.[i] ?? null}
                  spills={!rows(row)?.[i + 1]}
                  mark={marks.get(cellAddress(row, i + 1))}
                  selected={selected?.row === row && selected.column === i + 1}
                  onPick={() => void port.select(sheet.name, cellAddress(row, i + 1))}
                />
              ))}
            </tr>
          ))}
          <Space rows={sheet.rows - last} />
        </tbody>
      </table>
    </div>
  );
}

/** The height of rows that are not in the page. */
function Space({ rows }: { rows: number }) {
  return rows > 0 ? (
    <tr class="grid-space">
      <td style={{ height: `${rows * ROW}px` }} />
    </tr>
  ) : null;
}

interface CellProps {
  readonly cell: ViewCell | null;
  /** The neighbour is empty, so a long text may run over it, as in Excel. */
  readonly spills: boolean;
  readonly mark: string | undefined;
  readonly selected: boolean;
  onPick(): void;
}

function Cell({ cell, spills, mark, selected, onPick }: CellProps) {
  const runsOver = spills && cell !== null && !cell.number;
  const kind = `${cell?.number ? ' grid-number' : ''}${cell?.bold ? ' grid-bold' : ''}${runsOver ? ' grid-spill' : ''}`;
  const state = `${mark ? ` mark-${mark}` : ''}${selected ? ' grid-selected' : ''}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: cells are reached by keyboard through the findings
    <td
      class={`grid-cell${kind}${state}`}
      title={cell && cell.text.length > 14 ? cell.text : undefined}
      onClick={onPick}
    >
      {cell?.text}
    </td>
  );
}

/** Rows of a sheet as they arrive from the worker, page by page. */
function useRows(engine: Engine, sheet: ViewSheet, row: number) {
  const pages = useRef(new Map<number, ViewRows | 'asked'>());
  const shown = useRef(sheet);
  const [, arrived] = useState(0);
  if (shown.current !== sheet) {
    pages.current = new Map();
    shown.current = sheet;
  }
  useEffect(() => {
    const page = Math.floor((row - 1) / PAGE);
    for (const one of [page - 1, page, page + 1]) {
      if (one < 0 || one * PAGE >= sheet.rows || pages.current.has(one)) continue;
      const mine = pages.current;
      mine.set(one, 'asked');
      engine.call('view', { sheet: sheet.name, from: one * PAGE + 1, to: (one + 1) * PAGE }).then(
        (rows) => {
          mine.set(one, rows);
          arrived((n) => n + 1);
        },
        () => mine.delete(one),
      );
    }
  }, [engine, sheet, row]);
  return (at: number) => {
    const page = pages.current.get(Math.floor((at - 1) / PAGE));
    return page && page !== 'asked' ? page.rows[at - page.from] : undefined;
  };
}
