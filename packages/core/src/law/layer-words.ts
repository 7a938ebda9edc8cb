import type { Bilingual } from './types.js';

/** What may be wrong with a layer as such, in both languages; each sentence says what to do. */
export const LAYER_WORDS = {
  notRegistered: (number: string): Bilingual => ({
    vi: `dẫn văn bản ${number} chưa được khai; hãy thêm văn bản này vào mục “instruments” của tệp`,
    en: `cites ${number}, which nobody registered; add it to “instruments” of the file`,
  }),
  registeredTwice: (number: string): Bilingual => ({
    vi: `khai lại văn bản ${number} đã có, với nội dung khác; hãy bỏ mục này hoặc sửa cho khớp`,
    en: `registers ${number} again, otherwise than it is known; remove it or make it agree`,
  }),
  aboveCentre: (value: string, national: string, law: string): Bilingual => ({
    vi: `${value} cao hơn mức tối đa của trung ương ${national} (${law}); phần tăng thêm phải là ngân sách địa phương: dùng "source": "local"`,
    en: `${value} is above the central maximum ${national} (${law}); what is added must be local money: use "source": "local"`,
  }),
  belowCentre: (value: string, national: string, law: string): Bilingual => ({
    vi: `${value} thấp hơn mức tối thiểu của trung ương ${national} (${law}); mức tối thiểu của trung ương vẫn áp dụng, hãy bỏ hoặc sửa mục này`,
    en: `${value} is below the national minimum ${national} (${law}), which holds all the same; remove or correct this entry`,
  }),
  contradicts: (value: string, law: string, other: string, place: string, otherLaw: string): Bilingual => ({
    vi: `${value} (${law}) mâu thuẫn với ${other} ở ${place} (${otherLaw}) trong cùng thời gian và cùng thứ bậc; hãy sửa thời gian, giá trị, hoặc đặt "precedence" khác nhau`,
    en: `${value} (${law}) contradicts ${other} at ${place} (${otherLaw}) at the same time and the same precedence; correct the dates or the value, or give different "precedence"`,
  }),
  sameName: (other: string): Bilingual => ({
    vi: `tệp này đã được nêu một lần rồi (${other}); hãy bỏ bớt một`,
    en: `this file is given twice (${other}); leave one out`,
  }),
  noProgramme: (id: string, known: string): Bilingual => ({
    vi: `không có chương trình “${id}”; các mã dùng được: ${known}`,
    en: `there is no programme “${id}”; the known ids are: ${known}`,
  }),
  noNode: (code: string, programme: string): Bilingual => ({
    vi: `chương trình ${programme} không có mục “${code}”; xem mã bằng “ctmtqg programmes ${programme}”`,
    en: `the programme ${programme} has no node “${code}”; see “ctmtqg programmes ${programme}”`,
  }),
  noProvince: (name: string): Bilingual => ({
    vi: `không có tỉnh “${name}”; hãy viết tên một tỉnh, thành phố (hiện nay hoặc trước 01/7/2025), ví dụ “Lai Châu”`,
    en: `there is no province “${name}”; write the name of a province of today or of before July 2025, such as “Lai Châu”`,
  }),
  endsBeforeStart: (from: string, to: string): Bilingual => ({
    vi: `hết hiệu lực ngày ${to}, trước ngày bắt đầu ${from}; hãy sửa lại thời gian`,
    en: `ends on ${to}, before it begins on ${from}; correct the dates`,
  }),
  ratioNotShare: (ratio: string): Bilingual => ({
    vi: `tỷ lệ “${ratio}” không dùng được: là vốn địa phương trên một đồng vốn trung ương, 10% viết "0.1"; không âm và không quá 10`,
    en: `the ratio “${ratio}” cannot be used: it is local money for one đồng of central money, 10% is "0.1"; not below 0, not above 10`,
  }),
} as const;
