import { cpus, loadavg } from 'node:os';
import { applyRecipe } from '../../src/shared/clean/apply-recipe';
import { stepSentence } from '../../src/shared/clean/step-sentence';
import type { Step, StepAction } from '../../src/shared/clean/types';
import { machine } from '../accuracy/sections';
import { customerTable } from './customer-table';
import type { Bench } from './run';

const change = (
  column: string,
  ...transforms: Extract<StepAction, { kind: 'change' }>['transforms']
): StepAction => ({
  kind: 'change',
  columns: [column],
  transforms,
});

/** Twenty steps, as a steward would clean this list. */
const ACTIONS: readonly StepAction[] = [
  {
    kind: 'change',
    columns: ['Company', 'First Name', 'Last Name', 'Street', 'City'],
    transforms: [{ op: 'squeeze' }, { op: 'unicode', form: 'NFC', controls: true }],
  },
  change('Last Name', { op: 'case', to: 'name' }),
  change('E-mail', { op: 'email' }),
  change('Phone', { op: 'phone', country: 'DE' }),
  change('Mobile', { op: 'phone', country: 'DE' }),
  change('Country', { op: 'country', to: 'iso2' }),
  change('Postcode', { op: 'postcode', country: 'DE' }),
  change('Website', { op: 'url' }),
  {
    kind: 'change',
    columns: ['Created', 'Last Contact', 'Birth Date'],
    transforms: [{ op: 'date', order: 'DMY' }],
  },
  change('Revenue', { op: 'number', decimal: '.' }),
  change('Status', { op: 'case', to: 'lower' }, { op: 'replace', find: 'n/a', with: '' }),
  { kind: 'fillDown', columns: ['Status'] },
  {
    kind: 'merge',
    column: 'City',
    method: { kind: 'fingerprint' },
    clusters: [{ to: 'Berlin', from: ['berlin'], key: 'berlin' }],
  },
  change('Company', {
    op: 'replacePattern',
    pattern: '(?i)\\s+gmbh & co\\.? kg$',
    with: ' GmbH & Co. KG',
    ignoreCase: true,
  }),
  {
    kind: 'join',
    columns: ['First Name', 'Last Name'],
    separator: ' ',
    skipEmpty: true,
    into: 'Full Name',
    keep: true,
  },
  {
    kind: 'parseName',
    column: 'Full Name',
    order: 'auto',
    into: { first: 'Given', last: 'Family' },
    keep: true,
  },
  {
    kind: 'split',
    column: 'E-mail',
    by: { kind: 'separator', separator: '@' },
    into: ['Mailbox', 'Domain'],
    keep: true,
  },
  { kind: 'formula', into: 'Per Head', expression: 'round([Revenue] / [Employees], 2)' },
  { kind: 'formula', into: 'Label', expression: '[City] & " (" & coalesce([Country], "?") & ")"' },
  { kind: 'rename', column: 'Customer No', to: 'Customer' },
];

const ROWS = 1_000_000;

/** Twenty cleaning steps on a customer list of 20 columns: time of the whole recipe and of its slowest steps. */
export const recipeBench: Bench = {
  name: 'recipe',
  run: async () => recipeSection(ROWS),
};

/** The section for a table of so many rows: each step timed on the table the steps before it made. */
export function recipeSection(rows: number): string {
  let { table, guesses: columns } = customerTable(rows, 'recipe');
  const steps: { sentence: string; wall: number; busy: number; values: number }[] = [];
  for (const [at, action] of ACTIONS.entries()) {
    const step: Step = { id: `s${at}`, action, where: [], enabled: true, note: '' };
    const since = process.cpuUsage();
    const started = performance.now();
    const cleaned = applyRecipe(table, columns, [step]);
    const wall = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(since);
    ({ table, columns } = cleaned);
    const values = cleaned.outcomes[0]?.values ?? 0;
    steps.push({ sentence: stepSentence(action), wall, busy: (user + system) / 1e6, values });
  }
  const total = (of: 'wall' | 'busy'): string => steps.reduce((sum, step) => sum + step[of], 0).toFixed(1);
  const slowest = steps.toSorted((a, b) => b.busy - a.busy).slice(0, 6);
  return [
    '## Cleaning by a recipe',
    '',
    `Command: \`npm run bench recipe\`. Machine: ${machine()}. Load at the end: ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores; where that is more than the cores, go by processor seconds.`,
    '',
    `${rows.toLocaleString('en')} rows × 20 columns, 20 steps, types of changed columns guessed anew after every step: **${total('wall')} s** by the clock, ${total('busy')} s of processor time. The slowest steps:`,
    '',
    '| step | values changed | s | processor s |',
    '|---|--:|--:|--:|',
    ...slowest.map(
      ({ sentence, wall, busy, values }) =>
        `| ${sentence} | ${values.toLocaleString('en')} | ${wall.toFixed(1)} | ${busy.toFixed(1)} |`,
    ),
  ].join('\n');
}
