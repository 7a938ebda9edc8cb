import { areaAddress, cellAddress, columnName } from '@ctmtqg/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Engine } from '../engine/client.js';
import type { ViewCell, ViewRows, ViewSheet } from '../engine/protocol.js';
import type { Words } from '../pane/words/index.js';
import type { SelectedArea } from '../port/types.js';
import type { FilePort, FileView } from './file-port.js';
import { movedBy, type Selection, selectionTo } from './selection.js';

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
  const selected = view.selected?.sheet === sheet.name ? view.selected : null;
  const select = useSelection(port, sheet, selected);
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
    const { row, column } = select.head(selected);
    const left = widths.slice(0, column - 1).reduce((sum, width) => sum + width, 0);
    const right = left + (widths[column - 1] ?? 0);
    const top = (row - 1) * ROW;
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
    <div
      class="grid-box"
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: cells are selected here by keyboard
      tabIndex={0}
      role="application"
      aria-label={words.file.grid(sheet.name)}
      aria-describedby="grid-help"
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={select.onKey}
      onPointerUp={select.end}
    >
      <p id="grid-help" class="hidden-text">
        {words.file.gridHelp}
      </p>
      <p class="hidden-text" aria-live="polite">
        {selected && saidCell(selected, rows(select.head(selected).row)?.[select.head(selected).column - 1])}
      </p>
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
                  selected={isIn(selected, row, i + 1)}
                  onPress={(extend) => select.to({ row, column: i + 1 }, extend, true)}
                  onDrag={() => select.drag({ row, column: i + 1 })}
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
  onPress(extend: boolean): void;
  onDrag(): void;
}

function Cell({ cell, spills, mark, selected, onPress, onDrag }: CellProps) {
  const runsOver = spills && cell !== null && !cell.number;
  const kind = `${cell?.number ? ' grid-number' : ''}${cell?.bold ? ' grid-bold' : ''}${runsOver ? ' grid-spill' : ''}`;
  const state = `${mark ? ` mark-${mark}` : ''}${selected ? ' grid-selected' : ''}`;
  return (
    <td
      class={`grid-cell${kind}${state}`}
      title={cell && cell.text.length > 14 ? cell.text : undefined}
      onPointerDown={(event) => event.button === 0 && onPress(event.shiftKey)}
      onPointerEnter={(event) => event.buttons === 1 && onDrag()}
    >
      {cell?.text}
    </td>
  );
}

const isIn = (area: SelectedArea | null, row: number, column: number) =>
  area !== null && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

/** What a screen reader says of the selection. */
const saidCell = (area: SelectedArea, cell: ViewCell | null | undefined) =>
  `${areaAddress(area)} ${cell?.text ?? ''}`;

/** Selecting by pointer and by keyboard, as in Excel: Shift and dragging make the selection larger. */
function useSelection(port: FilePort, sheet: ViewSheet, selected: SelectedArea | null) {
  const state = useRef<Selection | null>(null);
  const dragging = useRef(false);
  const head = (area: SelectedArea) => {
    const known = state.current;
    const ours = known && areaAddress(selectionTo(known)) === areaAddress(area);
    return ours ? known.head : { row: area.top, column: area.left };
  };
  const to = (cell: Selection['head'], extend: boolean, begin = false) => {
    const anchor = extend && selected ? (state.current?.anchor ?? head(selected)) : cell;
    state.current = { anchor, head: cell };
    dragging.current = begin;
    port.selectArea({ sheet: sheet.name, ...selectionTo(state.current) });
  };
  return {
    head,
    to,
    drag: (cell: Selection['head']) => {
      if (dragging.current) to(cell, true, true);
    },
    end: () => {
      dragging.current = false;
    },
    onKey: (event: KeyboardEvent) => {
      const from = selected ? head(selected) : { row: 0, column: 1 };
      const next = movedBy(event, from, sheet);
      if (!next) return;
      event.preventDefault();
      to(next, event.shiftKey);
    },
  };
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
