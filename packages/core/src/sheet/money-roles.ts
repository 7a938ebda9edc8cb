import { foldText } from '../text/index.js';

const GIVER =
  '(?:trung uong|tw|nstw|tinh|huyen|thanh pho|cap tren|cap co tham quyen|thu tuong chinh phu|ttcp|chinh phu|bo tai chinh|ubnd [a-z]+|hdnd [a-z]+|uy ban nhan dan [a-z]+|hoi dong nhan dan [a-z]+)';
const MONEY = '(?:von|kinh phi|du toan|ke hoach|ke hoach von|kh von|nguon von|ngan sach|chi tieu)';

const ASSIGNED = new RegExp(
  [
    `\\b${MONEY} (?:[a-z0-9]+ ){0,6}?(?:duoc|da duoc|${GIVER}(?: da)?) (?:giao|phan bo|cap|thong bao)\\b`,
    `\\b${GIVER} (?:da )?giao\\b`,
    `\\b(?:duoc|da) giao\\b`,
    `\\b${MONEY} (?:nam 20\\d\\d )?giao(?: nam 20\\d\\d| dau nam)?$`,
    `^(?:tong )?(?:so )?${MONEY} giao\\b`,
    `^tong (?:so )?${MONEY} (?:da )?phan bo (?:nam 20\\d\\d )?dot\\b`,
  ].join('|'),
);
const NOT_ASSIGNED =
  /\b(?:chua (?:duoc )?giao|giao thong|giao duc|giao dat|dat duoc giao|giao rung|giao ban|ban giao|giao dich|giao khoan|don vi duoc giao|co quan duoc giao|nhiem vu duoc giao)\b/;
const REMAINING =
  /^(?:so |tong |tong so )?(?:von |kinh phi |du toan |nguon |nguon von |ke hoach von |ke hoach )?(?:con lai|con (?:chua|phai)|chua (?:phan bo|giao|bo tri|phan khai)|du phong chua phan bo)\b|\bcon lai chua (?:phan bo|giao|bo tri|phan khai)\b|\bchua phan bo\b/;
const DIVIDED = /\b(?:phan bo|phan khai|phan chia|bo tri|giao chi tiet|phan giao)\b/;
/** Money of other years, of a whole period, or so far: neither side of a year's division. */
const OTHER_TIME =
  /\b(?:nam truoc|chuyen sang|chuyen nguon|keo dai|trung han|giai doan|luy ke|den (?:het |ngay |thang |nam )|20\d\d (?:den )?20\d\d)\b/;
/** What is asked for is not given out. */
const WISH = /\b(?:nhu cau|de nghi|de xuat|dang ky|kien nghi|xin)\b/;
/** Part of the money of a year: it may be less than what was assigned for the year. */
const TRANCHE = /\bdot (\d+|[ivx]+|dau|cuoi)\b/;

/** What a text says about money from above: what was assigned, what is given out of it, what is left. */
export type Role = 'assigned' | 'divided' | 'remaining';

/** Long lists of works are read past quickly. */
const MAY_NAME = /giao|ph[âa]n|c[òo]n|ch[ưu]a|b[ốo] tr[íi]/i;

/** The role that a title or a header text names, `null` where it names none. */
export function roleOf(text: string): Role | null {
  if (!MAY_NAME.test(text)) return null;
  const folded = foldText(text);
  if (REMAINING.test(folded)) return 'remaining';
  if (isOtherMoney(folded)) return null;
  if (ASSIGNED.test(folded.replace(NOT_ASSIGNED, ' '))) return 'assigned';
  return DIVIDED.test(folded) ? 'divided' : null;
}

/** `1` of “đợt 1”, or `null`. */
export function trancheOf(text: string): string | null {
  return TRANCHE.exec(foldText(text))?.[1] ?? null;
}

const isOtherMoney = (folded: string) => OTHER_TIME.test(folded) || WISH.test(folded);

/** True where a text speaks of other years, a whole period, or of what is only asked for. */
export function speaksOfOtherMoney(text: string): boolean {
  return isOtherMoney(foldText(text));
}
