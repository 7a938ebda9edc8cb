import {
  amountInWords,
  counterpartMinimum,
  counterpartRatio,
  Decimal,
  decodeText,
  findNode,
  findNorms,
  type NormAnswer,
  REMAINDER_POLICIES,
  type RemainderPolicy,
  readAmount,
  SplitError,
  split,
  titleIndexOf,
} from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import {
  amountOf,
  dayOf,
  exactly,
  FunctionError,
  invalid,
  isBlank,
  missing,
  positiveOf,
  programmeOf,
  rateOf,
  single,
  textOf,
  type Value,
  yearOf,
} from './arguments.js';
import { eligible } from './eligible.js';

export { FunctionError, type Value } from './arguments.js';

const REASONS = {
  'no-rule-for-programme': 'Chương trình này không có quy định về đối ứng trong bộ quy định',
  'not-in-force': 'Quy định không áp dụng cho năm này',
  'text-not-available': 'Văn bản quy định tỷ lệ chưa có trong bộ quy định',
  'rate-outside': 'Tỷ lệ hỗ trợ nằm ngoài các mức trong văn bản',
} as const;

function counterpart(
  programme: unknown,
  year: unknown,
  supportRate: unknown,
  central: unknown,
  step: unknown,
): number {
  const answer = counterpartRatio(RULES.counterpart ?? [], {
    programme: programmeOf(programme).id,
    year: yearOf(year),
    supportRate: rateOf(supportRate, 'Tỷ lệ hỗ trợ').toFixed(),
  });
  if (answer.kind === 'unknown') throw missing(REASONS[answer.reason]);
  const given = amountOf(central, 'Vốn trung ương');
  if (given.lt(0)) throw invalid('Vốn trung ương: không được âm');
  const wish = { central: given.toFixed(), ratio: answer.ratio };
  if (isBlank(step)) return Number(counterpartMinimum(wish).minimum);
  const stepped = counterpartMinimum({ ...wish, step: positiveOf(step, 'Bước làm tròn').toFixed() });
  return exactly(new Decimal(stepped.minimum), 'Vốn đối ứng');
}

const POLICIES = REMAINDER_POLICIES.filter((one) => one !== 'given-order');

function policyOf(given: unknown): RemainderPolicy {
  const name = textOf(given).toLowerCase();
  const found = POLICIES.find((one) => one === name);
  if (found) return found;
  throw invalid(`Cách chia phần lẻ: cần một trong ${POLICIES.join(', ')}`);
}

function apportioned(total: unknown, weights: unknown, step: unknown, policy: unknown): number[][] {
  const grid = (Array.isArray(weights) ? weights : [[weights]]) as unknown[][];
  const receivers = grid.flatMap((row, i) =>
    row.map((weight, j) => {
      const place = `dòng ${i + 1} cột ${j + 1}`;
      const value = isBlank(weight) ? new Decimal(0) : amountOf(weight, `Trọng số ở ${place}`);
      return { name: place, weight: value.toFixed() };
    }),
  );
  const { parts } = split({
    total: amountOf(total, 'Tổng').toFixed(),
    step: positiveOf(step, 'Bước').toFixed(),
    policy: policyOf(policy),
    receivers,
  });
  const amounts = parts.map((part) => exactly(new Decimal(part.amount), `Phần ở ${part.name}`));
  const width = grid[0]?.length ?? 0;
  return grid.map((_, i) => amounts.slice(i * width, (i + 1) * width));
}

function nodeOf(programme: unknown, code: unknown) {
  const found = programmeOf(programme);
  const name = textOf(code);
  const node = findNode(found, name);
  if (!node) throw missing(`Không có mã “${name}” trong ${found.short}`);
  return { programme: found.id, node };
}

function title(programme: unknown, code: unknown): string {
  const { node } = nodeOf(programme, code);
  return `${node.label} ${node.number}: ${node.title}`;
}

function code(programme: unknown, text: unknown): string {
  const { id } = programmeOf(programme);
  const wanted = textOf(text);
  if (wanted === '') throw invalid('Tên cần tìm: ô trống');
  const [best] = titleIndexOf(RULES).match(wanted, { programme: id });
  if (!best || best.strength === 'weak' || best.programme !== id) {
    throw missing(`Không có tên nào đủ giống “${wanted.slice(0, 60)}”`);
  }
  return best.node;
}

function words(amount: unknown, unit: unknown): string {
  const value = amountOf(amount, 'Số tiền');
  try {
    return amountInWords(value.toFixed(), {
      zeroTen: 'linh',
      thousand: 'nghìn',
      billion: 'tỷ',
      unit: unit === undefined || unit === null ? 'đồng' : String(unit),
      capital: true,
    });
  } catch (error) {
    if (error instanceof RangeError) throw new FunctionError('invalidNumber', 'Số quá lớn để đọc thành chữ');
    throw error;
  }
}

function number(given: unknown): number {
  const text = single(given);
  if (typeof text === 'number') return text;
  const reading = typeof text === 'string' ? readAmount(text, 'comma-decimal') : null;
  if (reading?.kind === 'amount') return exactly(amountOf(text, 'Số'), 'Số');
  if (reading?.kind === 'money' && reading.readings.length === 1)
    return exactly(reading.readings[0]!.value, 'Số');
  if (reading?.kind === 'money') throw invalid(`“${String(text)}” đọc được hai cách, hãy ghi rõ hơn`);
  throw invalid(
    isBlank(text) ? 'Ô trống, không có số để đọc' : `Không đọc được “${String(text)}” thành một số`,
  );
}

function norm(programme: unknown, code: unknown, subject: unknown, date: unknown): number {
  const { programme: id, node } = nodeOf(programme, code);
  const query = { programme: id, node: node.code, asOf: dayOf(date) };
  // “water-works central average”: the subject, and where it has several norms, the source or kind that is meant.
  const [named, ...meant] = textOf(subject).split(/[\s,;]+/);
  const found = findNorms({ ...query, ...(named ? { subject: named } : {}) });
  const norms = found.norms.filter((one) => meant.every((word) => word === one.source || word === one.kind));
  if (norms.length === 0) throw missing(whyNoNorm(found));
  if (norms.length > 1) throw invalid(choiceOf(norms));
  return exactly(new Decimal(norms[0]!.value), 'Định mức');
}

function whyNoNorm({ gaps: [gap], references: [reference] }: NormAnswer): string {
  if (gap) return `Chưa có văn bản: ${gap.instrument}`;
  if (!reference) return 'Không có định mức cho mục này vào ngày đó';
  return `${reference.law.article}, ${reference.law.instrument} ${reference.text.vi}`;
}

type Norm = ReturnType<typeof findNorms>['norms'][number];

/** How to say which of several norms is meant; or, where no word tells them apart, where their conditions stand. */
function choiceOf(norms: readonly Norm[]): string {
  const told = new Set(norms.map((one) => `${one.subject} ${one.source} ${one.kind}`));
  const values = norms.map((one) => `${one.value} ${one.unit}`);
  if (told.size === 1) {
    return `Có ${norms.length} mức tùy điều kiện (${values.join(', ')}): xem thẻ Tra cứu của bảng CTMTQG`;
  }
  const kinds = norms.map((one, i) => `${one.subject}: ${values[i]} (${one.source}, ${one.kind})`);
  return `Có ${norms.length} định mức, hãy ghi rõ: ${[...new Set(kinds)].join('; ')}`;
}

const LEGACY_FONT = '.VnTime';

function unicode(text: unknown, font: unknown): string {
  const cell = single(text);
  if (isBlank(cell)) return '';
  return decodeText(String(cell), isBlank(font) ? LEGACY_FONT : textOf(font));
}

/** Every custom function by its id: arguments as Excel gives them, the answer as it takes it. */
export const ANSWERS: Readonly<Record<string, (args: readonly unknown[]) => Value | Value[][]>> = {
  DOIUNG: ([programme, year, rate, central, step]) => counterpart(programme, year, rate, central, step),
  PHANBO: ([total, weights, step, policy]) => apportioned(total, weights, step, policy),
  TENDUAN: ([programme, node]) => title(programme, node),
  MADUAN: ([programme, text]) => code(programme, text),
  BANGCHU: ([amount, unit]) => words(amount, unit),
  SO: ([text]) => number(text),
  UNICODE: ([text, font]) => unicode(text, font),
  DINHMUC: ([programme, node, subject, date]) => norm(programme, node, subject, date),
  DUDIEUKIEN: ([programme, node, date, facts]) => eligible(programme, node, date, facts),
};

/** Answers one call; what goes wrong becomes an error with a code of Excel and a reason. */
export function answer(name: string, args: readonly unknown[]): Value | Value[][] {
  const work = Object.hasOwn(ANSWERS, name) ? ANSWERS[name] : undefined;
  if (!work) throw missing(`Không có hàm ${name}`);
  try {
    return work(args);
  } catch (error) {
    if (error instanceof SplitError) throw invalid(error.message);
    throw error;
  }
}
