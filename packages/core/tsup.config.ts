import { defineConfig } from 'tsup';

/** The public entries of the package. */
const PUBLIC = {
  index: 'src/index.ts',
  rules: 'src/rules/index.ts',
  schemas: 'src/schemas/index.ts',
  vi: 'src/report/locales/vi.ts',
  en: 'src/report/locales/en.ts',
};

/** Parts built as files of their own, so that a bundler can leave out those that nobody imports. */
const PARTS = {
  'parts/amount': 'src/amount/index.ts',
  'parts/check': 'src/check.ts',
  'parts/eligibility': 'src/eligibility/index.ts',
  'parts/fill': 'src/fill/index.ts',
  'parts/formula': 'src/formula/index.ts',
  'parts/funding': 'src/funding/index.ts',
  'parts/law': 'src/law/index.ts',
  'parts/programmes': 'src/programmes/index.ts',
  'parts/snapshot': 'src/snapshot/index.ts',
  'parts/text': 'src/text/index.ts',
};

export default defineConfig({
  entry: { ...PUBLIC, ...PARTS },
  format: ['esm', 'cjs'],
  dts: { entry: PUBLIC },
  clean: true,
  splitting: true,
  target: 'es2022',
  treeshake: true,
});
