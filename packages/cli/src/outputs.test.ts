import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROKEN, call, SOUND, temporaryFolder, workbook } from './testing.js';

const folder = temporaryFolder();
let sound = '';
let broken = '';

beforeAll(async () => {
  sound = folder.file('sound.xlsx', await workbook({ Biểu: SOUND }));
  broken = folder.file('broken.xlsx', await workbook({ Biểu: BROKEN }));
});
afterAll(() => folder.remove());

describe('files that a call writes', () => {
  it('an existing one is refused, and overwritten only with --force', async () => {
    const page = folder.file('page.html', 'mine');
    const refused = await call('check', sound, '--html', page);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('--force');
    expect(readFileSync(page, 'utf8')).toBe('mine');
    expect((await call('check', sound, '--html', page, '--force')).code).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('<!DOCTYPE html>');
  });

  it('a folder that is not there is named', async () => {
    const called = await call('check', sound, '--html', folder.path('nowhere/page.html'));
    expect(called.code).toBe(2);
    expect(called.err).toContain('nowhere');
  });

  it('two outputs of one name are refused', async () => {
    const called = await call(
      'check',
      sound,
      '--html',
      folder.path('x.xlsx'),
      '--annotate',
      folder.path('x.xlsx'),
    );
    expect(called.code).toBe(2);
    expect(existsSync(folder.path('x.xlsx'))).toBe(false);
  });

  it('nothing is left behind where the check fails', async () => {
    const before = readdirSync(folder.path('.'));
    await call('check', folder.file('bad.xlsx', 'no workbook'), '--html', folder.path('bad.html'));
    expect(readdirSync(folder.path('.')).sort()).toEqual([...before, 'bad.xlsx'].sort());
  });

  it('with several files the outputs go into a folder, twins of one name apart', async () => {
    mkdirSync(folder.path('other'));
    const twin = folder.file('other/sound.xlsx', readFileSync(sound));
    const out = folder.path('reports');
    const called = await call('check', sound, broken, twin, '--html', out, '--annotate', out);
    expect(called.code).toBe(1);
    expect(readdirSync(out).sort()).toEqual([
      'broken-ket-qua.xlsx',
      'broken.html',
      'sound-2.html',
      'sound-ket-qua-2.xlsx',
      'sound-ket-qua.xlsx',
      'sound.html',
    ]);
  });

  it('a file that is named twice is read and written once', async () => {
    const out = folder.path('twice');
    const called = await call('check', sound, folder.path('./sound.xlsx'), '--html', out);
    expect(readdirSync(out)).toEqual(['sound.html']);
    expect(called.err.match(/sound\.html/g)).toHaveLength(1);
  });

  it('with several files one output file is refused', async () => {
    const called = await call('check', sound, broken, '--html', folder.path('all.html'));
    expect(called.code).toBe(2);
    expect(called.err).toContain('thư mục');
  });
});
