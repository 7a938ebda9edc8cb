import {
  amountInWords,
  compileEligibility,
  counterpartMinimum,
  counterpartRatio,
  Decimal,
  decimalOfDouble,
  decodeText,
  type EligibilityEngine,
  type Facts,
  findNode,
  findNorms,
  findProgramme,
  REMAINDER_POLICIES,
  type RemainderPolicy,
  readAmount,
  SplitError,
  split,
  titleIndexOf,
} from '@ctmtqg/core';
import { ELIGIBILITY_RULES, RULES } from '@ctmtqg/core/rules';

/** What Excel hands over and takes back for a cell. */
export type Value = string | number | boolean;

/** A real error of Excel, with the reason that it shows beside it. */
export class FunctionError extends Error {
  constructor(
    readonly code: 'invalidValue' | 'invalidNumber' | 'notAvailable',
    message: string,
  ) {
    super(message);
  }
}

const invalid = (message: string) => new FunctionError('invalidValue', message);
const missing = (message: string) => new FunctionError('notAvailable', message);

/** A cell's number without the dust of binary arithmetic, as a plain decimal string. */
function decimal(value: unknown, name: string): string {
  if (typeof value === 'number') return decimalOfDouble(value).toFixed();
  const reading = typeof value === 'string' ? readAmount(value, 'comma-decimal') : null;
  if (reading?.kind === 'amount') return reading.value.toFixed();
  throw invalid(`${name}: cần một số`);
}

function programmeOf(id: unknown) {
  const programme = findProgramme(RULES.programmes, String(id).trim());
  if (!programme) {
    throw missing(
      `Không có chương trình "${id}". Dùng một trong: ${RULES.programmes.map((one) => one.id).join(', ')}`,
    );
  }
  return programme;
}

/** An ISO date, or an Excel date number, as an ISO date. */
function day(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  if (typeof value === 'number' && value > 60) {
    return new Date(Math.round((Math.floor(value) - 25569) * 86_400_000)).toISOString().slice(0, 10);
  }
  throw invalid('Ngày: cần ngày của Excel hoặc dạng 2025-12-31');
}

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
  const { id } = programmeOf(programme);
  const rate = decimal(supportRate, 'Tỷ lệ hỗ trợ');
  const answer = counterpartRatio(RULES.counterpart ?? [], {
    programme: id,
    year: Number(year),
    supportRate: rate,
  });
  if (answer.kind === 'unknown') throw missing(REASONS[answer.reason]);
  const given = { central: decimal(central, 'Vốn trung ương'), ratio: answer.ratio };
  const steps = step === undefined || step === null ? {} : { step: decimal(step, 'Bước làm tròn') };
  return Number(counterpartMinimum({ ...given, ...steps }).minimum);
}

function apportioned(total: unknown, weights: unknown, step: unknown, policy: unknown): number[][] {
  const grid = (Array.isArray(weights) ? weights : [[weights]]) as unknown[][];
  const name = String(policy ?? '');
  if (!REMAINDER_POLICIES.includes(name as RemainderPolicy) || name === 'given-order') {
    const known = REMAINDER_POLICIES.filter((one) => one !== 'given-order');
    throw invalid(`Cách chia phần lẻ: cần một trong ${known.join(', ')}`);
  }
  const cells = grid.flatMap((row, i) => row.map((weight, j) => ({ i, j, weight })));
  const receivers = cells.map(({ i, j, weight }) => ({
    name: `${i + 1},${j + 1}`,
    weight: weight === '' || weight === null ? '0' : decimal(weight, 'Trọng số'),
  }));
  const { parts } = split({
    total: decimal(total, 'Tổng'),
    step: decimal(step, 'Bước'),
    policy: name as RemainderPolicy,
    receivers,
  });
  const amounts = parts.map((part) => Number(part.amount));
  const width = grid[0]?.length ?? 0;
  return grid.map((_, i) => amounts.slice(i * width, (i + 1) * width));
}

function title(programme: unknown, code: unknown): string {
  const found = programmeOf(programme);
  const node = findNode(found, String(code).trim());
  if (!node) throw missing(`Không có mã "${code}" trong ${found.short}`);
  return `${node.label} ${node.number}: ${node.title}`;
}

function code(programme: unknown, text: unknown): string {
  const { id } = programmeOf(programme);
  const [best] = titleIndexOf(RULES).match(String(text), { programme: id });
  if (!best || best.strength === 'weak' || best.programme !== id) throw missing('Không có tên nào đủ giống');
  return best.node;
}

function words(amount: unknown, unit: unknown): string {
  try {
    return amountInWords(decimal(amount, 'Số tiền'), {
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

function number(text: unknown): number {
  if (typeof text === 'number') return text;
  const reading = readAmount(String(text), 'comma-decimal');
  if (reading.kind === 'amount') return Number(reading.value.toFixed());
  if (reading.kind === 'money' && reading.readings.length === 1)
    return Number(reading.readings[0]!.value.toFixed());
  throw invalid(`Không đọc được "${text}" thành một số`);
}

function norm(programme: unknown, node: unknown, subject: unknown, date: unknown): number {
  const { id } = programmeOf(programme);
  const query = { programme: id, node: String(node).trim(), asOf: day(date) };
  const named =
    subject === undefined || subject === null || subject === '' ? {} : { subject: String(subject).trim() };
  const { norms, gaps } = findNorms({ ...query, ...named });
  if (norms.length === 0) {
    throw missing(
      gaps[0] ? `Chưa có văn bản: ${gaps[0].instrument}` : 'Không có định mức cho mục này vào ngày đó',
    );
  }
  const kinds = [
    ...new Set(norms.map((one) => `${one.subject}: ${one.value} ${one.unit} (${one.source}, ${one.kind})`)),
  ];
  if (norms.length > 1) throw invalid(`Có ${norms.length} định mức, hãy ghi rõ: ${kinds.join('; ')}`);
  return new Decimal(norms[0]!.value).toNumber();
}

let engine: EligibilityEngine | null = null;

const VERDICTS = {
  eligible: 'Đủ điều kiện',
  'not-eligible': 'Không đủ điều kiện',
  unknown: 'Chưa đủ thông tin',
} as const;

function eligible(programme: unknown, node: unknown, date: unknown, facts: unknown): string {
  const { id } = programmeOf(programme);
  const rows = (Array.isArray(facts) ? facts : []) as unknown[][];
  const given = rows.flatMap(([key, value]) =>
    key === '' || value === '' || key === null || value === null
      ? []
      : [[String(key), value as Value] as const],
  );
  engine ??= compileEligibility(ELIGIBILITY_RULES);
  const question = {
    programme: id,
    node: String(node).trim(),
    asOf: day(date),
    facts: Object.fromEntries(given) as Facts,
  };
  const decisions = engine.decide(question);
  if (decisions.length === 0) throw missing('Không có điều kiện nào cho mục này trong bộ quy định');
  const verdicts = new Set(decisions.map((one) => one.decision));
  if (verdicts.size === 1) return VERDICTS[decisions[0]!.decision];
  const texts = decisions.map((one) => `${one.policy ?? one.node}: ${VERDICTS[one.decision].toLowerCase()}`);
  return texts.join('; ');
}

/** Every custom function by its id: arguments as Excel gives them, the answer as it takes it. */
export const ANSWERS: Readonly<Record<string, (args: readonly unknown[]) => Value | Value[][]>> = {
  DOIUNG: ([programme, year, rate, central, step]) => counterpart(programme, year, rate, central, step),
  PHANBO: ([total, weights, step, policy]) => apportioned(total, weights, step, policy),
  TENDUAN: ([programme, node]) => title(programme, node),
  MADUAN: ([programme, text]) => code(programme, text),
  BANGCHU: ([amount, unit]) => words(amount, unit),
  SO: ([text]) => number(text),
  UNICODE: ([text, font]) => decodeText(String(text), String(font ?? '.VnTime')),
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
