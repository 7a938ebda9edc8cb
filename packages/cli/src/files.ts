import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { CallError } from './call-error.js';

const WORKBOOK = /\.(xlsx|xlsm)$/i;

/** Whether a path names a workbook, by its ending. */
export const isWorkbook = (path: string): boolean => WORKBOOK.test(path);

function fileError(path: string, error: unknown): CallError {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new CallError(
      'file-not-found',
      `không tìm thấy tệp ${path}; hãy kiểm tra lại đường dẫn`,
      `the file ${path} was not found; check the path`,
    );
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new CallError(
      'no-permission',
      `không có quyền đọc ${path}; hãy xin quyền hoặc chép tệp sang chỗ khác`,
      `${path} may not be read; ask for permission or copy the file`,
    );
  }
  return new CallError(
    'unreadable',
    `không đọc được ${path} (${code || String(error)})`,
    `${path} could not be read (${code || String(error)})`,
  );
}

/** A file to check, or a folder's `.xlsx` and `.xlsm` files, by name. */
export interface Inputs {
  readonly files: readonly string[];
  /** True where the caller named several files or a folder: the answer is a list then. */
  readonly many: boolean;
}

/** Finds the files to check. A missing file stays in the list: it is reported where its turn comes. */
export async function findInputs(paths: readonly string[]): Promise<Inputs> {
  const files: string[] = [];
  let many = paths.length > 1;
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) {
      files.push(path);
      continue;
    }
    const inside = await workbooksIn(path);
    if (inside.length === 0 && paths.length === 1) {
      throw new CallError(
        'folder',
        `${path} là thư mục không có tệp .xlsx nào; hãy nêu đường dẫn tới một tệp .xlsx`,
        `${path} is a folder without any .xlsx file; give the path of an .xlsx file`,
      );
    }
    many = true;
    files.push(...(inside.length > 0 ? inside : [path]));
  }
  // A file named twice, or beside its own folder, is read once.
  const once = new Map(files.map((path) => [resolve(path), path]));
  return { files: [...once.values()], many };
}

async function workbooksIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw fileError(folder, error);
  });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    // `~$name.xlsx` is the lock that Excel leaves beside an open file.
    if (entry.name.startsWith('.') || entry.name.startsWith('~$') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await workbooksIn(path)));
    else if (isWorkbook(entry.name)) found.push(path);
  }
  return found;
}

/** The bytes of one input file. */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      throw new CallError(
        'folder',
        `${path} là thư mục; hãy nêu đường dẫn tới một tệp .xlsx`,
        `${path} is a folder; give the path of an .xlsx file`,
      );
    }
    if (found.size === 0) {
      throw new CallError(
        'empty-file',
        `tệp ${path} rỗng (0 byte); hãy tải hoặc chép lại tệp`,
        `the file ${path} is empty (0 bytes); download or copy it again`,
      );
    }
    return await readFile(path);
  } catch (error) {
    throw error instanceof CallError ? error : fileError(path, error);
  }
}

/** True where both paths lead to one file: same name, symbolic or hard link. */
async function sameFile(a: string, b: string): Promise<boolean> {
  if (resolve(a) === resolve(b)) return true;
  const [left, right] = await Promise.all([stat(a).catch(() => null), stat(b).catch(() => null)]);
  if (left && right) return left.ino === right.ino && left.dev === right.dev;
  const real = async (path: string) =>
    join(await realpath(dirname(resolve(path))).catch(() => dirname(path)), basename(path));
  return (await real(a)) === (await real(b));
}

/** Refuses an output that would cover an input, or that exists already. Call it before any work is done. */
export async function claimOutput(path: string, inputs: readonly string[], force: boolean): Promise<void> {
  for (const input of inputs) {
    if (await sameFile(path, input)) {
      throw new CallError(
        'output-is-input',
        `${path} chính là tệp đang đọc; hãy chọn tên khác, tệp gốc không bao giờ bị ghi đè`,
        `${path} is the file being read; choose another name, the input is never overwritten`,
      );
    }
  }
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) {
    throw new CallError(
      'output-is-folder',
      `${path} là thư mục; hãy nêu tên tệp cần ghi`,
      `${path} is a folder; name the file to write`,
    );
  }
  if (found && !force) {
    throw new CallError(
      'output-exists',
      `${path} đã có; thêm --force để ghi đè hoặc chọn tên khác`,
      `${path} exists; add --force to overwrite it or choose another name`,
    );
  }
  const folder = await stat(dirname(resolve(path))).catch(() => null);
  if (!folder?.isDirectory()) {
    throw new CallError(
      'no-folder',
      `thư mục của ${path} chưa có; hãy tạo thư mục đó trước`,
      `the folder of ${path} does not exist; create it first`,
    );
  }
}

/** Refuses an output whose name does not end as its content demands. */
export function demandExtension(path: string, allowed: readonly string[], option: string): void {
  if (allowed.includes(extname(path).toLowerCase())) return;
  throw new CallError(
    'bad-extension',
    `${option} ${path}: tên tệp phải kết thúc bằng ${allowed.join(' hoặc ')}`,
    `${option} ${path}: the file's name must end in ${allowed.join(' or ')}`,
  );
}

/** Writes a file whole or not at all: beside its place first, then moved there. */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const draft = `${target}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await writeFile(draft, content, { flag: 'wx' });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw notWritten(path, error);
  }
}

/** Makes the folder that several outputs go into. */
export async function makeOutputFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw notWritten(path, error);
  }
}

function notWritten(path: string, error: unknown): CallError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return new CallError(
    'not-written',
    `không ghi được ${path} (${code}); hãy kiểm tra quyền ghi và chỗ trống trên đĩa`,
    `${path} could not be written (${code}); check permissions and free space`,
  );
}
