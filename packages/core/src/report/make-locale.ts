import type { FindingMessage, GapMessage, Locale, Messages, Wording } from './locale.js';
import type { FindingCode } from './types.js';

/** Collects the sentences of all check folders into one language. */
export function makeLocale(
  language: Locale['language'],
  wording: Wording,
  parts: readonly Messages[],
  unknownGap: GapMessage,
): Locale {
  const findings: Partial<Record<FindingCode, FindingMessage>> = {};
  const titles: Partial<Record<FindingCode, string>> = {};
  const gaps = new Map<string, GapMessage>();
  for (const part of parts) {
    for (const [code, words] of Object.entries(part.findings)) {
      findings[code as FindingCode] = words.message;
      titles[code as FindingCode] = words.title;
    }
    for (const [code, message] of Object.entries(part.gaps ?? {})) gaps.set(code, message);
  }
  return {
    language,
    wording,
    findings,
    titles,
    notChecked: (gap) => (gaps.get(gap.code) ?? unknownGap)(gap, wording),
  };
}
