/** Digits after the decimal mark that a number format shows; `null` for General. */
function decimalsOf(format: string): { digits: number; percent: boolean; grouped: boolean } | null {
  const positive = (format.split(';')[0] ?? '').replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  if (!/[0#?]/.test(positive)) return null;
  const fraction = /\.([0#?]+)/.exec(positive)?.[1] ?? '';
  return { digits: fraction.length, percent: positive.includes('%'), grouped: /[#0?],[#0?]/.test(positive) };
}

/** A number as the sheet view shows it, in Vietnamese writing: `9504.2` with `#,##0.0` → `9.504,2`. */
export function showNumber(value: number, format: string): string {
  const shape = decimalsOf(format);
  if (!shape) return value.toLocaleString('vi-VN', { maximumFractionDigits: 10, useGrouping: false });
  const shown = (shape.percent ? value * 100 : value).toLocaleString('vi-VN', {
    minimumFractionDigits: shape.digits,
    maximumFractionDigits: shape.digits,
    useGrouping: shape.grouped,
  });
  return shape.percent ? `${shown}%` : shown;
}
