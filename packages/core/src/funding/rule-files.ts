import merged from '../../data/counterpart/ctmtqg-2026-2035.json';
import dttsmn from '../../data/counterpart/dttsmn-2021-2025.json';
import gnbv from '../../data/counterpart/gnbv-2021-2025.json';
import ntm from '../../data/counterpart/ntm-2021-2025.json';
import type { CounterpartRules } from '../rules/types.js';

/** Counterpart rules, one file a programme, as read in the decisions. */
export const COUNTERPART_RULES = [dttsmn, gnbv, ntm, merged] as unknown as readonly CounterpartRules[];
