import type { BookOutline } from './outline.js';

/** Names of sheets with the ids that they had when something of ours was kept. */
export type SheetKeys = Readonly<Record<string, string>>;

/**
 * The sheets of the workbook by their ids. A name is what people and findings say; Excel is asked by id, so that a
 * sheet renamed since the check is still the one that is meant.
 */
export class Sheets {
  private names = new Map<string, string>();

  /** Takes over what was read: all sheets there are now. */
  know(sheets: BookOutline['sheets'] | readonly { readonly id: string; readonly name: string }[]): void {
    this.names = new Map(sheets.map((sheet) => [sheet.id, sheet.name]));
  }

  /** A sheet was added since; its name is learned when the workbook is read. */
  added(id: string): void {
    this.names.set(id, '');
  }

  deleted(id: string): void {
    this.names.delete(id);
  }

  get ids(): string[] {
    return [...this.names.keys()];
  }

  nameOf(id: string): string | null {
    return this.names.get(id) || null;
  }

  /** What Excel finds the sheet by: its id, or the name itself where it is not known. */
  keyOf(name: string): string {
    for (const [id, known] of this.names) if (known === name) return id;
    return name;
  }

  keysOf(names: Iterable<string>): Record<string, string> {
    return Object.fromEntries([...new Set(names)].map((name) => [name, this.keyOf(name)]));
  }

  /** Where a sheet of an earlier time is now: by its id, else by its name; `null` where it is gone. */
  find(name: string, keys: SheetKeys): string | null {
    const id = keys[name];
    if (id !== undefined && this.names.has(id)) return id;
    return [...this.names].find(([, known]) => known === name)?.[0] ?? null;
  }
}
