/** Years that a flattened text names as budget years: `nam 2025`, `kh 2025`; not those of a date or of a period. */
export function yearsIn(flat: string): number[] {
  const rest = flat
    .replace(/\d{1,2}\s*[/-]\s*\d{1,2}\s*[/-]\s*20\d\d/g, ' ')
    .replace(/thang\s*[\d .…]*\s*nam\s*(?:20\d\d|19\d\d)/g, ' ')
    .replace(PERIOD, ' ');
  return [...rest.matchAll(BUDGET_YEAR)].map((hit) => Number(hit[1]));
}

/** `nam 2025`, `nam ngan sach 2025`, `nien do 2025`, `kh2025`, `du toan nam 2025`. */
const BUDGET_YEAR =
  /(?:nam|nien do|kh|dt|ke hoach|du toan|von)\s*(?:ngan sach|ke hoach|tai chinh|tai khoa)?\s*((?:19|20)\d\d)(?!\d)/g;

const PERIOD = /((?:19|20)\d\d)\s*(?:-|den(?:\s+nam)?)\s*(?:nam\s*)?((?:19|20)\d\d)(?!\d)/g;

export interface Period {
  readonly from: number;
  readonly to: number;
  /** `2012–2030`. */
  readonly written: string;
}

/** Periods behind the word "giai đoạn" in a flattened text; spans of other things are no business of ours. */
export function periodsIn(flat: string): Period[] {
  const found: Period[] = [];
  for (const hit of flat.matchAll(
    /giai doan\D{0,20}((?:19|20)\d\d)\s*(?:-|den(?:\s+nam)?)\s*(?:nam\s*)?((?:19|20)\d\d)(?!\d)/g,
  )) {
    found.push({ from: Number(hit[1]), to: Number(hit[2]), written: `${hit[1]}–${hit[2]}` });
  }
  return found;
}
