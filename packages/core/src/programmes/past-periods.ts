/**
 * Beside a later budget year, "giai đoạn 2016-2020" was left over from an old title: it names no programme of those
 * years (`wrong-period` reports it).
 */
export function withoutPastPeriods(title: string, year: number | null): string {
  if (year === null) return title;
  return title.replace(
    /giai đoạn\s+(?:từ\s+(?:năm\s+)?)?(20\d\d)\s*(?:-|–|—|đến(?:\s+năm)?)\s*(20\d\d)/giu,
    (period, _from, to) => (Number(to) + 1 < year ? '' : period),
  );
}
