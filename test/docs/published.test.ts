import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { publishedSchemas } from '@ctmtqg/core/schemas';
import { describe, expect, it } from 'vitest';

interface CatalogueRow {
  readonly code: string;
  readonly reported: boolean;
  readonly vi: { readonly title: string | null; readonly example: string | null };
  readonly en: { readonly title: string | null; readonly example: string | null };
}
interface CatalogueModule {
  catalogue(): Promise<CatalogueRow[]>;
  catalogueCsv(entries: readonly CatalogueRow[]): string;
  cataloguePage(entries: readonly CatalogueRow[]): string;
}
interface ApiModule {
  readonly API_ENTRIES: readonly (readonly [name: string, packageName: string, entry: string])[];
  apiReport(packageName: string, entry: string): string;
}

const root = new URL('../../', import.meta.url);
const file = (path: string): string => readFileSync(new URL(path, root), 'utf8');
/** The scripts are plain modules without types. */
const script = async <Module>(path: string): Promise<Module> =>
  (await import(/* @vite-ignore */ fileURLToPath(new URL(path, root)))) as Module;

const HOW = 'run “node scripts/generate.mjs” and commit what it writes';

describe('what is published from the code is up to date', () => {
  it('the JSON Schemas of the reports', () => {
    for (const [name, schema] of Object.entries(publishedSchemas())) {
      expect(JSON.parse(file(`docs/schema/${name}.json`)), HOW).toEqual(JSON.parse(JSON.stringify(schema)));
    }
  });

  it('the catalogue of findings as JSON, CSV and page', async () => {
    const { catalogue, catalogueCsv, cataloguePage } =
      await script<CatalogueModule>('scripts/lib/catalogue.mjs');
    const entries = await catalogue();
    expect(JSON.parse(file('docs/findings.json')), HOW).toEqual(JSON.parse(JSON.stringify(entries)));
    expect(file('docs/findings.csv'), HOW).toBe(catalogueCsv(entries));
    expect(file('docs/findings.md'), HOW).toBe(cataloguePage(entries));
    for (const entry of entries.filter(({ reported }) => reported)) {
      expect(entry.vi.example, entry.code).toBeTruthy();
      expect(entry.en.example, entry.code).toBeTruthy();
      expect(entry.vi.example, entry.code).not.toBe(entry.en.example);
    }
  });

  it('the public surface of the packages', async () => {
    const { API_ENTRIES, apiReport } = await script<ApiModule>('scripts/lib/api-report.mjs');
    for (const [name, packageName, entry] of API_ENTRIES) {
      const report = apiReport(packageName, entry);
      expect(report, name).toContain('API Report File');
      expect(file(`docs/api/${name}.api.md`), HOW).toBe(report);
    }
  });
});

describe('the documents of the repository', () => {
  it('lead nowhere that does not exist', () => {
    const pages = readdirSync(new URL('docs/', root)).filter((name) => name.endsWith('.md'));
    for (const path of [
      'README.md',
      'README.vi.md',
      'CHANGELOG.md',
      ...pages.map((name) => `docs/${name}`),
    ]) {
      const links = [...file(path).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map((match) => match[1]!);
      for (const link of links) {
        const target = new URL(link, new URL(path, root));
        expect(() => readFileSync(target), `${path} → ${link}`).not.toThrow(/ENOENT/);
      }
    }
  });
});
