import { ONE, spell } from './amount.js';
import { type Context, localityText, upper, writeText } from './context.js';
import type { Sheet } from './grid.js';
import type { Placed, Unit } from './model.js';
import type { WordKey } from './wording.js';

export interface Frame {
  readonly heading: WordKey;
  readonly programmeName: string | null;
  readonly width: number;
  readonly left: number;
  readonly top: number;
  readonly period?: { from: number; to: number };
  readonly extra?: string;
  readonly unit: Unit;
  readonly letterhead?: boolean;
  readonly unitAbove?: boolean;
}

const DECISIONS = {
  'dttsmn-2021-2025': '1719/QĐ-TTg',
  'gnbv-2021-2025': '90/QĐ-TTg',
  'ntm-2021-2025': '263/QĐ-TTg',
  'ctmtqg-2026-2035': '417/QĐ-BNNMT',
} as const;

export function programmeName(context: Context): string {
  return context.say(`programme:${context.programme}`);
}

export function fillTemplate(
  context: Context,
  template: string,
  frame: Pick<Frame, 'programmeName' | 'period'>,
): string {
  const { random, year, locality } = context;
  const place = localityText(locality);
  return template
    .replace('{P}', frame.programmeName ?? '')
    .replace('{Y}', String(year))
    .replace('{L}', upper(place))
    .replace('{U}', `UBND ${place}`)
    .replace('{A}', String(frame.period?.from ?? ''))
    .replace('{B}', String(frame.period?.to ?? ''))
    .replace('{n}', String(random.integer(5, 400)))
    .replace(
      '{d}',
      `${String(random.integer(1, 28)).padStart(2, '0')} tháng ${String(random.integer(1, 12)).padStart(2, '0')} năm ${random.chance(0.3) ? year - 1 : year}`,
    )
    .replace(/ {2}NĂM/, ' NĂM')
    .trim();
}

/** Everything above a table; answers the row where its header shall begin. */
export function writeAbove(context: Context, sheet: Sheet, frame: Frame, table: number): number {
  const { random, build, locality } = context;
  const right = frame.left + frame.width - 1;
  let row = frame.top;
  const bold = { bold: true, align: 'center' as const };
  if (frame.letterhead) {
    const middle = frame.left + Math.max(1, Math.floor(frame.width / 2));
    writeText(
      context,
      sheet,
      row,
      frame.left,
      random.pick([`UBND ${upper(localityText(locality))}`, 'ỦY BAN NHÂN DÂN']),
      bold,
    );
    sheet.merge(row, frame.left, row, middle - 1);
    writeText(context, sheet, row, middle, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold);
    sheet.merge(row, middle, row, right);
    writeText(context, sheet, row + 1, frame.left, upper(localityText(locality)), bold);
    writeText(context, sheet, row + 1, middle, 'Độc lập - Tự do - Hạnh phúc', bold);
    sheet.merge(row + 1, middle, row + 1, right);
    row += random.integer(2, 3);
  } else if (random.chance(0.5)) {
    writeText(context, sheet, row, random.chance(0.5) ? right : frame.left, context.say('form'), {
      bold: true,
    });
    row += 1;
  }
  const unitInTitle = frame.unitAbove !== false && random.chance(0.05);
  const decision =
    frame.programmeName && random.chance(0.07) ? ` THEO QUYẾT ĐỊNH SỐ ${DECISIONS[context.programme]}` : '';
  const heading =
    fillTemplate(context, context.say(frame.heading), frame) +
    decision +
    (frame.extra ? ` ${frame.extra}` : '') +
    (unitInTitle ? ` (ĐVT: ${context.say(`unit:${frame.unit.name}`)})` : '');
  const cutAt = frame.programmeName && random.chance(0.3) ? heading.indexOf(frame.programmeName) : -1;
  const pieces = cutAt > 0 ? [heading.slice(0, cutAt).trim(), heading.slice(cutAt).trim()] : [heading];
  for (const piece of pieces) {
    writeText(context, sheet, row, frame.left, piece, bold);
    if (random.chance(0.85)) sheet.merge(row, frame.left, row, right);
    build.lines.push({
      what: 'title',
      at: { sheet: sheet.name, row, column: frame.left },
      text: piece,
      table,
    });
    row += 1;
  }
  if (random.chance(0.6)) {
    writeText(context, sheet, row, frame.left, fillTemplate(context, context.say('attached'), frame), {
      italic: true,
      align: 'center',
    });
    sheet.merge(row, frame.left, row, right);
    row += 1;
  }
  if (random.chance(0.3)) row += 1;
  if (frame.unitAbove !== false && !unitInTitle) {
    const column = random.chance(0.7) ? right : Math.max(frame.left, right - 1);
    const text = context.say('unitLine').replace('{u}', context.say(`unit:${frame.unit.name}`));
    writeText(context, sheet, row, column, text, { italic: true, align: 'right' });
    build.lines.push({ what: 'unit', at: { sheet: sheet.name, row, column }, text, table });
    if (column < right) sheet.merge(row, column, row, right);
    row += 1;
  }
  return row;
}

/** Notes, words and signatures below a table. */
export function writeBelow(
  context: Context,
  placed: Placed,
  more: { words?: boolean; lines?: readonly string[] } = {},
): void {
  const { random, build } = context;
  const { sheet, left, right } = placed;
  let row = placed.bottom + random.integer(1, 2);
  for (const line of more.lines ?? []) {
    writeText(context, sheet, row, left, line, { italic: true });
    row += 1;
  }
  if (random.chance(0.3)) {
    writeText(context, sheet, row, left, context.say('remark'), { italic: true });
    row += 1;
  }
  if (more.words) {
    const grand = placed.figures.find(
      (figure) =>
        figure.modelRow.kind === 'grand-total' && (figure.modelColumn.source ?? 'total') === 'total',
    );
    if (grand) {
      const template = context.say('words');
      const text = wordsLine(template, (placed.amounts.get(grand) ?? 0n) * BigInt(placed.unit.scale));
      writeText(context, sheet, row, left, text, { italic: true });
      build.lines.push({
        what: 'words',
        at: { sheet: sheet.name, row, column: left },
        text,
        table: build.tables.indexOf(placed),
        template,
      });
      row += 1;
    }
  }
  if (random.chance(0.6)) {
    row += 1;
    const column = Math.max(left + 1, right - 1);
    writeText(context, sheet, row, left + 1, 'Nơi nhận:', { bold: true, italic: true });
    writeText(context, sheet, row, column, random.pick(['TM. ỦY BAN NHÂN DÂN', 'Người lập biểu']), {
      bold: true,
    });
    writeText(context, sheet, row + 1, left + 1, '- Như trên;', { italic: true });
    writeText(context, sheet, row + 1, column, 'KT. CHỦ TỊCH', { bold: true });
    writeText(context, sheet, row + 2, left + 1, '- Lưu: VT.', { italic: true });
    writeText(context, sheet, row + 2, column, 'PHÓ CHỦ TỊCH', { bold: true });
  }
}

/** `Bằng chữ: …` of an amount of whole đồng; `dong` in đồng, scaled. */
export function wordsLine(template: string, dong: bigint): string {
  const words = spell(dong / ONE);
  return template.replace('{w}', words.charAt(0).toLocaleUpperCase('vi') + words.slice(1));
}
