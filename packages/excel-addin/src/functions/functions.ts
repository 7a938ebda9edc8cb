// biome-ignore-all lint/suspicious/noExplicitAny: the metadata is made from these types; a figure may stand as text
import type { Calls } from '../engine/protocol.js';
import { PortError } from '../port/types.js';
import type { Value } from './answers.js';

type Ask = (call: Calls['compute']['ask']) => Promise<Calls['compute']['answer']>;

let ask: Ask = () => Promise.reject(new Error('the worker is not there yet'));

/** Tells the functions where to ask; they compute in the worker, so that thousands of cells do not freeze the pane. */
export function functionsAsk(given: Ask): void {
  ask = given;
}

/** A check that is stopped ends the worker; the cells that were being computed ask the next one. */
async function askAgainIfStopped(
  call: Calls['compute']['ask'],
  tries = 3,
): Promise<Calls['compute']['answer']> {
  try {
    return await ask(call);
  } catch (error) {
    if (tries > 1 && error instanceof PortError && error.code === 'cancelled')
      return askAgainIfStopped(call, tries - 1);
    const reason = error instanceof Error ? error.message : String(error);
    return { error: { code: 'notAvailable', message: `Chưa tính được (${reason}); hãy tính lại ô này` } };
  }
}

async function compute(name: string, args: readonly unknown[]): Promise<Value | Value[][]> {
  const result = await askAgainIfStopped({ name, args });
  if ('error' in result) {
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode[result.error.code], result.error.message);
  }
  return result.value;
}

/**
 * Vốn đối ứng tối thiểu của ngân sách địa phương, theo quy định của chương trình.
 * @customfunction DOIUNG
 * @param programme Mã chương trình, ví dụ dttsmn-2021-2025
 * @param year Năm ngân sách
 * @param supportRate Tỷ lệ ngân sách trung ương hỗ trợ ngân sách tỉnh, phần trăm, ví dụ 60; không phải 0,6
 * @param central Vốn ngân sách trung ương
 * @param [step] Bước làm tròn lên, ví dụ 0,1; bỏ trống thì không làm tròn
 * @returns Vốn đối ứng tối thiểu, cùng đơn vị với vốn trung ương
 */
export function DOIUNG(
  programme: string,
  year: any,
  supportRate: any,
  central: any,
  step?: any,
): Promise<number> {
  return compute('DOIUNG', [programme, year, supportRate, central, step]) as Promise<number>;
}

/**
 * Chia một số tiền theo trọng số sao cho các phần cộng lại đúng bằng tổng (trừ cách apart, để phần lẻ ở ngoài).
 * @customfunction PHANBO
 * @param total Số tiền đem chia
 * @param weights Vùng trọng số; kết quả trải ra cùng hình dạng
 * @param step Bước nhỏ nhất, ví dụ 0,1
 * @param policy Cách chia phần lẻ: largest-remainder, largest-ratio, first, last hoặc apart
 * @returns Các phần đã chia
 */
export function PHANBO(total: any, weights: any[][], step: any, policy: string): Promise<number[][]> {
  return compute('PHANBO', [total, weights, step, policy]) as Promise<number[][]>;
}

/**
 * Tên đầy đủ của dự án, tiểu dự án hoặc nội dung theo mã.
 * @customfunction TENDUAN
 * @param programme Mã chương trình, ví dụ dttsmn-2021-2025
 * @param code Mã, ví dụ DA4.TDA1
 * @returns Tên theo văn bản của chương trình
 */
export function TENDUAN(programme: string, code: string): Promise<string> {
  return compute('TENDUAN', [programme, code]) as Promise<string>;
}

/**
 * Mã của dự án, tiểu dự án hoặc nội dung theo tên; tên có thể viết tắt hoặc thiếu dấu.
 * @customfunction MADUAN
 * @param programme Mã chương trình, ví dụ dttsmn-2021-2025
 * @param title Tên cần tìm
 * @returns Mã, ví dụ DA7
 */
export function MADUAN(programme: string, title: string): Promise<string> {
  return compute('MADUAN', [programme, title]) as Promise<string>;
}

/**
 * Đọc số tiền thành chữ.
 * @customfunction BANGCHU
 * @param amount Số tiền
 * @param [unit] Đơn vị đọc ở cuối; bỏ trống thì là đồng
 * @returns Số tiền bằng chữ
 */
export function BANGCHU(amount: any, unit?: string): Promise<string> {
  return compute('BANGCHU', [amount, unit]) as Promise<string>;
}

/**
 * Đọc số viết bằng chữ số kiểu Việt Nam, ví dụ “9.504,2” hoặc “01 tỷ”.
 * @customfunction SO
 * @param text Chữ số cần đọc
 * @returns Số
 */
export function SO(text: any): Promise<number> {
  return compute('SO', [text]) as Promise<number>;
}

/**
 * Chuyển chữ gõ bằng phông TCVN3 (.VnTime…) hoặc VNI sang Unicode.
 * @customfunction UNICODE
 * @param text Chữ cần chuyển
 * @param [font] Tên phông của ô; bỏ trống thì là .VnTime
 * @returns Chữ Unicode
 */
export function UNICODE(text: string, font?: string): Promise<string> {
  return compute('UNICODE', [text, font]) as Promise<string>;
}

/**
 * Định mức hoặc mức trần có hiệu lực vào một ngày.
 * @customfunction DINHMUC
 * @param programme Mã chương trình, ví dụ dttsmn-2021-2025
 * @param code Mã nội dung, ví dụ DA1.ND4
 * @param subject Khoản cần tra, ví dụ scattered-water; để "" nếu nội dung chỉ có một định mức; có nhiều mức thì ghi thêm nguồn hoặc loại, ví dụ "water-works central"
 * @param date Ngày áp dụng: ô ngày của Excel, hoặc dạng "31/12/2025"
 * @returns Mức tính bằng đồng hoặc phần trăm
 */
export function DINHMUC(programme: string, code: string, subject: string, date: any): Promise<number> {
  return compute('DINHMUC', [programme, code, subject, date]) as Promise<number>;
}

/**
 * Xét một trường hợp có đủ điều kiện thụ hưởng không. Thiếu thông tin thì không kết luận là không.
 * @customfunction DUDIEUKIEN
 * @param programme Mã chương trình, ví dụ dttsmn-2021-2025
 * @param code Mã nội dung, ví dụ DA1.ND1
 * @param date Ngày xét: ô ngày của Excel, hoặc dạng "31/12/2025"
 * @param facts Vùng hai cột: tên thông tin (ví dụ household.poverty hoặc diện hộ) và giá trị (ví dụ cận nghèo, có, không)
 * @returns Đủ điều kiện, không đủ điều kiện hoặc chưa đủ thông tin
 */
export function DUDIEUKIEN(programme: string, code: string, date: any, facts: any[][]): Promise<string> {
  return compute('DUDIEUKIEN', [programme, code, date, facts]) as Promise<string>;
}
