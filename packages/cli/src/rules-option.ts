import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { type GivenLayer, LayerError, type LayerProblem, type RuleSet, withLayers } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import type { Command } from 'commander';
import { CallError } from './call-error.js';
import { readInput } from './files.js';
import { jsonPlace } from './json-place.js';

/** Files of a province's own rules; commands in which the law decides share the option. */
export interface RulesOption {
  readonly rules?: readonly string[];
}

const append = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Adds `--rules` to a command. */
export function addRulesOption(command: Command): Command {
  return command.option(
    '--rules <tệp.json>',
    'quy định của tỉnh (nghị quyết HĐND: đối ứng, định mức, danh sách địa bàn), nêu nhiều lần được; xem docs/quy-dinh-cua-tinh.md',
    append,
  );
}

/** The national rules, with those of the files upon them; whatever makes a file unusable is thrown as a `CallError`. */
export async function rulesOf({ rules: paths = [] }: RulesOption): Promise<RuleSet> {
  if (paths.length === 0) return RULES;
  const layers: GivenLayer[] = [];
  for (const path of paths) layers.push(await readLayer(path));
  try {
    return withLayers(RULES, layers);
  } catch (error) {
    if (error instanceof LayerError) throw unusable(error.problems);
    throw error;
  }
}

async function readLayer(path: string): Promise<GivenLayer> {
  const bytes = await readInput(path).catch((error: unknown) => {
    throw error instanceof CallError && error.code === 'folder' ? folderGiven(path) : error;
  });
  const data = parseJson(path, new TextDecoder().decode(bytes).replace(/^\uFEFF/, ''));
  // The schemas take time to load, which calls without this option need not spend.
  const { parseProvinceLayer } = await import('@ctmtqg/core/schemas');
  const { layer, problems } = parseProvinceLayer(data);
  if (layer === null) throw unusable(problems.map((problem) => ({ ...problem, layer: path })));
  return {
    layer,
    file: basename(path),
    hash: `sha256-${createHash('sha256').update(bytes).digest('hex')}`,
  };
}

function folderGiven(path: string): CallError {
  return new CallError(
    'folder',
    `${path} là thư mục; hãy nêu từng tệp .json bằng --rules`,
    `${path} is a folder; give each .json file with --rules`,
  );
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = jsonPlace(text);
    throw new CallError(
      'bad-rules',
      `${path}, dòng ${line} cột ${column}: không phải JSON hợp lệ; hãy xem dấu phẩy, ngoặc kép và ngoặc ở chỗ này, mẫu có trong docs/quy-dinh-cua-tinh.md`,
      `${path}, line ${line} column ${column}: this is no valid JSON; look at commas, quotes and brackets there, a model stands in docs/quy-dinh-cua-tinh.md`,
    );
  }
}

const SHOWN = 5;

function unusable(problems: readonly LayerProblem[]): CallError {
  const told = (language: 'vi' | 'en') =>
    problems
      .slice(0, SHOWN)
      .map((problem) => [problem.layer, problem.path, problem[language]].filter((part) => part).join(': '))
      .join(' | ');
  const rest = problems.length - SHOWN;
  return new CallError(
    'bad-rules',
    `quy định của tỉnh không dùng được: ${told('vi')}${rest > 0 ? ` | và ${rest} chỗ khác` : ''}; xem docs/quy-dinh-cua-tinh.md`,
    `the rules of the province cannot be used: ${told('en')}${rest > 0 ? ` | and ${rest} more` : ''}; see docs/quy-dinh-cua-tinh.md`,
  );
}
