import { areaAddress } from '@ctmtqg/core';
import { FormulaTemplate } from '../formula/shift.js';
import type { CapturedFormula, Range } from './captured-cell.js';
import type { Splice } from './splice.js';
import { escapeText, spaceAttribute } from './xml-write.js';

interface Master {
  readonly template: FormulaTemplate;
  readonly row: number;
  readonly column: number;
}

interface Member extends Range {
  readonly row: number;
  readonly column: number;
  readonly prefix: string;
}

interface Orphans {
  first: Member;
  count: number;
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/**
 * Shared formulas of a sheet while it is planned. Where the first cell of a group loses its formula, the next one
 * takes over: it gets the text, moved to its place, and the area of those that remain.
 */
export class SharedGroups {
  private readonly masters = new Map<string, Master>();
  private readonly early = new Map<string, Member[]>();
  private readonly leaderless = new Set<string>();
  private readonly orphans = new Map<string, Orphans>();

  /** A formula that stays; `f` is its element. */
  keep(f: CapturedFormula, row: number, column: number, prefix: string): void {
    if (f.group === null) return;
    if (f.text !== '') {
      this.learn(f, row, column);
      return;
    }
    const member = { start: f.start, end: f.end, row, column, prefix };
    if (this.leaderless.has(f.group)) this.adopt(f.group, member);
    else if (!this.masters.has(f.group))
      this.early.set(f.group, [...(this.early.get(f.group) ?? []), member]);
  }

  /** A formula that goes away. */
  lose(f: CapturedFormula, row: number, column: number): void {
    if (f.group === null || f.text === '') return;
    this.learn(f, row, column);
    this.leaderless.add(f.group);
    for (const member of this.early.get(f.group) ?? []) this.adopt(f.group, member);
  }

  /** Text of a formula, written out where it is one of a group. */
  textOf(f: CapturedFormula, row: number, column: number): string {
    if (f.group === null || f.text !== '') return f.text;
    const master = this.masters.get(f.group);
    return master ? master.template.at(row - master.row, column - master.column) : '';
  }

  /** What to change so that each group has a first cell again. */
  splices(): Splice[] {
    return [...this.orphans].map(([group, { first, count, top, left, bottom, right }]) => {
      const { row, column, prefix: p, start, end } = first;
      const master = this.masters.get(group)!;
      const text = master.template.at(row - master.row, column - master.column);
      const area = areaAddress({ top, left, bottom, right });
      const shared = count > 1 ? ` t="shared" ref="${area}" si="${group}"` : '';
      return { start, end, text: `<${p}f${shared}${spaceAttribute(text)}>${escapeText(text)}</${p}f>` };
    });
  }

  private learn(f: CapturedFormula, row: number, column: number): void {
    if (f.group !== null && !this.masters.has(f.group)) {
      this.masters.set(f.group, { template: new FormulaTemplate(f.text), row, column });
    }
  }

  private adopt(group: string, member: Member): void {
    const { row, column } = member;
    const known = this.orphans.get(group);
    if (!known) {
      this.orphans.set(group, {
        first: member,
        count: 1,
        top: row,
        left: column,
        bottom: row,
        right: column,
      });
      return;
    }
    known.count++;
    known.top = Math.min(known.top, row);
    known.left = Math.min(known.left, column);
    known.bottom = Math.max(known.bottom, row);
    known.right = Math.max(known.right, column);
  }
}
