import type { BelowFloor, LayerInUse, RuleSet } from '@ctmtqg/core';
import type { Language } from '../terminal.js';

const SAY: Readonly<Record<Language, (layer: LayerInUse) => string>> = {
  vi: ({ name, province, file, version, hash, precedence }) =>
    `Quy định của tỉnh: “${name}” (${[
      province,
      ...(file === null ? [] : [`tệp ${file}`]),
      ...(version === null ? [] : [`bản ${version}`]),
      `thứ bậc ${precedence}`,
      ...(hash === null ? [] : [hash]),
    ].join(', ')}).`,
  en: ({ name, province, file, version, hash, precedence }) =>
    `Rules of the province: “${name}” (${[
      province,
      ...(file === null ? [] : [`file ${file}`]),
      ...(version === null ? [] : [`edition ${version}`]),
      `precedence ${precedence}`,
      ...(hash === null ? [] : [hash]),
    ].join(', ')}).`,
};

/** One line for each layer of a province that an answer went by: what it is, and the hash of its file. */
export function layerLines(layers: readonly LayerInUse[] | undefined, language: Language): readonly string[] {
  return (layers ?? []).map(SAY[language]);
}

/** What a small command adds to its JSON: the layers it went by; nothing where none was given. */
export function layersOf({ local }: RuleSet): { readonly layers?: readonly LayerInUse[] } {
  const layers = local?.layers ?? [];
  return layers.length > 0 ? { layers } : {};
}

const BELOW: Readonly<Record<Language, (one: BelowFloor, ratio: string, floor: string) => string>> = {
  vi: ({ rule, floorLaw }, ratio, floor) =>
    `Tỷ lệ ${ratio} của ${rule.law.instrument} (“${rule.layer.name}”) thấp hơn mức tối thiểu ${floor} của trung ương (${cited(floorLaw)}) nên không dùng.`,
  en: ({ rule, floorLaw }, ratio, floor) =>
    `The ratio ${ratio} of ${rule.law.instrument} (“${rule.layer.name}”) is below the national minimum ${floor} (${cited(floorLaw)}), so it was not used.`,
};

const cited = (law: BelowFloor['floorLaw']) =>
  law
    .map(({ instrument, article }) => [article, instrument].filter((part) => part !== '').join(', '))
    .join('; ');

/** A line for each resolution below the floor of the centre; it never wins in silence. */
export function belowFloorLines(below: readonly BelowFloor[], language: Language): readonly string[] {
  return below.map((one) => BELOW[language](one, one.rule.ratio, one.floor));
}
