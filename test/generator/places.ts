/** Places as they are written in sheets; the last third of each list is held out. */
export interface Locality {
  readonly level: 'province' | 'district' | 'commune';
  readonly name: string;
  readonly above: string;
}

const PROVINCES = [
  'Lai Châu',
  'Thái Nguyên',
  'Nghệ An',
  'Gia Lai',
  'Lâm Đồng',
  'Sơn La',
  'Cao Bằng',
  'Quảng Trị',
  'Đắk Lắk',
  'Tuyên Quang',
  'Lào Cai',
  'Quảng Ngãi',
];
const DISTRICTS = [
  'Võ Nhai',
  'Mường Tè',
  'Ia Grai',
  'Phú Thiện',
  'Kbang',
  'Chư Păh',
  'Đơn Dương',
  'Kỳ Sơn',
  'Tương Dương',
  'Bác Ái',
  'Sìn Hồ',
  'Nậm Nhùn',
  'Than Uyên',
  'Đức Cơ',
  'A Lưới',
];
const COMMUNES = [
  'Dân Tiến',
  'Thu Lũm',
  'Sùng Phài',
  'Nậm Loỏng',
  'Mường Khoa',
  'Bản Bo',
  'Tả Lèng',
  'Khun Há',
  'Phong Thổ',
  'Dào San',
  'Pa Ủ',
  'Tà Tổng',
  'Mù Cả',
  'Bum Nưa',
  'Pắc Ta',
  'Nậm Sỏ',
  'Hua Bum',
  'Pa Tần',
];

const third = <T>(items: readonly T[], heldOut: boolean) => {
  const at = Math.ceil((items.length * 2) / 3);
  return heldOut ? items.slice(at) : items.slice(0, at);
};

export const provinces = (heldOut: boolean) => third(PROVINCES, heldOut);
export const districts = (heldOut: boolean) => third(DISTRICTS, heldOut);
export const communes = (heldOut: boolean) =>
  heldOut ? [...third(COMMUNES, true), ...third(COMMUNES, false)] : third(COMMUNES, false);
