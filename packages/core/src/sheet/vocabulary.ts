import type { Capital, ColumnRole, Source, Stage } from './types.js';

/** What header words mean. All patterns run on folded text: lower case, no accents, punctuation as blanks. */

export const ORDINAL_HEADER = /^(stt|s tt|so tt|tt|so thu tu|no|so)$/;

const TITLE_HEADER =
  /^(noi dung|ten|ho va ten|ho ten|chu ho|danh muc|chi tieu|chuong trinh|cac chuong trinh|du an|cac du an|tieu du an|hang muc|nhiem vu|linh vuc|nguon|nguon von|co cau nguon von|doi tuong|dien giai|khoan chi|hop phan|thanh phan|noi dung thanh phan|muc tieu|hoat dong|loai von|khoan muc|loai nguon von|nganh linh vuc|chi tiet|nhom|khu vuc|cong trinh)( |$)/;
const PLACE_WORD =
  '(?:cac|ten|xa|phuong|thi tran|huyen|thi xa|thanh pho|tp|tinh|dac khu|thon|ban|buon|lang|ap|to dan pho|khu vuc|vung|cum|nhom|dia phuong|dia ban|don vi|hanh chinh|so|nganh|so ban nganh|va|truc thuoc|cap)';
const PLACE_HEADER = new RegExp(`^(?:${PLACE_WORD}(?: |$))+$|^dia diem|^noi thuc hien$`);
const PLACE_OR_TITLE_HEADER =
  /^(dia phuong du an|don vi du an|dia phuong don vi|du an dia phuong|don vi noi dung|don vi nhiem vu|dia phuong noi dung)$/;
const IN_CHARGE_HEADER =
  /(chu dau tu|co quan|don vi (chu tri|thuc hien|phu trach|quan ly|phoi hop|to chuc|tham muu|chiu trach nhiem|su dung|duoc giao|thu huong|nhan)|^chu tri|phoi hop|^phong ban|^nguoi phu trach)/;
const DECISION_HEADER = /(quyet dinh|so ngay|van ban|so qd|ngay thang nam|so hieu)/;
const PERIOD_HEADER = /(thoi gian|khoi cong|hoan thanh|kc ht|tien do|nien do|thoi diem)/;
const CODE_HEADER =
  /^(ma|ma so|chuong|khoan|loai|loai khoan|chuong loai khoan|muc|tieu muc|nguon so|tinh chat nguon|ma .*|.* ma so)$/;
const NOTE_HEADER = /(ghi chu|don vi tinh|dvt|can cu|ly do|giai trinh|y kien|thuyet minh)/;
const PERCENT_HEADER = /(^|\b)(ty le|ti le|ty trong|ti trong|co cau|so sanh|dat ty le|phan tram)(\b|$)/;
const QUANTITY_HEADER =
  /^(so (thang|ngay|ho|luong|nguoi|xa|thon|ban|cong trinh|lop|hoc vien|hoc sinh|mo hinh|khau|du an|cuoc|buoi|dot|can|nha|lao dong|ca|doi|luot|dan|don vi|dvhc|truong|trung tam|huyen(?! (giao|phan bo|bo tri|cap|doi ung)))|khoi luong|dien tich|dan so|quy mo|nang luc|chieu dai|km|ha|ho|nguoi(?! dan)|trong so|he so|diem|diem so|tong diem|tong so (ho|xa|thon|nguoi|diem|cong trinh)|dinh muc|don gia|muc ho tro|muc chi|muc hotro|suat dau tu)( |$)/;

/** Text columns by header, nearest header text first; `null` where the words name none. */
export function textRole(leaf: string, path: readonly string[]): ColumnRole | null {
  if (ORDINAL_HEADER.test(leaf)) return 'ordinal';
  if (NOTE_HEADER.test(leaf)) return 'note';
  if (CODE_HEADER.test(leaf)) return 'code';
  if (IN_CHARGE_HEADER.test(leaf)) return 'unit-in-charge';
  if (DECISION_HEADER.test(leaf)) return 'decision';
  if (PERIOD_HEADER.test(leaf)) return 'period';
  if (PLACE_OR_TITLE_HEADER.test(leaf)) return 'title';
  if (PLACE_HEADER.test(leaf)) return 'place';
  if (TITLE_HEADER.test(leaf)) return 'title';
  if (QUANTITY_HEADER.test(leaf)) return 'quantity';
  const group = path.slice(0, -1).join(' ');
  if (DECISION_HEADER.test(group)) return 'decision';
  if (PERIOD_HEADER.test(group)) return 'period';
  return null;
}

/** True where the words speak of a share, not of a source's name such as `NSĐP (15%)`. */
export function saysPercent(leaf: string, raw: string): boolean {
  if (PERCENT_HEADER.test(leaf)) return true;
  if (!raw.includes('%')) return false;
  return sourceOf(leaf) === null && capitalOf(leaf) === null && !MONEY.test(leaf);
}

export function saysQuantity(leaf: string): boolean {
  return QUANTITY_HEADER.test(leaf) && !/(kinh phi|so tien|thanh tien|so von)/.test(leaf);
}

export function saysCode(leaf: string): boolean {
  return CODE_HEADER.test(leaf);
}

const MONEY =
  /\b(kinh phi|von|du toan|ke hoach|so tien|thanh tien|gia tri|tong muc dau tu|tmdt|tong so|tong cong|cong|tong|giao|phan bo|bo tri|nhu cau|ngan sach|giai ngan|thuc hien|quyet toan|luy ke|dieu chinh|tang|giam|chi ngan sach|thu ngan sach|de xuat|uoc|cap|nam 20\d\d|giai doan|nstw|nsdp|trong do|chia ra|von trong nuoc|von nuoc ngoai|trong nuoc|nuoc ngoai|con lai|chuyen nguon|keo dai|da chi|so duoc|bo sung|thu|chi|quy [ivx1-4]+|\d+ thang|thang \d+|dau nam|cuoi nam|nua nam|chenh lech|tang giam)\b/;

/** True where a header speaks of money in any of the ways seen in plans. */
export function saysMoney(path: string): boolean {
  return (
    MONEY.test(path) ||
    /^(nam |kh |kh nam )?20\d\d$/.test(path) ||
    sourceOf(path) !== null ||
    capitalOf(path) !== null
  );
}

/** Words of a whole, `Tổng số`, `Tổng kinh phí`, `Cộng`. */
export function saysTotal(text: string): boolean {
  return (
    /(^|\b)(tong|tong so|tong cong|tong kinh phi|tong von|tong nguon|cong)(\b|$)/.test(text) &&
    !/tong muc dau tu|tong hop|cong trinh|cong dong|cong tac|cong lap|cong nghe|cong nghiep|cong an/.test(
      text,
    )
  );
}

const SOURCES: readonly (readonly [Source, RegExp])[] = [
  ['integrated', /\b(long ghep)\b/],
  ['credit', /\b(tin dung|von vay|nhcsxh|chinh sach xa hoi)\b/],
  ['enterprise', /\b(doanh nghiep|dn|htx|hop tac xa)\b/],
  [
    'community',
    /\b(nhan dan|nguoi dan|cong dong|dan gop|dan dong gop|nhan dan dong gop|von dan|nguon dan)\b|^dan$/,
  ],
  ['other', /\b(khac|huy dong|xa hoi hoa|tai tro|vien tro)\b/],
  ['central', /\b(nstw|ns tw|tw|ngan sach tw|trung uong|ns trung uong|nstu)\b/],
  ['district', /\b(huyen|cap huyen)\b(?! ngheo)/],
  [
    'province',
    /\b(cap tinh|ns tinh|nst|ngan sach tinh|von tinh|tinh doi ung|cap thanh pho|ngan sach thanh pho)\b|^tinh$|\btinh bo tri\b/,
  ],
  ['commune', /\b(cap xa|ns xa|nsx|ngan sach xa|von xa)\b|^xa$/],
  [
    'local',
    /\b(nsdp|ns dp|ngan sach dia phuong|ns dia phuong|von dia phuong|doi ung|dia phuong|can doi ngan sach)\b/,
  ],
];

const NOT_A_SOURCE =
  /\b(co so ha tang|huyen ngheo|xa ngheo|dan toc|dan so|dan cu|dan sinh|so dan|nhan dan ung ho trong|chinh quyen dia phuong|cac xa|cac huyen|dia phuong du an|xa khu vuc|xa dac biet|ten xa|ten huyen|trong nuoc|nuoc ngoai|muc dich khac|noi dung khac|chi khac|nhiem vu khac)\b/g;

/** Source that a header or title names; `null` where it names none. */
export function sourceOf(text: string): Source | null {
  const cleaned = text.replace(NOT_A_SOURCE, ' ').replace(/ +/g, ' ').trim();
  for (const [source, pattern] of SOURCES) if (pattern.test(cleaned)) return source;
  return null;
}

const NOT_INVESTMENT =
  /\b(chu dau tu|quyet dinh dau tu|tong muc dau tu|trung uong dau tu|tw dau tu|chu truong dau tu|don vi dau tu|ho tro dau tu phat trien ha tang)\b/g;

export function capitalOf(text: string): Capital | null {
  const cleaned = text.replace(NOT_INVESTMENT, ' ');
  const investment = /\b(dau tu|dtpt|dt phat trien|von dt|xdcb|dau tu phat trien)\b|^dt$/.test(cleaned);
  const recurrent = /\b(su nghiep|vsn|von sn|kinh phi sn|thuong xuyen|chi tx|sn)\b|\bdvsn\b/.test(
    cleaned.replace(/\bdon vi su nghiep\b|\bsu nghiep cong lap\b/g, ' '),
  );
  if (investment && recurrent) return 'all';
  return investment ? 'investment' : recurrent ? 'recurrent' : null;
}

/** Stage that a header names; the nearest words win, so callers pass one header text at a time. */
export function stageOf(text: string): Stage | null {
  if (/\bsau (khi )?(dieu (chinh|hoa|chuyen)|bo sung|tang giam|cat giam)\b|\bdieu chinh lai\b/.test(text))
    return 'after';
  if (
    /^(dieu chinh )?tang\b|\bdieu chinh tang\b|\bbo sung tang\b|^tang them\b|^(cap )?bo sung( them)?$|\b(chuyen den|nhan them)\b/.test(
      text,
    )
  )
    return 'increase';
  if (
    /^(dieu chinh )?giam\b(?! ngheo)|\bdieu chinh giam\b|\b(cat giam|giam tru|thu hoi|chuyen di|nop tra)\b/.test(
      text,
    )
  )
    return 'decrease';
  if (
    /\b(truoc (khi )?(dieu (chinh|hoa|chuyen)|bo sung)|da giao|da duoc giao|da phan bo|giao dau nam)\b/.test(
      text,
    )
  )
    return 'before';
  if (/\b(con lai|chua phan bo|chua giai ngan|con thieu|chua bo tri)\b/.test(text)) return 'remaining';
  if (/\b(chuyen nguon|keo dai|nam truoc chuyen sang|chuyen sang)\b/.test(text)) return 'carried-over';
  if (
    /\b(giai ngan|da chi|thanh toan|luy ke|quyet toan|da thuc hien|uoc thuc hien|thuc hien den|thuc hien nam|ket qua thuc hien|uoc giai ngan|chi ngan sach)\b|^thuc hien$/.test(
      text,
    )
  ) {
    return 'disbursed';
  }
  if (/\b(ke hoach|du toan|nhu cau|du kien|de xuat|kh nam|kh giao|kh von)\b/.test(text)) return 'plan';
  return null;
}

/** A single year named by the text; `null` for none, for several, and for a span such as `2021-2025`. */
export function yearOf(text: string): number | null {
  if (/\b(19|20)\d\d\s*(-|–|—|den|to)\s*(nam )?(19|20)\d\d\b/.test(text)) return null;
  const years = new Set([...text.matchAll(/\b(20[0-4]\d)\b/g)].map((match) => Number(match[1])));
  return years.size === 1 ? [...years][0]! : null;
}

/** Text under a table that belongs to no row: notes, receivers, signatures. */
export const FOOT =
  /^(ghi chu|noi nhan|nguoi lap|lap bieu|ke toan( truong)?|thu truong|tm |kt |tl |tuq |chu tich|pho chu tich|giam doc|bang chu|so tien bang chu|tong so tien|nhu tren|luu vt|xac nhan|can cu|luu y|ky ten|ky ghi ro|dai dien|truong phong|phu trach|phong tai chinh|so tai chinh|nguon so lieu|nguon:|\(\d\)|\* )/;

/** A row that calls itself a total. */
export const GRAND_TOTAL_TITLE =
  /^(tong so|tong cong|tong|tong kinh phi|tong von|tong nguon von|cong|tong cac nguon von|tong cong [ivx0-9 ]+|tong so [ivx0-9 ]+|tong ngan sach|(?:(?:tong|cong|tong so|tong cong) )?toan (?:tinh|huyen|xa|phuong|thi xa|thanh pho|dia ban|don vi)|tong chi|tong thu|tong muc|tong du toan|tong nhu cau|tong hop|total)( \(.*\))?$/;
export const TOTAL_TITLE =
  /^(tong so|tong cong|tong kinh phi|tong von|tong nguon|tong|cong)( |$)(?!trinh|dong|tac|lap|nghe|nghiep|an\b|hop (?!phan)|muc dau tu|doan|ty|chuc)/;
export const OF_WHICH_TITLE =
  /^(trong do|tr do|trong|bao gom|gom|chia ra|rieng|trong tong so)\b(?! (nuoc|vung|nam|linh))/;
