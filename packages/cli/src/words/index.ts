import type { Locale } from '@ctmtqg/core';
import { en } from '@ctmtqg/core/en';
import { vi } from '@ctmtqg/core/vi';
import type { Language } from '../terminal.js';
import { enWords } from './en.js';
import { viWords } from './vi.js';
import type { ReportWords } from './words.js';

export type { ReportWords };

export function wordsOf(language: Language): ReportWords {
  return language === 'en' ? enWords : viWords;
}

export function localeOf(language: Language): Locale {
  return language === 'en' ? en : vi;
}
