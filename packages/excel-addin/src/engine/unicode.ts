import { type Book, CellKind, cellAddress, decodeText } from '@ctmtqg/core';
import type { PortEdit } from '../port/types.js';
import type { Language } from './protocol.js';

/** Texts of old fonts as Unicode, and cells that have to be mended by hand. */
export interface UnicodePlan {
  readonly edits: readonly PortEdit[];
  /** Texts with several fonts in one cell. */
  readonly left: readonly { readonly sheet: string; readonly cell: string }[];
}

interface Sentences {
  readonly title: string;
  readonly reason: string;
  left(cell: string, sheet: string): string;
}

export const UNICODE: Readonly<Record<Language, Sentences>> = {
  vi: {
    title: 'Phông cũ sang Unicode',
    reason: 'đổi chữ và phông cũ (TCVN3, VNI) sang Unicode',
    left: (cell, sheet) => `Ô ${cell} (trang “${sheet}”): có nhiều phông trong một ô; sửa tay`,
  },
  en: {
    title: 'Old fonts to Unicode',
    reason: 'text and font from TCVN3 or VNI to Unicode',
    left: (cell, sheet) => `Cell ${cell} (sheet “${sheet}”): several fonts in one cell; mend it by hand`,
  },
};

const OLD_FONT = /^(?:\.vn|vni\b)/i;

/** The Unicode font that looks most like an old one. */
function fontFor(old: string): string {
  return /arial|helv/i.test(old) ? 'Arial' : 'Times New Roman';
}

/** Every text that stands in a font of TCVN3 or VNI, as the same text in Unicode with a font that has its letters. */
export function toUnicode({ snapshot }: Book): UnicodePlan {
  const edits: PortEdit[] = [];
  const left: { sheet: string; cell: string }[] = [];
  for (const sheet of snapshot.sheets) {
    const { count, kinds, numbers, styles, rows, columns } = sheet.cells;
    const formulas = new Set(sheet.formulas.map((formula) => formula.cell));
    for (let i = 0; i < count; i++) {
      if (kinds[i] !== CellKind.text || formulas.has(i)) continue;
      const { font } = snapshot.styles[styles[i]!]!;
      const runs = sheet.runs.get(numbers[i]!);
      const old = [font, ...(runs ?? []).map((run) => run.font ?? font)].some((name) => OLD_FONT.test(name));
      if (!old) continue;
      const place = { sheet: sheet.name, cell: cellAddress(rows[i]!, columns[i]!) };
      if (runs) {
        left.push(place);
        continue;
      }
      const text = sheet.texts[numbers[i]!]!;
      const decoded = decodeText(text, font);
      if (decoded === text) continue;
      edits.push({
        ...place,
        before: { kind: 'text', text },
        after: { kind: 'text', text: decoded },
        font: fontFor(font),
      });
    }
  }
  return { edits, left };
}
