import povertyData from '../../data/law/poverty.json';
import type { LawReference } from '../report/types.js';

/** One poverty standard with the time in which it holds. Incomes in đồng a person a month, decimal strings. */
export interface PovertyStandard {
  readonly from: string;
  readonly to: string;
  readonly ruralIncome: string;
  readonly urbanIncome: string;
  readonly unit: string;
  /** Poor from so many deprivations on; fewer is near-poor. */
  readonly poorDeprivationsFrom: number;
  readonly indicators: number | null;
  readonly law: LawReference;
}

/** Poverty standards of the multidimensional poverty line, dated. */
export const POVERTY_STANDARDS: readonly PovertyStandard[] =
  povertyData.standards as readonly PovertyStandard[];

/**
 * The standard of a day; a province with a higher one passes its own list.
 *
 * @example povertyStandard('2025-06-30') !== null // true
 */
export function povertyStandard(
  day: string,
  standards: readonly PovertyStandard[] = POVERTY_STANDARDS,
): PovertyStandard | null {
  for (const standard of standards) {
    if (standard.from <= day && day <= standard.to) return standard;
  }
  return null;
}

/**
 * Poor, near-poor or neither by income and deprivations (NĐ 07/2021/NĐ-CP Điều 3, kept for 2026 by NĐ 351/2025/NĐ-CP):
 * income at or below the threshold and at least 3 deprivations is poor, fewer than 3 near-poor.
 * `null` where what is missing could change the answer, or no standard holds on that day.
 *
 * @example classifyPoverty({ incomePerPersonMonth: 1_500_000, deprivations: 3, urban: false }, '2026-06-30')?.status // 'poor'
 */
export function classifyPoverty(
  facts: { readonly incomePerPersonMonth?: number; readonly deprivations?: number; readonly urban?: boolean },
  day: string,
  standards: readonly PovertyStandard[] = POVERTY_STANDARDS,
): { readonly status: 'poor' | 'near-poor' | 'none'; readonly law: LawReference } | null {
  const standard = povertyStandard(day, standards);
  if (standard === null) return null;
  const low = isLowIncome(facts.incomePerPersonMonth, facts.urban, standard);
  if (low === null) return null;
  if (!low) return { status: 'none', law: standard.law };
  if (facts.deprivations === undefined) return null;
  const status = facts.deprivations >= standard.poorDeprivationsFrom ? 'poor' : 'near-poor';
  return { status, law: standard.law };
}

/** Whether an income is at or below the threshold; known without the area where both thresholds agree on it. */
export function isLowIncome(
  income: number | undefined,
  urban: boolean | undefined,
  standard: PovertyStandard,
): boolean | null {
  if (income === undefined) return null;
  const rural = income <= Number(standard.ruralIncome);
  const town = income <= Number(standard.urbanIncome);
  if (urban === undefined) return rural === town ? rural : null;
  return urban ? town : rural;
}
