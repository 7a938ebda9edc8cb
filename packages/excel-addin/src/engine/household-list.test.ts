import { buildSnapshot, openBook, parseArea } from '@ctmtqg/core';
import { expect, test } from 'vitest';
import { drawSheet } from '../../../core/src/sheet/test-sheet.js';
import { decideList } from './household-list.js';

const LIST = `DANH SÁCH HỘ
STT | Họ tên chủ hộ | Dân tộc | Diện hộ | Đã có đất ở | Đã nhận hỗ trợ đất ở từ chính sách trước đây và đã chuyển nhượng, cho, tặng
1 | Lò Văn A | La Hủ | nghèo | không | không
2 | Giàng Thị B | Mông | cận nghèo | không | không
3 | Vàng Văn C | Thái | nghèo | | không
4 | Tẩn Thị D | Dao | khá giả | không | không`;

const ask = (area: string, language: 'vi' | 'en' = 'vi') => ({
  programme: 'dttsmn-2021-2025',
  node: 'DA1.ND1',
  policy: 'residential-land',
  asOf: '2025-06-30',
  language,
  selection: { sheet: 'Hộ', ...parseArea(area)! },
});
const answer = (text: string, area = 'A1', language: 'vi' | 'en' = 'vi') =>
  decideList(openBook(buildSnapshot([drawSheet('Hộ', text)])), ask(area, language));

test('each household gets an answer with its reason; unknown is no "no", and what cannot be read is told', () => {
  const list = answer(LIST);
  expect(list.kind).toBe('list');
  if (list.kind !== 'list') return;
  expect(list.lines.map((line) => [line.row, line.name, line.decision])).toEqual([
    [3, 'Lò Văn A', expect.stringMatching(/^(eligible|unknown)$/)],
    [4, 'Giàng Thị B', 'not-eligible'],
    [5, 'Vàng Văn C', 'unknown'],
  ]);
  for (const line of list.lines) expect(line.reason.length).toBeGreaterThan(10);
  expect(list.lines[1]!.reason).toContain('[cận nghèo]');
  expect(list.problems[0]!.text).toMatch(/^“khá giả” không dùng được cho “diện hộ”: .*mới thoát nghèo/);
  expect(list.problems).toEqual([{ row: 6, cell: 'D6', text: expect.stringContaining('khá giả') }]);
});

test('answers and reasons are planned behind everything, with headers, and only for rows that got one', () => {
  const list = answer(LIST);
  if (list.kind !== 'list') throw new Error('no list');
  expect(list.columns).toBe('G:H');
  expect(list.edits.map((edit) => edit.cell)).toEqual(['G2', 'H2', 'G3', 'H3', 'G4', 'H4', 'G5', 'H5']);
  expect(list.edits.map((edit) => edit.after).slice(0, 2)).toEqual([
    { kind: 'text', text: 'Kết quả xét' },
    { kind: 'text', text: 'Lý do' },
  ]);
  expect(list.edits.every((edit) => edit.before.kind === 'blank')).toBe(true);
});

test('answers that stand there already are not written over; blank columns of ours are filled', () => {
  const rows = LIST.split('\n');
  const headed = [rows[0], `${rows[1]} | Kết quả xét | Lý do`, ...rows.slice(2)];
  const blank = answer(headed.join('\n'));
  expect(blank.kind === 'list' && [blank.columns, blank.edits[0]?.cell]).toEqual(['G:H', 'G3']);
  const full = answer(
    [...headed.slice(0, 3), `${headed[3]} | Được hỗ trợ | vì`, ...headed.slice(4)].join('\n'),
  );
  expect(full.kind === 'list' && [full.columns, full.edits]).toEqual(['G:H', []]);
});

test('only the rows that are selected are decided, where there are several', () => {
  const list = answer(LIST, 'B4:C5');
  expect(list.kind === 'list' && list.lines.map((line) => line.row)).toEqual([4, 5]);
});

test('a sheet without facts in its headers is no list', () => {
  expect(answer('STT | Nội dung | Số tiền\n1 | Dự án 1 | 5').kind).toBe('no-list');
});

test('speaks English too', () => {
  const list = answer(LIST, 'A1', 'en');
  expect(list.kind === 'list' && list.edits[0]!.after).toEqual({ kind: 'text', text: 'Decision' });
});
