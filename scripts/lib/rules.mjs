// What is published under rules/: the data files joined by subject, each with the version and hash of the whole.

/** Programmes with a folder of rules, one file a node. */
export const ELIGIBILITY_FOLDERS = [
  'dttsmn-2021-2025',
  'gnbv-2021-2025',
  'ntm-2021-2025',
  'ctmtqg-2026-2035',
];

const withoutSchema = ({ $schema: _, schema: __, ...rest }) => rest;

/** File name → content. `read` gives a data file, `list` the names in a data folder. */
export function ruleFiles({ read, list }) {
  const { version, hash } = read('version.json');
  const head = (name) => ({ schema: `rules/${name}/1`, version, hash });
  const joined = (name, paths, key) => ({
    ...head(name),
    [key]: paths.map((path) => withoutSchema(read(path))),
  });
  const single = (name, path) => ({ ...head(name), ...withoutSchema(read(path)) });
  const rules = ELIGIBILITY_FOLDERS.flatMap((id) => list(`eligibility/${id}`));
  return {
    'programmes.json': joined('programmes', list('programmes'), 'programmes'),
    'counterpart.json': joined('counterpart', list('counterpart'), 'programmes'),
    'instruments.json': single('instruments', 'law/instruments.json'),
    'norms.json': joined('norms', list('norms'), 'files'),
    'allocation.json': joined('allocation', list('allocation'), 'programmes'),
    'poverty.json': single('poverty', 'law/poverty.json'),
    'terms.json': single('terms', 'law/terms.json'),
    'ethnic-groups.json': single('ethnic-groups', 'law/ethnic-groups.json'),
    'provinces.json': single('provinces', 'law/provinces.json'),
    'area-lists.json': single('area-lists', 'law/area-lists.json'),
    'area-restrictions.json': single('area-restrictions', 'law/area-restrictions.json'),
    'facts.json': single('facts', 'eligibility/facts.json'),
    'eligibility.json': {
      ...joined('eligibility', rules, 'nodes'),
      without: read('eligibility/programmes-without-rules.json').programmes,
    },
  };
}
