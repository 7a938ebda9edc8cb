import type { MatchOption } from '../checks/types.js';
import type { CellContent, LawReference } from '../report/types.js';
import type { MoneyUnit } from '../sheet/types.js';

/** Format of a template's cell; what is absent is the plain format. Colours as `RRGGBB`. */
export interface TemplateStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontSize?: number;
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly wrap?: boolean;
  readonly border?: boolean;
  readonly numberFormat?: string;
  /** False where figures are to be typed. */
  readonly locked?: boolean;
}

/** A cell of a template: what stands in it and how it looks. */
export interface TemplateCell {
  readonly content: CellContent;
  readonly style: TemplateStyle;
}

/** What cells take: one of a list (or, unless strict, any text), or only numbers, with the sentence shown otherwise. */
export type TemplateValidation =
  | { readonly area: string; readonly list: readonly string[] | string; readonly strict: boolean }
  | { readonly area: string; readonly number: string };

/** A sheet as plain data; `@ctmtqg/workbook` writes it. */
export interface TemplateSheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden';
  readonly cells: Readonly<Record<string, TemplateCell>>;
  readonly columnWidths: Readonly<Record<string, number>>;
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly merges: readonly string[];
  readonly frozen: { readonly rows: number; readonly columns: number } | null;
  readonly printTitleRows: string | null;
  readonly page: { readonly landscape: boolean } | null;
  readonly validations: readonly TemplateValidation[];
}

/** What a template shall be for. */
export interface TemplateWish {
  readonly programme: string;
  readonly year: number;
  readonly level: 'commune' | 'province';
  readonly unit: MoneyUnit;
  /** Counterpart ratio that holds here, with its article where it comes from the law. */
  readonly match: (MatchOption & { readonly law: readonly LawReference[] }) | null;
}
