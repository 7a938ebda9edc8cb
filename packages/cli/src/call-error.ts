import { LawConflictError } from '@ctmtqg/core';

/**
 * The input or the call cannot be used: exit code 2, one line that says what to do, in either language.
 * `code` is stable, for scripts that read `--json`.
 */
export class CallError extends Error {
  override readonly name = 'CallError';
  constructor(
    readonly code: string,
    readonly vi: string,
    readonly en: string,
  ) {
    super(vi);
  }

  /** A fault of our own; the file is named, so that it can be sent. */
  static internal(error: unknown, path?: string): CallError {
    if (error instanceof LawConflictError) return lawConflict(error, path);
    const detail = error instanceof Error ? error.message : String(error);
    const file = path === undefined ? '' : `${path}: `;
    return new CallError(
      'internal',
      `${file}chương trình gặp lỗi ngoài dự kiến (${detail}); xin gửi tệp và câu lệnh này cho nhóm phát triển`,
      `${file}the program met an unexpected fault (${detail}); please send the file and this call to the developers`,
    );
  }

  in(language: 'vi' | 'en'): string {
    return (language === 'en' ? this.en : this.vi).replace(/\s*\n\s*/g, ' ');
  }
}

/** Two values in force that disagree: both are named, neither is used. */
function lawConflict({ message, subject, rules, values }: LawConflictError, path?: string): CallError {
  const file = path === undefined ? '' : `${path}: `;
  const both = rules.map(({ law }, at) => `${values[at]} (${law.instrument} ${law.article})`).join(' / ');
  return new CallError(
    'law-conflict',
    `${file}${message}; hãy sửa tệp nêu bằng --rules, hoặc báo cho nhóm phát triển nếu không dùng tệp nào`,
    `${file}two rules in force disagree on ${subject}: ${both}; correct the file given with --rules, or tell the developers if none was given`,
  );
}

/** The document that `--json` prints when there is nothing else to print. */
export interface ErrorDocument {
  readonly schema: 'error/1';
  readonly error: { readonly code: string; readonly message: string };
  readonly workbook?: string;
}

export function errorDocument(error: CallError, language: 'vi' | 'en', workbook?: string): ErrorDocument {
  return {
    schema: 'error/1',
    error: { code: error.code, message: error.in(language) },
    ...(workbook === undefined ? {} : { workbook }),
  };
}
