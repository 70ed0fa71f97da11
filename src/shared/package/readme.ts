import { totals } from './ledger-sums';
import type { WrittenFile, WrittenObject } from './load-files';
import { adviceFor } from './loader-advice';
import type { PackageInput } from './types';
import { counted, grouped, instant, size, waiverWords } from './words';

/** `README_implementer.md`: what to load in which order, with which settings, and what may still go wrong. */
export function implementerReadme(
  input: PackageInput,
  written: readonly WrittenObject[],
  files: readonly WrittenFile[],
): WrittenFile {
  const advice = adviceFor(input.system.system);
  const total = totals(input.ledger);
  const lines = [
    `# ${line(input.projectName)}: loading ${line(input.system.label)}`,
    '',
    `Package ${line(input.name)}, written ${instant(input.createdAt)} for ${line(input.loader.label)}.`,
    `${counted(total.exported, 'record')} to load out of ${counted(total.read, 'row')} read${total.made ? ` and ${grouped(total.made)} made from them` : ''}.`,
    '',
    '## Before you begin',
    '',
    'Check that nothing changed on the way to you: `winnow verify <this folder>`. It needs no project.',
    '',
    ...madeTables(input),
    '## Load order',
    '',
    ...loadSteps(input, written, files),
    '',
    '## Settings',
    '',
    ...advice.settings.map((text) => `- ${text}`),
    ...input.loader.notes.map((text) => `- ${line(input.loader.label)}: ${line(text)}`),
    ...limits(input),
    '',
    '## What may still go wrong',
    '',
    ...advice.risks.map((text) => `- ${text}`),
    ...residue(input, written, total.held),
    '',
    '## After the load',
    '',
    '- Keep the loader’s success and error files. The legacy key in them leads through `crosswalk.csv` to the row in the old system.',
    '- Compare the number of records in the target with the table above, and sign it off on `reconciliation.html`.',
    '',
    '## What is in this folder',
    '',
    ...contents(files),
    '',
  ];
  const bytes = new TextEncoder().encode(lines.join('\n'));
  return { path: 'README_implementer.md', bytes, role: 'readme', rows: null };
}

function madeTables({ made }: PackageInput): readonly string[] {
  if (made.length === 0) return [];
  return [
    '## Tables made from other tables',
    '',
    'Their rows stand in no file of the old system as they are; the line beside them is that of the first row they were made from.',
    '',
    ...made.map(({ tableName, words }) => `- ${line(tableName)}: ${line(words)}.`),
    '',
  ];
}

function loadSteps(
  input: PackageInput,
  written: readonly WrittenObject[],
  files: readonly WrittenFile[],
): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const steps = [...written.flatMap(first), ...written.flatMap(second)];
  if (steps.length === 0) return ['No record is exported. There is nothing to load.'];
  const empty = input.objects.filter((_, index) => written[index]!.rows === 0);
  return [
    '| step | file | object | rows | size | key column |',
    '|---|---|---|---|---|---|',
    ...steps.map(({ path, object, keyHeader }, index) => {
      const file = byPath.get(path);
      const rows = grouped(file?.rows ?? 0);
      return `| ${index + 1} | \`${path}\` | ${cell(object)} | ${rows} | ${size(file?.bytes.length ?? 0)} | \`${cell(keyHeader)}\` |`;
    }),
    ...(steps.some(({ path }) => path.startsWith('second_pass/'))
      ? [
          '',
          'Files under `second_pass/` only carry the legacy key and one link. Load them as an *update* (upsert by the legacy key) after everything else: the records they link to exist only then.',
        ]
      : []),
    ...empty.flatMap(({ object }) => [
      '',
      `No ${cell(object.label)} is exported, so there is no file for it.`,
    ]),
  ];
}

interface LoadStep {
  readonly path: string;
  readonly object: string;
  readonly keyHeader: string;
}

const first = ({ manifest }: WrittenObject): readonly LoadStep[] =>
  manifest.files.map((path) => ({ path, object: manifest.label, keyHeader: manifest.keyHeader }));

const second = ({ manifest }: WrittenObject): readonly LoadStep[] =>
  manifest.secondPass.map((path) => ({
    path,
    object: `${manifest.label} (second pass)`,
    keyHeader: manifest.keyHeader,
  }));

function limits({ loader }: PackageInput): readonly string[] {
  const parts = [
    ...(loader.maxRows === null ? [] : [`${grouped(loader.maxRows)} rows`]),
    ...(loader.maxBytes === null ? [] : [`${grouped(loader.maxBytes)} bytes`]),
  ];
  return parts.length === 0 ? [] : [`- Files are split at ${parts.join(' and ')}, header included.`];
}

function residue(input: PackageInput, written: readonly WrittenObject[], held: number): readonly string[] {
  const dropped = written.flatMap(({ manifest, columns }) =>
    columns.dropped.map(
      ({ field, links }) =>
        `- ${line(manifest.label)}: ${counted(links, 'link')} in ${line(field)} left empty, because the record it points to is not in this package.`,
    ),
  );
  const items = input.items.map((state) => state.item);
  const waived = input.waivers.map(
    ({ subject, reason }) => `- Waived: ${line(waiverWords(subject, items))}. Reason: ${line(reason)}`,
  );
  const waiting =
    held > 0 ? [`- ${counted(held, 'row')} still held back, see \`held/\`. They are not loaded.`] : [];
  return [...dropped, ...waiting, ...waived];
}

const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/^crosswalk\.csv$/, 'every source row with its disposition, surviving key and load file'],
  [/^excluded\//, 'rows left behind by a rule, with the reason'],
  [/^rejected\//, 'rows the loader would refuse or that could not be read, with the reason'],
  [/^held\//, 'rows nobody decided on, let through by a waiver'],
  [/^mapping\.csv$/, 'which source column fills which field, and how'],
  [/^picklists\.csv$/, 'every value that was replaced'],
  [
    /^recipes\//,
    'the cleaning steps a table went through before it was mapped, for the next extract or for reading',
  ],
  [/^reconciliation\.csv$/, 'the sums, for a spreadsheet'],
  [/^reconciliation\.html$/, 'the sums, for print'],
  [/^report\.html$/, 'what was decided, by whom, with signatures'],
  [/^audit\.jsonl$/, 'the journal, one entry per line, hash-chained'],
  [/^audit\.checkpoint\.json$/, 'signature over the journal'],
  [/^ballots\.json$/, 'the signed votes'],
  [/^datapackage\.json$/, 'description of the load files for programs'],
];

function contents(files: readonly WrittenFile[]): readonly string[] {
  const listed = MEANINGS.flatMap(([pattern, meaning]) =>
    files
      .filter((file) => pattern.test(file.path))
      .map(
        (file) =>
          `- \`${file.path}\`: ${meaning}${file.rows === null ? '' : ` (${counted(file.rows, 'row')})`}`,
      ),
  );
  return [
    ...listed,
    '- `manifest.json`, `manifest.sha256`: size and SHA-256 of every file; `manifest.sig.json`: the signature over them, where the exporter signed',
    '',
    'Cells of the lists made for people (`crosswalk.csv`, `mapping.csv`, `picklists.csv`, `reconciliation.csv`, `excluded/`, `rejected/`, `held/`) that begin with `=`, `+`, `-`, `@` or a control character have an apostrophe in front, so that no spreadsheet runs them as a formula. Load files are never altered.',
  ];
}

/** Text from outside on one line of Markdown, markup of Markdown and HTML taken out of it. */
function line(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]#|]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .trim();
}

/** Text inside a Markdown table. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[|`<]/g, ' ').trim();
}
