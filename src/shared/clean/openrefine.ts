import { z } from 'zod';
import { fail, ok, type Result } from '../base/result';
import { checkPlainJson } from '../base/schemas';
import { plural } from '../profile/text';
import { columnReference } from './expression/tokens';
import { MAX_INTO, MAX_STEPS } from './limits';
import { conditionsOf } from './openrefine/facets';
import { parseGrel } from './openrefine/grel';
import { formulaOf, transformsOf } from './openrefine/translate';
import { stepSchema } from './schemas';
import type { MergedCluster, Step, StepAction, StepCondition } from './types';

/** An operation of the history that became no step, and why. */
export interface SkippedOperation {
  readonly operation: string;
  readonly sentence: string;
}

/** The steps of an OpenRefine history, in order, with ids `refine-1` …, and what was left out. */
export interface ReadHistory {
  readonly steps: Step[];
  readonly skipped: SkippedOperation[];
}

/** Operations that are read at most; longer histories are refused. */
const MAX_OPERATIONS = 5_000;
/** New columns of a split without a limit where the later operations do not tell. */
const USUAL_PARTS = 3;

const operationSchema = z.looseObject({ op: z.string().max(200) });
const columnText = z.string().min(1).max(2_000);
type Operation = z.infer<typeof operationSchema>;

/** What one operation became. */
type Translated = { readonly action: StepAction; readonly note?: string } | { readonly skip: string };

/**
 * The operations of an OpenRefine history ("Extract…", JSON) as steps, as far as both programs have them. Operations without
 * a counterpart are listed with a sentence and the rest goes on; a file that is no history is refused.
 */
export function readOpenRefineHistory(json: unknown): Result<ReadHistory> {
  const plain = checkPlainJson(json);
  if (!plain.ok) return plain;
  const history = z.array(operationSchema).safeParse(operationsIn(json));
  if (!history.success)
    return fail(
      'HISTORY_UNKNOWN',
      'This is no history of OpenRefine. In OpenRefine choose Undo / Redo, then Extract, and save the JSON shown there.',
    );
  if (history.data.length > MAX_OPERATIONS)
    return fail(
      'HISTORY_TOO_LONG',
      `This history has more than ${MAX_OPERATIONS} operations. It was not read.`,
    );
  const steps: Step[] = [];
  const skipped: SkippedOperation[] = [];
  for (const [at, operation] of history.data.entries()) {
    const read = stepOf(operation, `refine-${at + 1}`, history.data.slice(at + 1));
    if ('skip' in read) skipped.push({ operation: nameOf(operation), sentence: read.skip });
    else if (steps.length < MAX_STEPS) steps.push(read.step);
    else
      skipped.push({
        operation: nameOf(operation),
        sentence: `A recipe has at most ${MAX_STEPS} steps.`,
      });
  }
  return ok({ steps, skipped });
}

/** The list itself, or the list inside `{ "operations": … }` and `{ "entries": [{ "operation": … }] }`. */
function operationsIn(json: unknown): unknown {
  if (Array.isArray(json)) return json;
  const wrapped = z.looseObject({ operations: z.array(z.unknown()) }).safeParse(json);
  if (wrapped.success) return wrapped.data.operations;
  const entries = z
    .looseObject({ entries: z.array(z.looseObject({ operation: z.unknown() })) })
    .safeParse(json);
  return entries.success
    ? entries.data.entries.flatMap(({ operation }) => (operation ? [operation] : []))
    : null;
}

function nameOf(operation: Operation): string {
  const description = z.string().safeParse(operation.description);
  return (description.success && description.data !== '' ? description.data : operation.op).slice(0, 300);
}

/** The step an operation becomes, within the bounds of a recipe, or why it becomes none. */
function stepOf(
  operation: Operation,
  id: string,
  later: readonly Operation[],
): { readonly step: Step } | { readonly skip: string } {
  const translated = translate(operation, later);
  if ('skip' in translated) return translated;
  const { action, note = '' } = translated;
  const where = conditionsFor(action, operation.engineConfig);
  if (where === null) return { skip: 'It was limited to some rows by a facet that has no counterpart here.' };
  const step: Step = { id, action, where, enabled: true, note };
  if (stepSchema.safeParse(step).success) return { step };
  return { skip: 'It is larger than a step may be, or names no column.' };
}

const LIMITED: ReadonlySet<StepAction['kind']> = new Set(['change', 'merge', 'fillDown', 'formula']);

/** The conditions of a step; null where facets limit it in a way it cannot be limited here. */
function conditionsFor(action: StepAction, engineConfig: unknown): readonly StepCondition[] | null {
  if (action.kind === 'rename' || action.kind === 'remove') return [];
  const conditions = conditionsOf(engineConfig);
  return conditions === null || conditions.length === 0 || LIMITED.has(action.kind) ? conditions : null;
}

function translate(operation: Operation, later: readonly Operation[]): Translated {
  switch (operation.op) {
    case 'core/mass-edit':
      return massEdit(operation);
    case 'core/text-transform':
      return textTransform(operation);
    case 'core/column-split':
      return columnSplit(operation, later);
    case 'core/column-rename': {
      const parsed = z
        .looseObject({ oldColumnName: columnText, newColumnName: columnText })
        .safeParse(operation);
      if (!parsed.success) return DAMAGED;
      return { action: { kind: 'rename', column: parsed.data.oldColumnName, to: parsed.data.newColumnName } };
    }
    case 'core/column-removal': {
      const parsed = z.looseObject({ columnName: columnText }).safeParse(operation);
      return parsed.success ? { action: { kind: 'remove', columns: [parsed.data.columnName] } } : DAMAGED;
    }
    case 'core/column-addition':
      return columnAddition(operation);
    case 'core/fill-down': {
      const parsed = z.looseObject({ columnName: columnText }).safeParse(operation);
      return parsed.success ? { action: { kind: 'fillDown', columns: [parsed.data.columnName] } } : DAMAGED;
    }
    default:
      return {
        skip: REASONS.find(([op]) => operation.op.startsWith(op))?.[1] ?? 'It has no counterpart here.',
      };
  }
}

const DAMAGED: Translated = { skip: 'It is damaged: a part of it is missing or too long.' };

const REASONS: readonly (readonly [string, string])[] = [
  ['core/blank-down', 'Emptying repeated values is left out: it would lose what every row says for itself.'],
  ['core/multivalued', 'Splitting or joining rows is left out: rows are never added or removed by cleaning.'],
  [
    'core/row-removal',
    'Removing rows is left out: every row is accounted for. Exclude them by a rule instead.',
  ],
  ['core/row-reorder', 'Sorting rows is left out: it changes nothing that is loaded.'],
  ['core/row-', 'Stars and flags have no counterpart here.'],
  ['core/transpose', 'Turning rows into columns is left out: rows are never added or removed by cleaning.'],
  ['core/key-value', 'Turning rows into columns is left out: rows are never added or removed by cleaning.'],
  ['core/denormalize', 'Records of several rows have no counterpart here.'],
  ['core/column-move', 'The order of columns does not matter here.'],
  [
    'core/column-reorder',
    'The order of columns does not matter here. Remove columns by a step if they were left out.',
  ],
  ['core/column-addition-by-fetching', 'Nothing is fetched from the network.'],
  ['core/recon', 'Reconciliation with a service on the network has no counterpart here.'],
  ['core/extend', 'Nothing is fetched from the network.'],
];

function massEdit(operation: Operation): Translated {
  const parsed = z
    .looseObject({
      columnName: columnText,
      expression: z.string().max(4_000).default('value'),
      edits: z.array(
        z.looseObject({
          from: z.array(z.union([z.string(), z.number(), z.boolean()])).default([]),
          fromBlank: z.boolean().default(false),
          fromError: z.boolean().default(false),
          to: z.union([z.string(), z.number(), z.boolean(), z.null()]),
        }),
      ),
    })
    .safeParse(operation);
  if (!parsed.success) return DAMAGED;
  if (!/^(?:grel:)?value$/.test(parsed.data.expression))
    return { skip: 'It edits values by another expression than the value itself.' };
  const clusters: MergedCluster[] = [];
  for (const edit of parsed.data.edits) {
    const from = [...edit.from.map(String), ...(edit.fromBlank ? [''] : [])];
    if (from.length > 0) clusters.push({ to: String(edit.to ?? ''), from, key: null });
  }
  if (clusters.length === 0) return { skip: 'It edits no value.' };
  return {
    action: { kind: 'merge', column: parsed.data.columnName, method: { kind: 'fingerprint' }, clusters },
  };
}

const expressionSchema = z.looseObject({
  expression: z.string().max(20_000),
  onError: z.string().max(50).default('keep-original'),
});

/** The GREL in an expression, without its language prefix; null for other languages. */
function grelOf(expression: string) {
  const language = /^([a-z]+):/.exec(expression)?.[1];
  if (language !== undefined && language !== 'grel') return null;
  return parseGrel(expression.replace(/^grel:/, ''));
}

const UNREAD = 'Its expression uses what has no counterpart here. Write it anew as a formula.';

function textTransform(operation: Operation): Translated {
  const parsed = expressionSchema.extend({ columnName: columnText }).safeParse(operation);
  if (!parsed.success) return DAMAGED;
  const { columnName, expression, onError } = parsed.data;
  const grel = grelOf(expression);
  if (grel === null) return { skip: UNREAD };
  const transforms = transformsOf(grel);
  if (transforms !== null) {
    if (transforms.length === 0)
      return { skip: 'It changes no text: values are text here until they are mapped.' };
    return { action: { kind: 'change', columns: [columnName], transforms } };
  }
  const own = onError === 'keep-original' ? formulaOf(grel, 'value') : null;
  if (own !== null && !own.includes('['))
    return {
      action: { kind: 'change', columns: [columnName], transforms: [{ op: 'formula', expression: own }] },
    };
  const row = formulaOf(grel, columnReference(columnName));
  if (row === null) return { skip: UNREAD };
  const kept = onError === 'keep-original' ? `ifError(${row}, ${columnReference(columnName)})` : row;
  return { action: { kind: 'formula', into: columnName, expression: kept } };
}

function columnAddition(operation: Operation): Translated {
  const parsed = expressionSchema
    .extend({ baseColumnName: columnText, newColumnName: columnText })
    .safeParse(operation);
  if (!parsed.success) return DAMAGED;
  const grel = grelOf(parsed.data.expression);
  const base = columnReference(parsed.data.baseColumnName);
  const formula = grel && formulaOf(grel, base);
  if (formula === null) return { skip: UNREAD };
  const expression = parsed.data.onError === 'keep-original' ? `ifError(${formula}, ${base})` : formula;
  return { action: { kind: 'formula', into: parsed.data.newColumnName, expression } };
}

function columnSplit(operation: Operation, later: readonly Operation[]): Translated {
  const parsed = z
    .looseObject({
      columnName: columnText,
      mode: z.enum(['separator', 'lengths']).default('separator'),
      separator: z.string().max(1_000).default(','),
      regex: z.boolean().default(false),
      maxColumns: z.int().min(0).max(100_000).default(0),
      fieldLengths: z.array(z.int().min(1).max(1_000_000)).max(MAX_INTO).default([]),
      removeOriginalColumn: z.boolean().default(false),
    })
    .safeParse(operation);
  if (!parsed.success) return DAMAGED;
  const { columnName, mode, separator, regex, maxColumns, fieldLengths, removeOriginalColumn } = parsed.data;
  const limit = mode === 'lengths' ? fieldLengths.length : maxColumns;
  const parts = Math.min(MAX_INTO, limit > 0 ? limit : Math.max(USUAL_PARTS, namedLater(columnName, later)));
  if (mode === 'lengths' && fieldLengths.length === 0) return DAMAGED;
  const into = Array.from({ length: parts }, (_, at) => `${columnName} ${at + 1}`);
  const action: StepAction = {
    kind: 'split',
    column: columnName,
    by:
      mode === 'lengths'
        ? { kind: 'lengths', lengths: fieldLengths }
        : regex
          ? { kind: 'pattern', pattern: separator, ignoreCase: false }
          : { kind: 'separator', separator },
    into,
    keep: !removeOriginalColumn,
  };
  if (limit > 0) return { action };
  return {
    action,
    note: `OpenRefine made as many columns as the values needed; here they are ${plural(parts, 'column')}, and the last one takes the rest.`,
  };
}

/** The highest number behind the column's name in later operations: they show how many parts the split made. */
function namedLater(column: string, later: readonly Operation[]): number {
  let most = 0;
  const prefix = `${column} `;
  for (const operation of later)
    for (const name of [operation.columnName, operation.oldColumnName, operation.baseColumnName]) {
      const number = typeof name === 'string' && name.startsWith(prefix) ? name.slice(prefix.length) : '';
      if (/^\d{1,3}$/.test(number)) most = Math.max(most, Number(number));
    }
  return most;
}
