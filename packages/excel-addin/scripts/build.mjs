import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { makeIcons } from './icons.mjs';
import { oneFile, page, policy } from './pages.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Where to build; tests build into a folder of their own. */
const dist = process.argv[2] ?? join(root, 'dist');
const web = join(dist, 'web');

/** Where office.js comes from: Microsoft's network, or a copy beside the pane, made now from the dev dependency. */
const OFFICE_JS = process.env.OFFICE_JS === 'cdn' ? 'cdn' : 'local';

const packages = join(root, '..');
const alias = {
  '@ctmtqg/core/rules': join(packages, 'core/src/rules/index.ts'),
  '@ctmtqg/core/vi': join(packages, 'core/src/report/locales/vi.ts'),
  '@ctmtqg/core/en': join(packages, 'core/src/report/locales/en.ts'),
  '@ctmtqg/core': join(packages, 'core/src/index.ts'),
  '@ctmtqg/workbook': join(packages, 'workbook/src/index.ts'),
};

/** Sources may name their files `.js`, as TypeScript has it. */
async function bundle(entry, define = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src', entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome109'],
    alias,
    define,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.json': 'json' },
  });
  return outputFiles[0].text;
}

/** Names, parameters and help of the custom functions, from their own comments. */
async function functionsMetadata() {
  const { generateCustomFunctionsMetadata } = createRequire(import.meta.url)('custom-functions-metadata');
  const { metadataJson, errors } = await generateCustomFunctionsMetadata([
    join(root, 'src/functions/functions.ts'),
  ]);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return metadataJson;
}

/** A file's address with a print of its content, so that a page never meets a part of another version. */
const versioned = (name, content) =>
  `${name}?v=${createHash('sha256').update(content).digest('hex').slice(0, 12)}`;

const write = (name, content) => writeFileSync(join(web, name), content);
const kilobytes = (text) => (gzipSync(text).length / 1024).toFixed(1);

rmSync(dist, { recursive: true, force: true });
mkdirSync(web, { recursive: true });

const [engine, css] = await Promise.all([bundle('engine/worker.ts'), bundle('pane/pane.css')]);
const engineFile = versioned('engine.js', engine);
const define = { ENGINE_FILE: JSON.stringify(engineFile) };
const [pane, filePage] = await Promise.all([
  bundle('pane/excel.tsx', define),
  bundle('file/page.tsx', define),
]);

write('pane.js', pane);
write('page.js', filePage);
write('engine.js', engine);
write('pane.css', css);
const office =
  OFFICE_JS === 'cdn' ? 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js' : 'office/office.js';
const tooOld = readFileSync(join(root, 'static/too-old.js'), 'utf8');
const tooOldFile = versioned('too-old.js', tooOld);
const pageFile = versioned('page.js', filePage);
const cssFile = versioned('pane.css', css);
const scripts = { pane: [office, versioned('pane.js', pane), tooOldFile], page: [pageFile, tooOldFile] };
write('too-old.js', tooOld);
write(
  'taskpane.html',
  page({ title: 'CTMTQG', css: cssFile, scripts: scripts.pane, policy: policy(OFFICE_JS) }),
);
write('index.html', page({ title: 'CTMTQG', css: cssFile, scripts: scripts.page, policy: policy('none') }));
makeIcons(join(web, 'icons'));
write('functions.json', await functionsMetadata());

if (OFFICE_JS === 'local') {
  const from = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'));
  const files = [
    'office.js',
    'o15apptofilemappingtable.js',
    'telemetry/oteljs_agave.js',
    'excel-win32-16.01.js',
    'excel-web-16.00.js',
    'excel-mac-16.00.js',
    'vi-vn/office_strings.js',
    'en-us/office_strings.js',
  ];
  for (const file of files) cpSync(join(from, file), join(web, 'office', file));
  cpSync(join(from, '../LICENSE.md'), join(web, 'office/LICENSE.md'));
}

const cached = ['./', 'index.html', pageFile, tooOldFile, engineFile, cssFile, 'icons/icon-32.png'];
const version = createHash('sha256').update(filePage).update(engine).update(css).digest('hex').slice(0, 16);
const serviceWorker = readFileSync(join(root, 'static/sw.js'), 'utf8')
  .replace(/['"]%FILES%['"]/, JSON.stringify(cached))
  .replace('%VERSION%', version);
write('sw.js', serviceWorker);
writeFileSync(join(dist, 'ctmtqg.html'), oneFile({ title: 'CTMTQG', css, script: filePage, engine, tooOld }));

const sizes = { 'pane.js': pane, 'page.js': filePage, 'pane.css': css, 'engine.js': engine };
for (const [name, text] of Object.entries(sizes))
  console.log(`${name.padEnd(10)} ${kilobytes(text).padStart(7)} kB gzip`);
console.log(
  `ctmtqg.html ${(statSync(join(dist, 'ctmtqg.html')).size / 1024).toFixed(0)} kB; files: ${readdirSync(web).join(' ')}`,
);
