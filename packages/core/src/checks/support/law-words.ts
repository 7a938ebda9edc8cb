import type { LawReference } from '../../report/types.js';

/** `; Điều 6 39/2021/QĐ-TTg`: the first source of law as a sentence adds it, with a word where it was not read. */
export function lawInWords(law: readonly LawReference[], language: 'vi' | 'en'): string {
  const [first] = law;
  if (!first) return '';
  const unread = language === 'vi' ? ', chưa đối chiếu được văn bản' : ', text not yet verified';
  const where = [first.article, first.instrument].filter((part) => part !== '').join(', ');
  return `; ${where}${first.status === 'unverified' ? unread : ''}`;
}
