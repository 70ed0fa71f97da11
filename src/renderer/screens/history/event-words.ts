import { stepSentence } from '@shared/clean/step-sentence';
import type { StepAction } from '@shared/clean/types';
import { derivationWords } from '@shared/derive/words';
import { parsePayload } from '@shared/journal/schemas';
import type { EventKind, EventPayloads, JournalEntry, ProjectState } from '@shared/journal/types';
import { formatBytes, formatCount, formatScore, plural } from '../../base/format';
import { optionsSentence } from '../sources/import/read-changes';

/** Names behind the ids that entries carry. */
export interface Names {
  readonly table: (id: string) => string;
  readonly source: (id: string) => string;
  readonly person: (id: string) => string;
  /** What a cleaning step did when it was last set. */
  readonly step: (tableId: string, stepId: string) => string;
  readonly entry: (seq: number) => string;
}

type Words = { readonly [K in EventKind]: (payload: EventPayloads[K], names: Names) => string };

const VERDICTS = { merge: 'merged into one', separate: 'kept apart', split: 'split' } as const;
const BALLOTS = {
  approve: 'approved',
  approveWithCondition: 'approved, with a condition:',
  reject: 'rejected:',
  abstain: 'abstained from',
} as const;
const ROLES = { records: 'migrates', list: 'is looked up', ignored: 'stays behind' } as const;

/** What each kind of entry did, as the second half of a sentence that begins with a person's name. */
const WORDS: Words = {
  'project.created': ({ name }) => `began the project ${name}`,
  'project.renamed': ({ name }) => `renamed the project to ${name}`,
  'target.set': ({ system, loader }) =>
    `chose ${system} as the target${loader ? `, loaded with ${loader}` : ''}`,
  'target.profile': ({ profile }) =>
    profile === null
      ? 'went back to the built-in catalogue of the target'
      : `set the profile of ${profile.label}: ${plural(profile.objects.length, 'object')}`,
  'target.object': ({ object, replaces }) =>
    object === null
      ? `removed ${replaces ?? 'an object'} from the profile of the target`
      : replaces === null
        ? `added ${object.label} to the profile of the target`
        : `changed ${object.label} in the profile of the target`,
  'users.listed': ({ users }) =>
    users.length === 0
      ? 'took the list of users of the target back'
      : `gave a list of ${plural(users.length, 'user')} of the target, ${formatCount(users.filter((user) => user.active).length)} of them active`,
  'source.added': ({ name }) => `added the source ${name}`,
  'source.renamed': ({ name }) => `renamed a source to ${name}`,
  'table.read': ({ name, file, options, parts = [] }) =>
    `read ${name} from ${file.name} (${formatBytes(file.bytes)}; ${optionsSentence(options)})${parts.length > 0 ? `, with ${parts.map((part) => part.name).join(', ')} stacked below` : ''}`,
  'table.derived': ({ name, derivation }, names) =>
    `made ${name}: ${derivationWords(derivation, names.table(derivation.from))}`,
  'row.repaired': ({ tableId, raw, cells }, names) =>
    cells === null
      ? `took the repair of a line of ${names.table(tableId)} back`
      : `repaired a line of ${names.table(tableId)} that could not be read: ${clipped(raw)}`,
  'table.role': ({ tableId, role, reason }, names) =>
    `decided that ${names.table(tableId)} ${ROLES[role]}${reason ? `: ${reason}` : ''}`,
  'table.key': ({ tableId, keyColumn }, names) =>
    keyColumn === null
      ? `let the rows of ${names.table(tableId)} go by their content`
      : `made ${keyColumn} the key column of ${names.table(tableId)}`,
  'table.removed': ({ tableId }, names) => `removed ${names.table(tableId)}`,
  'baseline.kept': ({ tableId, quality }, names) =>
    `kept ${formatScore(quality.overall)} of 100 as the quality baseline of ${names.table(tableId)}`,
  'step.set': ({ tableId, step }, names) =>
    `${step.enabled ? 'set a' : 'switched off a'} cleaning step of ${names.table(tableId)}: ${stepWords(step.action)}`,
  'step.moved': ({ tableId, stepId }, names) =>
    `moved a cleaning step of ${names.table(tableId)}: ${names.step(tableId, stepId)}`,
  'step.removed': ({ tableId, stepId }, names) =>
    `removed a cleaning step of ${names.table(tableId)}: ${names.step(tableId, stepId)}`,
  'column.decided': ({ tableId, column, verdict, reason }, names) =>
    `decided that ${column} of ${names.table(tableId)} ${verdict === 'carry' ? 'is carried over' : 'stays behind'}${reason ? `: ${reason}` : ''}`,
  'mapping.set': ({ mapping }, names) =>
    `mapped ${plural(mapping.fields.length, 'field')} of ${mapping.object} from ${names.table(mapping.tableId)}`,
  'mapping.removed': ({ tableId }, names) => `took the mapping of ${names.table(tableId)} away`,
  'value.fixed': ({ object, field, from, to }) =>
    `replaced “${from}” by ${to === '' ? 'nothing' : `“${to}”`} in ${field} of ${object}`,
  'values.fixed': ({ object, field, fixes, reason }) =>
    `replaced ${plural(fixes.length, 'value')} in ${field} of ${object}${reason ? `: ${reason}` : ''}`,
  'record.fixed': ({ object, field, key, from, to }) =>
    `replaced “${from}” by ${to === '' ? 'nothing' : `“${to}”`} in ${field} of ${object} ${key}`,
  'issue.held': ({ object, issueId, keys, reason }) =>
    `held ${keys === null ? `all ${object} records` : plural(keys.length, `${object} record`)} with ${issueId}: ${reason}`,
  'orphans.settled': ({ object, field, choice }) => {
    const what = `records of ${object} whose ${field} is nowhere`;
    if (choice.kind === 'empty') return `let ${what} load without it`;
    if (choice.kind === 'attach') return `attached ${what} to ${choice.key}`;
    return `${choice.kind === 'hold' ? 'held' : 'left out'} ${what}: ${choice.reason}`;
  },
  'check.set': ({ check }) => `set the check “${check.label}” of ${check.object}`,
  'check.removed': () => 'removed a check',
  'issue.accepted': ({ object, issueId, reason }) => `accepted ${issueId} of ${object}: ${reason}`,
  'match.settings': ({ object, settings }) =>
    `set the duplicate search of ${object}: match from ${settings.matchThreshold}, review from ${settings.reviewThreshold}`,
  'cluster.decided': ({ object, verdict, groups, reason }) => {
    const records = groups.reduce((sum, group) => sum + group.length, 0);
    return `decided a cluster of ${plural(records, `${object} record`)}: ${VERDICTS[verdict]}${reason ? ` (${reason})` : ''}`;
  },
  'survivorship.set': ({ object }) => `set which source wins for ${object}`,
  'survivor.chosen': ({ object, choice }) =>
    `chose the surviving ${choice.field} of ${object} ${choice.member}`,
  'rule.set': ({ rule }) =>
    `set which ${rule.object} records are active${rule.window ? `: ${rule.window.months} months before ${rule.referenceDate}` : ''}`,
  'record.settled': ({ object, key, verdict, reason }) =>
    `settled ${object} ${key}: ${verdict === 'keep' ? 'kept' : 'left out'} (${reason})`,
  'person.registered': ({ person }) =>
    `introduced ${person.name}${person.title ? `, ${person.title}` : ''} as ${person.roles.join(', ')}`,
  'checklist.set': ({ items }) => `set the checklist of ${plural(items.length, 'decision')}`,
  'statement.written': ({ itemId, text }) => `stated for ${itemId}: ${text}`,
  'item.proposed': ({ proposal }) => `proposed ${proposal.itemId}: ${proposal.statement}`,
  'ballot.cast': ({ ballot }) =>
    `${BALLOTS[ballot.decision]} ${ballot.itemId}${ballot.reason ? ` ${ballot.reason}` : ''} (${ballot.name})`,
  'waiver.granted': ({ subject, reason }) => `waived ${subject}: ${reason}`,
  'package.written': ({ name, exported, rowsRead }) =>
    `wrote the package ${name}: ${formatCount(exported)} of ${formatCount(rowsRead)} rows`,
  'checkpoint.signed': ({ count }) => `signed the journal up to entry ${formatCount(count)}`,
  'entry.undone': ({ seq }, names) => `took entry ${formatCount(seq)} back: ${names.entry(seq)}`,
  'entry.redone': ({ seq }, names) => `brought entry ${formatCount(seq)} back: ${names.entry(seq)}`,
};

function stepWords(action: StepAction): string {
  return stepSentence(action).replace(/\.$/, '');
}

function clipped(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? `“${line}”` : `“${line.slice(0, 60)}…”`;
}

/** What an entry did, in words. An erased or unreadable payload is said to be so, never guessed. */
export function eventWords(entry: JournalEntry, names: Names): string {
  if (entry.payload === null) return 'made an entry whose content was erased on request';
  return wordsOf(entry.kind, entry.payload, names);
}

function wordsOf<K extends EventKind>(kind: K, payload: unknown, names: Names): string {
  const parsed = parsePayload(kind, payload);
  if (!parsed.ok) return `made an entry of the kind ${kind} that this version cannot read`;
  // The schema of a kind gives the payload of that kind.
  return WORDS[kind](parsed.value as EventPayloads[K], names);
}

/** Names out of the state and the journal; what is gone from the state keeps the name it had when it was written. */
export function namesOf(state: ProjectState, entries: readonly JournalEntry[]): Names {
  const tables = new Map<string, string>();
  const sources = new Map<string, string>();
  const steps = new Map<string, JournalEntry>();
  for (const entry of entries) {
    if (entry.kind === 'table.read' || entry.kind === 'table.derived') note(tables, 'tableId', entry);
    else if (entry.kind === 'source.added') note(sources, 'sourceId', entry);
    else if (entry.kind === 'step.set') noteStep(steps, entry);
  }
  for (const table of state.tables) tables.set(table.id, table.name);
  for (const source of state.sources) sources.set(source.id, source.name);
  const people = new Map(state.people.map((person) => [person.id, person.name]));
  const names: Names = {
    table: (id) => tables.get(id) ?? 'a table',
    source: (id) => sources.get(id) ?? 'a source',
    person: (id) => people.get(id) ?? id,
    step: (tableId, stepId) => {
      const parsed = parsePayload('step.set', steps.get(stepKey(tableId, stepId))?.payload ?? null);
      return parsed.ok && 'step' in parsed.value ? stepWords(parsed.value.step.action) : 'an earlier one';
    },
    entry: (seq) => {
      const entry = entries[seq - 1];
      if (!entry || entry.kind === 'entry.undone' || entry.kind === 'entry.redone') return 'an earlier entry';
      return eventWords(entry, names);
    },
  };
  return names;
}

function note(into: Map<string, string>, idField: 'tableId' | 'sourceId', entry: JournalEntry): void {
  const { payload } = entry;
  if (typeof payload !== 'object' || payload === null) return;
  const id: unknown = Reflect.get(payload, idField);
  const name: unknown = Reflect.get(payload, 'name');
  if (typeof id === 'string' && typeof name === 'string') into.set(id, name);
}

function stepKey(tableId: unknown, stepId: unknown): string {
  return `${String(tableId)}\u0000${String(stepId)}`;
}

/** Remembers the entry that set a step last; it is only read when its words are asked for. */
function noteStep(into: Map<string, JournalEntry>, entry: JournalEntry): void {
  const { payload } = entry;
  if (typeof payload !== 'object' || payload === null) return;
  const step: unknown = Reflect.get(payload, 'step');
  if (typeof step !== 'object' || step === null) return;
  into.set(stepKey(Reflect.get(payload, 'tableId'), Reflect.get(step, 'id')), entry);
}

/** Kinds people filter by. */
export const KIND_GROUPS: readonly {
  readonly id: string;
  readonly label: string;
  readonly kinds: readonly EventKind[];
}[] = [
  {
    id: 'sources',
    label: 'Sources',
    kinds: [
      'source.added',
      'source.renamed',
      'table.read',
      'table.derived',
      'row.repaired',
      'table.role',
      'table.key',
      'table.removed',
      'baseline.kept',
      'column.decided',
    ],
  },
  { id: 'cleaning', label: 'Cleaning', kinds: ['step.set', 'step.moved', 'step.removed'] },
  {
    id: 'mapping',
    label: 'Mapping and values',
    kinds: [
      'target.set',
      'target.profile',
      'target.object',
      'users.listed',
      'mapping.set',
      'mapping.removed',
      'value.fixed',
      'values.fixed',
      'record.fixed',
      'issue.accepted',
      'issue.held',
      'orphans.settled',
      'check.set',
      'check.removed',
    ],
  },
  {
    id: 'duplicates',
    label: 'Duplicates',
    kinds: ['match.settings', 'cluster.decided', 'survivorship.set', 'survivor.chosen'],
  },
  { id: 'rules', label: 'Rules', kinds: ['rule.set', 'record.settled'] },
  {
    id: 'governance',
    label: 'Governance',
    kinds: [
      'person.registered',
      'checklist.set',
      'statement.written',
      'item.proposed',
      'ballot.cast',
      'waiver.granted',
    ],
  },
  { id: 'export', label: 'Export and checks', kinds: ['package.written', 'checkpoint.signed'] },
  { id: 'undo', label: 'Undo and redo', kinds: ['entry.undone', 'entry.redone'] },
];
