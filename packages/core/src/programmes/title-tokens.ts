import { foldText } from '../text/index.js';

/** Abbreviations of plans, folded, and the words that titles use. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  dtts: 'dan toc thieu so',
  dbdtts: 'dong bao dan toc thieu so',
  dbdt: 'dong bao dan toc',
  mn: 'mien nui',
  kt: 'kinh te',
  ktxh: 'kinh te xa hoi',
  xh: 'xa hoi',
  csht: 'co so ha tang',
  dbkk: 'dac biet kho khan',
  ntm: 'nong thon moi',
  gnbv: 'giam ngheo ben vung',
  gdnn: 'giao duc nghe nghiep',
  cntt: 'cong nghe thong tin',
  sx: 'san xuat',
  ptsx: 'phat trien san xuat',
  hvs: 'hop ve sinh',
  ldnt: 'lao dong nong thon',
  ptdtnt: 'pho thong dan toc noi tru',
  ptdtbt: 'pho thong dan toc ban tru',
  bdg: 'binh dang gioi',
  attp: 'an toan thuc pham',
  anqp: 'quoc phong an ninh',
  qpan: 'quoc phong an ninh',
  mttq: 'mat tran to quoc',
  kn: 'khoi nghiep',
  ttll: 'thong tin lien lac',
  khcn: 'khoa hoc cong nghe',
};

/** Words that join others or name money of any kind; they tell no title from another. */
const JOINING = new Set(
  'va cua cac trong nhung cho o tai theo voi ve la den tu mot thuoc tren duoc do nham de bang von chi'.split(
    ' ',
  ),
);

const PERIOD = /\b(?:giai doan|nam|den nam|tu nam)\s(?:20\d\d)(?:\s(?:den\s)?(?:nam\s)?20\d\d)?/g;

export function isJoining(token: string): boolean {
  return JOINING.has(token);
}

/**
 * The words of a title as compared: folded, abbreviations spelt out, years of a period and bracketed remarks left out.
 * Where nothing but a bracket stands there, the bracket counts.
 */
export function titleTokens(title: string): string[] {
  const bare = title.replace(/\([^()]*\)/g, ' ').replace(/&/g, ' và ');
  const folded = foldText(bare) || foldText(title);
  const tokens: string[] = [];
  for (const word of folded.replace(PERIOD, ' ').split(' ')) {
    if (word === '') continue;
    const spelt = ABBREVIATIONS[word];
    if (spelt) tokens.push(...spelt.split(' '));
    else tokens.push(word);
  }
  return tokens;
}

/** True where one slip of the keyboard parts the words: a letter more, less, other, or two swapped. */
export function isOneSlip(a: string, b: string): boolean {
  const difference = a.length - b.length;
  if (difference > 1 || difference < -1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  if (difference === 0) {
    if (a.slice(i + 1) === b.slice(i + 1)) return true;
    return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }
  return difference > 0 ? a.slice(i + 1) === b.slice(i) : a.slice(i) === b.slice(i + 1);
}
