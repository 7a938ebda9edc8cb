import type { createContext } from '../context.js';
import type { Build } from '../model.js';
import { layoutE, layoutG, layoutL } from './places.js';
import { layoutA, layoutB, layoutD, layoutH } from './plans.js';

type Fixed = Parameters<typeof createContext>[2];
export type Layout = (build: Build, context: (fixed?: Fixed) => ReturnType<typeof createContext>) => void;

/** Layouts by the letters of the field notes; combinations have names of their own. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  A: (_, context) => void layoutA(context()),
  B: (_, context) => void layoutB(context()),
  D: (_, context) => void layoutD(context()),
  E: (_, context) => void layoutE(context()),
  G: (_, context) => void layoutG(context()),
  H: (build, context) =>
    void layoutH(
      context({
        programme: 'ntm-2021-2025',
        encoding: build.random.pick(['tcvn3', 'tcvn3', 'unicode', 'vni'] as const),
      }),
    ),
  L: (_, context) => void layoutL(context()),
};
