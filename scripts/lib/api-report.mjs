import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { ROOT } from './build.mjs';

/** The public entries whose surface is held in `docs/api`. */
export const API_ENTRIES = [
  ['core', 'core', 'index'],
  ['core-rules', 'core', 'rules'],
  ['core-schemas', 'core', 'schemas'],
  ['workbook', 'workbook', 'index'],
];

/** The public surface of an entry as api-extractor writes it, from the built declarations. */
export function apiReport(packageName, entry) {
  const projectFolder = join(ROOT, 'packages', packageName);
  const folder = mkdtempSync(join(tmpdir(), 'ctmtqg-api-'));
  const reports = join(folder, 'reports');
  mkdirSync(reports, { recursive: true });
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: join(projectFolder, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder,
      mainEntryPointFilePath: join(projectFolder, 'dist', `${entry}.d.ts`),
      bundledPackages: [],
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'ES2022',
            module: 'ESNext',
            moduleResolution: 'Bundler',
            strict: true,
            skipLibCheck: true,
            types: [],
          },
          files: [join(projectFolder, 'dist', `${entry}.d.ts`)],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: 'report.api.md',
        reportFolder: reports,
        reportTempFolder: join(folder, 'temp'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: 'none' } },
        extractorMessageReporting: { default: { logLevel: 'none' } },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
  });
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true;
    },
  });
  const path = join(reports, 'report.api.md');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  rmSync(folder, { recursive: true, force: true });
  // The hashes in the names of shared declaration files change with every build.
  return text.replaceAll('\r\n', '\n').replace(/-[A-Za-z0-9_]{8}\.(d\.ts|js)/g, '.$1');
}
