import { describe, expect, it } from 'vitest';
import { progressBar } from '../progress.js';
import type { Terminal } from '../terminal.js';
import { harmless, paintFor, wrap } from './paint.js';

describe('text for a terminal', () => {
  it('is coloured only where the terminal shows colours', () => {
    expect(paintFor({ colour: false })('LỖI', 'red')).toBe('LỖI');
    expect(paintFor({ colour: true })('LỖI', 'red')).toBe('\u001b[31mLỖI\u001b[39m');
  });

  it('lets nothing out of a file move the cursor', () => {
    expect(harmless('a\u001b[2Jb\r\nc\u202ed')).toBe('a [2Jb c d');
  });

  it('breaks at spaces and never inside a word', () => {
    expect(wrap('một hai ba bốn', 7)).toEqual(['một hai', 'ba bốn']);
    expect(wrap('dàihơncảdòng x', 5)).toEqual(['dàihơncảdòng', 'x']);
  });
});

describe('the progress bar', () => {
  const said: string[] = [];
  const terminal = (progress: boolean): Terminal => ({
    out: () => undefined,
    err: (text) => void said.push(text),
    colour: false,
    width: 80,
    progress,
  });

  it('moves on a terminal and is taken away at the end', () => {
    const bar = progressBar(terminal(true), 4);
    bar.step('/x/a.xlsx');
    bar.step('/x/b.xlsx');
    bar.clear();
    expect(said[1]).toContain('1/4  b.xlsx');
    expect(said.at(-1)).toBe('\r\u001b[2K');
  });

  it('is silent for one file, and where nobody looks', () => {
    said.length = 0;
    progressBar(terminal(true), 1).step('a.xlsx');
    progressBar(terminal(false), 9).step('a.xlsx');
    expect(said).toEqual([]);
  });
});
