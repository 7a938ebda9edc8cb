import {
  childrenOf,
  findNode,
  findProgramme,
  type Programme,
  type ProgrammeNode,
  pathOf,
} from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import type { Command } from 'commander';
import { CallError } from '../call-error.js';
import { parseLanguage } from '../options.js';
import { type CommandContext, type Language, printJson } from '../terminal.js';
import { nodeText, programmeListText, programmeText } from '../text/programme-text.js';

interface ProgrammesOptions {
  readonly json?: boolean;
  readonly lang: Language;
}

/** `ctmtqg programmes [ID [CODE]]` */
export function registerProgrammes(program: Command, { terminal, done }: CommandContext): void {
  program
    .command('programmes')
    .description(
      'các chương trình: danh sách, cây dự án, hoặc một dự án với loại vốn, cơ quan chủ trì, căn cứ',
    )
    .argument('[mã]', 'mã chương trình, ví dụ dttsmn-2021-2025')
    .argument('[dự-án]', 'mã dự án trong chương trình, ví dụ DA4.TDA1')
    .option('--json', 'in dạng JSON')
    .option('--lang <ngôn-ngữ>', 'vi hoặc en', parseLanguage, 'vi')
    .action((id: string | undefined, code: string | undefined, options: ProgrammesOptions) => {
      const { lang } = options;
      if (id === undefined) {
        if (options.json) printJson(terminal, RULES.programmes.map(summaryOf));
        else terminal.out(programmeListText(RULES, lang));
      } else if (code === undefined) {
        const programme = demandProgramme(id);
        if (options.json) printJson(terminal, programme);
        else terminal.out(programmeText(programme, lang));
      } else {
        const programme = demandProgramme(id);
        const node = demandNode(programme, code);
        if (options.json) printJson(terminal, nodeDocument(programme, node));
        else terminal.out(nodeText(programme, node, lang));
      }
      done(0);
    });
}

function summaryOf({ id, title, short, from, to, law, nodes }: Programme) {
  return { id, title, short, from, to, law, nodes: nodes.length };
}

function nodeDocument(programme: Programme, node: ProgrammeNode) {
  return {
    programme: programme.id,
    path: pathOf(programme, node).map(({ code, label, number, title }) => ({ code, label, number, title })),
    node,
    children: childrenOf(programme, node.code).map(({ code }) => code),
  };
}

export function demandProgramme(id: string): Programme {
  const programme = findProgramme(RULES.programmes, id);
  if (programme) return programme;
  const known = RULES.programmes.map((one) => one.id).join(', ');
  throw new CallError(
    'unknown-programme',
    `không có chương trình “${id}”; các mã dùng được: ${known}`,
    `there is no programme “${id}”; the ids are: ${known}`,
  );
}

function demandNode(programme: Programme, code: string): ProgrammeNode {
  const node = findNode(programme, code);
  if (node) return node;
  const tops = childrenOf(programme, null)
    .map((one) => one.code)
    .join(', ');
  throw new CallError(
    'unknown-node',
    `chương trình ${programme.id} không có mã “${code}”; các mã cấp trên cùng: ${tops}`,
    `the programme ${programme.id} has no node “${code}”; those at the top are: ${tops}`,
  );
}
