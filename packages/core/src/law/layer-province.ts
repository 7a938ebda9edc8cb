import { predecessorsOf, provinceName } from '../eligibility/provinces.js';

/**
 * Whether rules of a province can speak of a place: not where the place is told to be another province. A province and
 * one that it was made of in July 2025 are one here, and a place that is no province says nothing.
 *
 * @example speaksOf('Lâm Đồng', 'tỉnh Đắk Nông') // true
 */
export function speaksOf(province: string, place: string | null | undefined): boolean {
  const own = provinceName(province);
  const other = place ? provinceName(place) : null;
  if (own === null || other === null || own === other) return true;
  return [
    [own, other],
    [other, own],
  ].some(([today = '', before = '']) => predecessorsOf(today)?.includes(before) === true);
}
