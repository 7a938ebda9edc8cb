import { speaksOf } from '../../law/layer-province.js';
import type { NotCheckedData } from '../../report/types.js';
import type { RuleSet } from '../../rules/types.js';
import type { Book } from '../../sheet/book.js';
import type { Table } from '../../sheet/types.js';
import { headingPlace } from './heading-place.js';

/** Rules of a province that were given and not used, because a sheet names another province. */
export function foreignLayers(
  book: Book,
  tables: readonly Table[],
  { local }: RuleSet,
): readonly NotCheckedData[] {
  return tables.flatMap((table) => {
    const { province } = headingPlace(book, table);
    return (local?.layers ?? [])
      .filter((layer) => !speaksOf(layer.province, province))
      .map((layer) => ({
        code: 'rules-of-another-province',
        sheet: table.sheetName,
        cell: null,
        facts: { layer: layer.name, province: layer.province, own: province },
      }));
  });
}
