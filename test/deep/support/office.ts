import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** openpyxl of whichever Python has it. */
export const PYTHON = ['python3', '/usr/bin/python3'].find(
  (command) => spawnSync(command, ['-c', 'import openpyxl'], { stdio: 'ignore' }).status === 0,
);

function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 1_200_000,
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

/** Without this LibreOffice trusts the values stored in a file that Excel wrote. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** LibreOffice drops what it is given beyond some 250 files. */
const FILES_AT_ONCE = 100;

/** Opens each workbook in LibreOffice, recalculates all of it and saves it; gives the folder of the results. */
export function recalculateAll(work: string, files: readonly string[]): string {
  const profile = join(work, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
  const out = join(work, 'recalculated');
  for (let first = 0; first < files.length; first += FILES_AT_ONCE) {
    const some = files.slice(first, first + FILES_AT_ONCE);
    const user = `-env:UserInstallation=file://${profile}`;
    run('soffice', ['--headless', user, '--convert-to', 'xlsx', '--outdir', out, ...some]);
  }
  return out;
}

/** Formulas and values by address and sheet, as openpyxl reads them; faults of zip or XML by file. */
export interface ReadByOpenpyxl {
  readonly sheets: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;
  readonly faults: readonly string[];
}

const SCRIPT = `
import json, sys, zipfile, warnings
from xml.dom import minidom
import openpyxl
warnings.simplefilter('ignore')
books = {}
for path in json.load(open(sys.argv[1])):
    faults, sheets = [], {}
    with zipfile.ZipFile(path) as z:
        if z.testzip(): faults.append('crc')
        for n in z.namelist():
            if n.endswith(('.xml', '.rels', '.vml')):
                try: minidom.parseString(z.read(n))
                except Exception as e: faults.append(n + ': ' + str(e))
    for ws in openpyxl.load_workbook(path):
        sheets[ws.title] = {c.coordinate: c.value if isinstance(c.value, (int, float, str, bool)) else str(c.value)
                            for row in ws.iter_rows() for c in row if c.value is not None}
    books[path] = dict(sheets=sheets, faults=faults)
print(json.dumps(books))
`;

/** Reads all files in one process of Python, by base name. */
export function readAllByOpenpyxl(work: string, files: readonly string[]): Map<string, ReadByOpenpyxl> {
  if (!PYTHON) throw new Error('no Python has openpyxl');
  const list = join(work, 'files.json');
  writeFileSync(list, JSON.stringify(files));
  const books: Record<string, ReadByOpenpyxl> = JSON.parse(run(PYTHON, ['-c', SCRIPT, list]));
  return new Map(Object.entries(books).map(([path, book]) => [basename(path), book]));
}
