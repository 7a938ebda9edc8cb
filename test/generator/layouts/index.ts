import type { Context, createContext } from '../context.js';
import type { Build } from '../model.js';
import { layoutK } from './books.js';
import { spot } from './columns.js';
import { layoutU, layoutV, layoutW } from './compared.js';
import { layoutP, layoutT } from './nested.js';
import { layoutE, layoutG, layoutL, placeNames } from './places.js';
import { layoutA, layoutB, layoutD, layoutH } from './plans.js';
import { layoutC, layoutQ } from './programmes.js';
import { layoutF, layoutI } from './sources-and-works.js';
import { layoutJ, layoutO } from './spending.js';
import { layoutM, layoutR } from './years.js';

type Fixed = Parameters<typeof createContext>[2];
export type Layout = (build: Build, context: (fixed?: Fixed) => ReturnType<typeof createContext>) => void;

/** Two tables of one sheet, the second below the first. */
function layoutN(context: Context): void {
  const { random } = context;
  context.build.tags.add('several-tables');
  const first = spot(context);
  const makers = random.pick([
    [layoutA, layoutA],
    [layoutA, layoutD],
    [layoutE, layoutA],
    [layoutA, layoutJ],
  ] as const);
  const above = makers[0](context, first, 0);
  makers[1](context, { ...first, top: above.bottom + random.integer(8, 10) }, 1);
}

/** Layouts by the letters of the field notes; M to P are combinations. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  A: (_, context) => void layoutA(context()),
  B: (_, context) => void layoutB(context()),
  C: (build, context) =>
    void layoutC(context({ programme: build.random.pick(['dttsmn-2021-2025', 'gnbv-2021-2025'] as const) })),
  D: (_, context) => void layoutD(context()),
  E: (_, context) => void layoutE(context()),
  F: (_, context) => void layoutF(context()),
  G: (_, context) => void layoutG(context()),
  H: (build, context) =>
    void layoutH(
      context({
        programme: 'ntm-2021-2025',
        encoding: build.random.pick(['tcvn3', 'tcvn3', 'unicode', 'vni'] as const),
      }),
    ),
  I: (_, context) => void layoutI(context()),
  J: (_, context) => void layoutJ(context()),
  K: (build, context) => {
    build.tags.add('several-tables');
    const base = context({
      programme: 'dttsmn-2021-2025',
      unit: { name: 'triệu đồng', scale: 1_000_000, digits: build.random.integer(0, 1) },
    });
    const others = (['gnbv-2021-2025', 'ntm-2021-2025'] as const).slice(0, build.random.integer(1, 2));
    layoutK(build, [base, ...others.map((programme) => ({ ...base, programme }))]);
  },
  L: (_, context) => void layoutL(context()),
  M: (_, context) => void layoutM(context()),
  N: (_, context) => layoutN(context()),
  O: (_, context) => void layoutO(context()),
  P: (_, context) => {
    const own = context();
    layoutP(own, spot(own), placeNames(own, own.random.integer(2, 4)));
  },
  Q: (build, context) =>
    void layoutQ(context({ programme: build.random.pick(['dttsmn-2021-2025', 'gnbv-2021-2025'] as const) })),
  R: (_, context) => void layoutR(context()),
  T: (_, context) => void layoutT(context()),
  U: (_, context) => void layoutU(context()),
  V: (_, context) => void layoutV(context()),
  W: (_, context) => void layoutW(context()),
};
