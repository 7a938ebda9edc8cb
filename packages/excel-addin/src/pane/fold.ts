/** Text for searching: no accents, lower case, single spaces. `Dự án 4` → `du an 4`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}
