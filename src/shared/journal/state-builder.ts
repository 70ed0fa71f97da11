import { withObject } from '../target/edit';
import { readObject, readTarget } from '../target/written';
import { isErased } from './chain';
import { Dictionary, emptyRecord, GrowingList, KeyedList } from './collections';
import { moveStep, removeStep, setStep } from './recipe-steps';
import type { EventKind, EventPayloads, JournalEntry, ProjectState, StepCount, TableState } from './types';
import { readMapping } from './written-mapping';

/** The state of a project before its first entry. */
export function emptyState(): ProjectState {
  return {
    projectId: '',
    name: '',
    target: null,
    profile: null,
    users: [],
    sources: [],
    tables: [],
    recipes: emptyRecord(),
    stepCounts: emptyRecord(),
    mappings: [],
    repairs: [],
    columnChoices: [],
    fixes: [],
    recordFixes: [],
    heldIssues: [],
    orphanChoices: [],
    checks: [],
    acceptedIssues: [],
    matchSettings: emptyRecord(),
    decisions: [],
    survivorship: emptyRecord(),
    choices: [],
    rules: emptyRecord(),
    settled: [],
    people: [],
    checklist: [],
    statements: emptyRecord(),
    proposals: emptyRecord(),
    ballots: [],
    waivers: [],
    packages: [],
  };
}

/** A key made of several parts; the separator cannot be part of an id. */
function joined(...parts: readonly string[]): string {
  return parts.join('\u0000');
}

/**
 * A project state under change. Entries must have been checked (they come from `parseJournal` or `chainEntry`); an
 * entry about something that is not there (its table was taken back) has no effect.
 *
 * What it guarantees: every table's source exists, every mapping's table exists, ids are unique in each list, a ballot's
 * signature stands once.
 */
export class StateBuilder {
  projectId: string;
  name: string;
  target: ProjectState['target'];
  profile: ProjectState['profile'];
  users: ProjectState['users'];
  checklist: ProjectState['checklist'];
  readonly sources;
  readonly tables;
  readonly recipes;
  readonly stepCounts;
  readonly mappings;
  readonly repairs;
  readonly columnChoices;
  readonly fixes;
  readonly recordFixes;
  readonly heldIssues;
  readonly orphanChoices;
  readonly checks;
  readonly acceptedIssues;
  readonly matchSettings;
  readonly decisions;
  readonly survivorship;
  readonly choices;
  readonly rules;
  readonly settled;
  readonly people;
  readonly statements;
  readonly proposals;
  readonly ballots;
  readonly waivers;
  readonly packages;

  constructor(state: ProjectState) {
    this.projectId = state.projectId;
    this.name = state.name;
    this.target = state.target;
    this.profile = state.profile;
    this.users = state.users;
    this.checklist = state.checklist;
    this.sources = new KeyedList(state.sources, (source) => source.id);
    this.tables = new KeyedList(state.tables, (table) => table.id);
    this.recipes = new Dictionary(state.recipes);
    this.stepCounts = new Dictionary(state.stepCounts);
    this.mappings = new KeyedList(state.mappings, (mapping) => mapping.tableId);
    this.repairs = new KeyedList(state.repairs, (repair) => joined(repair.tableId, repair.raw));
    this.columnChoices = new KeyedList(state.columnChoices, ({ tableId, column }) => joined(tableId, column));
    this.fixes = new KeyedList(state.fixes, (fix) => joined(fix.object, fix.field, fix.from));
    this.recordFixes = new KeyedList(state.recordFixes, (fix) => joined(fix.object, fix.field, fix.key));
    this.heldIssues = new KeyedList(state.heldIssues, (held) => joined(held.object, held.issueId));
    this.orphanChoices = new KeyedList(state.orphanChoices, (item) => joined(item.object, item.field));
    this.checks = new KeyedList(state.checks, (check) => check.id);
    this.acceptedIssues = new KeyedList(state.acceptedIssues, (issue) => joined(issue.object, issue.issueId));
    this.matchSettings = new Dictionary(state.matchSettings);
    this.decisions = new GrowingList(state.decisions);
    this.survivorship = new Dictionary(state.survivorship);
    this.choices = new KeyedList(state.choices, (choice) =>
      joined(choice.object, choice.field, choice.member),
    );
    this.rules = new Dictionary(state.rules);
    this.settled = new KeyedList(state.settled, (item) => joined(item.object, item.key));
    // A person who changes keys keeps the old one on record: whoever proposed with it stays the proposer.
    this.people = new KeyedList(state.people, (person) => joined(person.id, person.publicKey));
    this.statements = new Dictionary(state.statements);
    this.proposals = new Dictionary(state.proposals);
    this.ballots = new KeyedList(state.ballots, (ballot) => ballot.signature);
    this.waivers = new KeyedList(state.waivers, (waiver) => waiver.subject);
    this.packages = new GrowingList(state.packages);
  }

  apply(entry: JournalEntry): void {
    if (!isErased(entry)) handle(this, entry.kind, entry);
  }

  finish(): ProjectState {
    return {
      projectId: this.projectId,
      name: this.name,
      target: this.target,
      profile: this.profile,
      users: this.users,
      sources: this.sources.finish(),
      tables: this.tables.finish(),
      recipes: this.recipes.finish(),
      stepCounts: this.stepCounts.finish(),
      mappings: this.mappings.finish(),
      repairs: this.repairs.finish(),
      columnChoices: this.columnChoices.finish(),
      fixes: this.fixes.finish(),
      recordFixes: this.recordFixes.finish(),
      heldIssues: this.heldIssues.finish(),
      orphanChoices: this.orphanChoices.finish(),
      checks: this.checks.finish(),
      acceptedIssues: this.acceptedIssues.finish(),
      matchSettings: this.matchSettings.finish(),
      decisions: this.decisions.finish(),
      survivorship: this.survivorship.finish(),
      choices: this.choices.finish(),
      rules: this.rules.finish(),
      settled: this.settled.finish(),
      people: this.people.finish(),
      checklist: this.checklist,
      statements: this.statements.finish(),
      proposals: this.proposals.finish(),
      ballots: this.ballots.finish(),
      waivers: this.waivers.finish(),
      packages: this.packages.finish(),
    };
  }
}

type Handler<K extends EventKind> = (
  state: StateBuilder,
  payload: EventPayloads[K],
  entry: JournalEntry,
) => void;

function handle<K extends EventKind>(state: StateBuilder, kind: K, entry: JournalEntry): void {
  // The one place where a payload gets its type back: reading and chaining both hold it to the schema of its kind.
  HANDLERS[kind](state, entry.payload as EventPayloads[K], entry);
}

/** What each kind of event does to the state; undo and redo are the fold's own business. */
const HANDLERS: { readonly [K in EventKind]: Handler<K> } = {
  'project.created': (state, { projectId, name }) => {
    if (state.projectId !== '') return;
    state.projectId = projectId;
    state.name = name;
  },
  'project.renamed': (state, { name }) => {
    state.name = name;
  },
  'target.set': (state, target) => {
    state.target = target;
  },
  'target.profile': (state, { profile }) => {
    state.profile = profile === null ? null : readTarget(profile);
  },
  'target.object': changeProfile,
  'users.listed': (state, { users }) => {
    state.users = users;
  },
  'source.added': (state, { sourceId, name }) => state.sources.set({ id: sourceId, name }),
  'source.renamed': (state, { sourceId, name }) => {
    if (state.sources.has(sourceId)) state.sources.set({ id: sourceId, name });
  },
  'table.read': readTable,
  'table.derived': deriveTable,
  'row.repaired': (state, { tableId, raw, cells }) => {
    if (cells === null) state.repairs.delete(joined(tableId, raw));
    else if (state.tables.has(tableId)) state.repairs.set({ tableId, raw, cells });
  },
  'table.role': (state, { tableId, role, reason }) =>
    changeTable(state, tableId, { role, roleReason: reason }),
  'table.key': (state, { tableId, keyColumn }) => changeTable(state, tableId, { keyColumn }),
  'table.removed': (state, { tableId }) => removeTable(state, tableId),
  'baseline.kept': (state, { tableId, quality }) => changeTable(state, tableId, { baseline: quality }),
  'column.decided': (state, choice, { actor }) => {
    if (state.tables.has(choice.tableId)) state.columnChoices.set({ ...choice, actor });
  },
  'step.set': (state, { tableId, step, before, matched }) => {
    if (!state.tables.has(tableId)) return;
    state.recipes.set(tableId, setStep(state.recipes.get(tableId) ?? [], step, before));
    state.stepCounts.set(tableId, countStep(state.stepCounts.get(tableId), step.id, matched));
  },
  'step.moved': (state, { tableId, stepId, before }) => {
    const recipe = state.recipes.get(tableId);
    if (recipe) state.recipes.set(tableId, moveStep(recipe, stepId, before));
  },
  'step.removed': (state, { tableId, stepId }) => {
    const recipe = state.recipes.get(tableId);
    if (!recipe) return;
    state.recipes.set(tableId, removeStep(recipe, stepId));
    state.stepCounts.set(tableId, countStep(state.stepCounts.get(tableId), stepId, undefined));
  },
  'mapping.set': (state, { mapping }) => {
    if (state.tables.has(mapping.tableId)) state.mappings.set(readMapping(mapping));
  },
  'mapping.removed': (state, { tableId }) => state.mappings.delete(tableId),
  'value.fixed': (state, fix) => state.fixes.setLast(fix),
  'values.fixed': (state, { object, field, fixes }) => {
    for (const { from, to } of fixes) state.fixes.setLast({ object, field, from, to });
  },
  'record.fixed': (state, fix) => state.recordFixes.setLast(fix),
  'issue.held': (state, held) => state.heldIssues.set(held),
  'orphans.settled': (state, settled) => state.orphanChoices.set(settled),
  'check.set': (state, { check }) => state.checks.set(check),
  'check.removed': (state, { checkId }) => state.checks.delete(checkId),
  'issue.accepted': (state, issue, { actor }) => state.acceptedIssues.set({ ...issue, actor }),
  'match.settings': (state, { object, settings }) => state.matchSettings.set(object, settings),
  'cluster.decided': (state, { object, verdict, groups, reason }, { seq, actor, at }) =>
    state.decisions.push({ seq, actor, at, object, verdict, groups, reason }),
  'survivorship.set': (state, { object, rules }) => state.survivorship.set(object, rules),
  'survivor.chosen': (state, { object, choice }) => state.choices.setLast({ ...choice, object }),
  'rule.set': (state, { rule }) => state.rules.set(rule.object, rule),
  'record.settled': (state, settled, { actor }) => state.settled.set({ ...settled, actor }),
  'person.registered': (state, { person }) => state.people.set(person),
  'checklist.set': (state, { items }) => {
    state.checklist = items;
  },
  'statement.written': (state, { itemId, text }) => state.statements.set(itemId, text),
  // Who proposes is who wrote the entry, whatever the payload claims.
  'item.proposed': (state, { proposal }, { actor }) =>
    state.proposals.set(proposal.itemId, { ...proposal, proposer: actor }),
  'ballot.cast': (state, { ballot }) => state.ballots.setFirst(ballot),
  'waiver.granted': (state, waiver, { actor }) => state.waivers.set({ ...waiver, actor }),
  'package.written': (state, written, { at }) => state.packages.push({ ...written, at }),
  'checkpoint.signed': () => undefined,
  'entry.undone': () => undefined,
  'entry.redone': () => undefined,
};

/** Counts of the steps of one table with that of one step replaced, or dropped where there is none. */
function countStep(
  counts: Readonly<Record<string, StepCount>> | undefined,
  stepId: string,
  count: StepCount | undefined,
): Readonly<Record<string, StepCount>> {
  const changed = new Dictionary(counts ?? emptyRecord<StepCount>());
  if (count) changed.set(stepId, count);
  else changed.delete(stepId);
  return changed.finish();
}

function changeTable(
  state: StateBuilder,
  tableId: string,
  change: Partial<Pick<TableState, 'role' | 'roleReason' | 'keyColumn' | 'baseline'>>,
): void {
  const table = state.tables.get(tableId);
  if (table) state.tables.set({ ...table, ...change });
}

/** A table goes with everything said of it and with the tables made from it. */
function removeTable(state: StateBuilder, tableId: string): void {
  if (!state.tables.has(tableId)) return;
  state.tables.delete(tableId);
  state.recipes.delete(tableId);
  state.stepCounts.delete(tableId);
  state.mappings.delete(tableId);
  for (const table of state.tables.finish())
    if (table.derivation?.from === tableId) removeTable(state, table.id);
}

/** A new derived table, or another derivation of a known one; a table is never made from itself, on any way. */
function deriveTable(state: StateBuilder, derived: EventPayloads['table.derived']): void {
  const { tableId, name, derivation, keyColumn } = derived;
  const from = state.tables.get(derivation.from);
  const known = state.tables.get(tableId);
  if (!from || known?.derivation === null || comesFrom(state, from, tableId)) return;
  const { sourceId } = from;
  const kept = known ?? { role: 'records' as const, roleReason: '', baseline: null };
  state.tables.set({ ...kept, id: tableId, sourceId, name, derivation, keyColumn });
}

function comesFrom(state: StateBuilder, table: TableState, tableId: string): boolean {
  let at: TableState | undefined = table;
  while (at) {
    if (at.id === tableId) return true;
    at = at.derivation === null ? undefined : state.tables.get(at.derivation.from);
  }
  return false;
}

/** One object of the profile; without a profile, or when it would not fit the others, it has no effect. */
function changeProfile(state: StateBuilder, { object, replaces }: EventPayloads['target.object']): void {
  if (state.profile === null) return;
  const changed = withObject(state.profile, object === null ? null : readObject(object), replaces);
  if (changed.ok) state.profile = changed.value;
}

/** A new table, other read options for a known one, or a newer extract of it; the role and baseline stay. */
function readTable(state: StateBuilder, read: EventPayloads['table.read']): void {
  if (!state.sources.has(read.sourceId)) return;
  const { tableId, parts = [], partName = read.name, renamed = {}, ...rest } = read;
  const facts = { ...rest, parts, partName, renamed };
  const known = state.tables.get(tableId);
  if (known && known.derivation !== null) return;
  if (!known) {
    const fresh = { derivation: null, role: 'records', roleReason: '', earlier: [], baseline: null } as const;
    state.tables.set({ id: tableId, ...facts, ...fresh });
    return;
  }
  const files = new Set([read.file, ...parts.map(({ file }) => file)].map(({ sha256 }) => sha256));
  const gone = [known.file, ...known.parts.map(({ file }) => file)].filter(
    ({ sha256 }) => !files.has(sha256),
  );
  const distinct = new Map(gone.map((file) => [file.sha256, file]));
  const earlier = gone.length > 0 ? [...known.earlier, ...distinct.values()] : known.earlier;
  state.tables.set({ ...known, ...facts, earlier });
}
