import { type Signer, signerFromSeed } from '@shared/govern/identity';
import type { ItemState, Person } from '@shared/govern/types';
import { chainEntry, GENESIS } from '@shared/journal/chain';
import { signCheckpoint } from '@shared/journal/checkpoint';
import type { EventDraft, JournalEntry } from '@shared/journal/types';
import type { RecordSet, TableMapping } from '@shared/mapping/types';
import type {
  LedgerLine,
  PackageFile,
  PackageInput,
  PackageObject,
  TableDispositions,
} from '@shared/package/types';
import { columnOf } from '@shared/table/column';
import type {
  FieldReference,
  FileDialect,
  TargetField,
  TargetObject,
  TargetSystem,
} from '@shared/target/types';

/** Package inputs built from rows and what became of them, so that they are consistent unless a test breaks them. */

export const FATES = ['exported', 'merged', 'excluded', 'rejected', 'held'] as const;
export type Fate = (typeof FATES)[number];

export interface RowSpec {
  readonly key: string;
  readonly fate: Fate;
  /** Key of the record it was merged into. */
  readonly into?: string;
  readonly title?: string;
  readonly reason?: string;
  readonly code?: string;
  /** Field values of the golden record, for all but merged rows. */
  readonly values?: Readonly<Record<string, string>>;
  /** Never became a record. */
  readonly malformed?: boolean;
}

export interface TableSpec {
  readonly id: string;
  readonly name?: string;
  readonly source?: string;
  readonly object: string | null;
  readonly rows: readonly RowSpec[];
}

export function field(api: string, extra: Partial<TargetField> = {}): TargetField {
  return {
    api,
    label: api,
    type: 'text',
    maxLength: null,
    precision: null,
    scale: null,
    required: false,
    requiredGroup: null,
    picklist: [],
    restricted: false,
    unique: false,
    references: null,
    synonyms: [],
    note: null,
    group: null,
    working: false,
    ...extra,
  };
}

export function reference(
  api: string,
  header: string,
  objects: readonly string[],
  extra: Partial<FieldReference> = {},
): TargetField {
  return field(api, { type: 'lookup', references: { objects, header, self: false, ...extra } });
}

export function object(name: string, loadOrder: number, fields: readonly TargetField[]): TargetObject {
  return {
    name,
    label: name,
    labelPlural: `${name}s`,
    loadOrder,
    fileStem: name,
    legacyKeyField: 'Legacy_Id__c',
    fields: [field('Legacy_Id__c', { label: 'Legacy ID' }), ...fields],
  };
}

export const DIALECT: FileDialect = {
  delimiter: ',',
  bom: false,
  lineEnding: '\n',
  header: 'api',
  dateFormat: 'yyyy-MM-dd',
  dateTimeFormat: 'yyyy-MM-dd',
  booleanTrue: 'true',
  booleanFalse: 'false',
  multiSelectSeparator: ';',
  maxFieldChars: 32_000,
};

/** Accounts with a parent, contacts of an account, tasks of a contact or an account. */
export const SALESFORCE: TargetSystem = {
  schemaVersion: 1,
  system: 'salesforce',
  label: 'Salesforce',
  file: DIALECT,
  loaders: [
    {
      id: 'dataLoader',
      label: 'Data Loader',
      maxRows: null,
      maxBytes: null,
      notes: ['Takes 150,000,000 rows.'],
    },
  ],
  errors: [],
  objects: [
    object('Account', 1, [
      field('Name', { label: 'Account Name', required: true, maxLength: 255 }),
      field('Phone'),
      reference('ParentId', 'Parent.Legacy_Id__c', ['Account'], { self: true }),
      reference('OwnerId', 'Owner.Email', ['User']),
    ]),
    object('Contact', 2, [
      field('LastName', { label: 'Last Name', required: true }),
      reference('AccountId', 'Account.Legacy_Id__c', ['Account']),
    ]),
    object('Task', 9, [
      field('Subject'),
      reference('WhoId', 'Contact:Who.Legacy_Id__c', ['Contact', 'Lead']),
      reference('WhatId', 'Account:What.Legacy_Id__c', ['Account', 'Task']),
    ]),
  ],
};

export const PEOPLE_SEEDS = { dora: 1, emil: 2, fritz: 3 } as const;

export function signer(seed: number): Promise<Signer> {
  return signerFromSeed(new Uint8Array(32).fill(seed));
}

export async function people(): Promise<readonly Person[]> {
  const person = async (
    id: keyof typeof PEOPLE_SEEDS,
    name: string,
    title: string,
    roles: Person['roles'],
  ) => ({
    id,
    name,
    title,
    roles,
    publicKey: (await signer(PEOPLE_SEEDS[id])).publicKey,
  });
  return [
    await person('dora', 'Dora Data', 'Data steward', ['steward']),
    await person('emil', 'Emil Export', 'Head of Sales', ['committee']),
    await person('fritz', 'Fritz Finance', 'Head of Finance', ['committee']),
  ];
}

export const AT = '2026-11-14T09:30:00.000Z';

/** A chained journal of these drafts, by the steward. */
export function journalOf(drafts: readonly EventDraft[]): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (const draft of drafts) {
    const seq = entries.length + 1;
    entries.push(
      chainEntry(draft, {
        seq,
        at: AT,
        actor: { id: 'dora', role: 'steward' },
        salt: seq.toString(16).padStart(32, '0'),
        prev: entries.at(-1)?.hash ?? GENESIS,
      }),
    );
  }
  return entries;
}

export interface InputSpec {
  readonly system?: TargetSystem;
  readonly tables: readonly TableSpec[];
  readonly mappings?: readonly TableMapping[];
  readonly waivers?: PackageInput['waivers'];
  readonly recipes?: PackageInput['recipes'];
  readonly items?: readonly ItemState[];
  /** Further journal entries behind the ones every project has. */
  readonly drafts?: readonly EventDraft[];
}

/** A consistent package input; journal with a checkpoint signed by the steward. */
export async function packageInput(spec: InputSpec): Promise<PackageInput> {
  const system = spec.system ?? SALESFORCE;
  const registered = await people();
  const waivers = spec.waivers ?? [];
  const drafts: EventDraft[] = [
    { kind: 'project.created', subject: 'project', payload: { projectId: 'p-1', name: 'Hartmann & Söhne' } },
    ...registered.map(
      (person): EventDraft => ({
        kind: 'person.registered',
        subject: person.id,
        payload: { person },
      }),
    ),
    ...(spec.drafts ?? []),
    ...waivers.map(
      ({ subject, reason }): EventDraft => ({
        kind: 'waiver.granted',
        subject,
        payload: { subject, reason },
      }),
    ),
  ];
  const signed = journalOf(drafts);
  const checkpoint = await signCheckpoint(signed, await signer(PEOPLE_SEEDS.dora));
  return {
    projectId: 'p-1',
    projectName: 'Hartmann & Söhne',
    system,
    loader: system.loaders[0]!,
    name: 'export-1',
    createdAt: AT,
    objects: objectsOf(system, spec.tables, spec.mappings ?? []),
    tables: spec.tables.map(dispositionsOf),
    recipes: spec.recipes ?? [],
    made: [],
    ledger: spec.tables.map(ledgerLine),
    journal: journalOf([...drafts, { kind: 'checkpoint.signed', subject: 'journal', payload: checkpoint }]),
    checkpoint,
    items: spec.items ?? [],
    waivers,
    people: registered,
    quality: [{ tableName: 'Accounts', baseline: 0.7341, now: 0.912 }],
  };
}

function objectsOf(
  system: TargetSystem,
  tables: readonly TableSpec[],
  mappings: readonly TableMapping[],
): readonly PackageObject[] {
  return system.objects.flatMap((target): PackageObject[] => {
    const own = tables.filter((table) => table.object === target.name);
    if (own.length === 0) return [];
    const rows = own.flatMap((table, index) =>
      table.rows.flatMap((row, place) =>
        row.fate === 'merged' || row.malformed ? [] : [{ row, table: index, place }],
      ),
    );
    const used = target.fields.filter(({ api }) => rows.some(({ row }) => row.values?.[api] !== undefined));
    const golden: RecordSet = {
      object: target.name,
      count: rows.length,
      keys: rows.map(({ row }) => row.key),
      tables: own.map((table) => table.id),
      table: Uint16Array.from(rows, ({ table }) => table),
      row: Uint32Array.from(rows, ({ place }) => place),
      columns: used.map(({ api }) =>
        columnOf(
          api,
          rows.map(({ row }) => row.values?.[api] ?? ''),
        ),
      ),
      references: [],
    };
    const exported = Uint8Array.from(rows, ({ row }) => (row.fate === 'exported' ? 1 : 0));
    return [{ object: target, golden, exported, mappings: mappings.filter((m) => m.object === target.name) }];
  });
}

function dispositionsOf(table: TableSpec): TableDispositions {
  const { rows } = table;
  return {
    tableId: table.id,
    tableName: table.name ?? table.id,
    sourceId: table.source ?? 'crm',
    sourceName: table.source ?? 'Old CRM',
    object: table.object,
    rows: rows.length,
    made: false,
    lines: Uint32Array.from(rows.keys(), (row) => row + 2),
    parts: null,
    keys: rows.map((row) => row.key),
    titles: rows.map((row) => row.title ?? ''),
    disposition: Uint8Array.from(rows, (row) => FATES.indexOf(row.fate)),
    reason: Uint32Array.from(rows.keys()),
    reasons: rows.map((row) => row.reason ?? `it is ${row.fate}`),
    reasonCodes: rows.map((row) => row.code ?? row.fate),
    survivors: rows.map((row) => (row.fate === 'exported' ? row.key : (row.into ?? ''))),
  };
}

function ledgerLine(table: TableSpec): LedgerLine {
  const count = (fate: Fate): number => table.rows.filter((row) => row.fate === fate).length;
  return {
    sourceId: table.source ?? 'crm',
    tableId: table.id,
    object: table.object,
    read: table.rows.length,
    exported: count('exported'),
    merged: count('merged'),
    excluded: count('excluded'),
    rejected: count('rejected'),
    held: count('held'),
  };
}

export function textOf(files: readonly PackageFile[], path: string): string {
  const file = files.find((item) => item.path === path);
  if (!file) throw new Error(`${path} is not among ${files.map((item) => item.path).join(', ')}`);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
}

/** A small estate: duplicates, a test record, a row that could not be read, links of every kind. */
export const ESTATE: readonly TableSpec[] = [
  {
    id: 'crm-a',
    name: 'Accounts',
    object: 'Account',
    rows: [
      {
        key: 'crm-a:2',
        fate: 'exported',
        title: 'Brandt',
        values: { Name: 'Brandt, "Logistik" KG', ParentId: 'crm-a:1' },
      },
      {
        key: 'crm-a:1',
        fate: 'exported',
        title: 'Hartmann',
        values: { Name: 'Hartmann\n& Söhne', Phone: '+49 711 44020', OwnerId: 'eva@example.com' },
      },
      { key: 'crm-a:3', fate: 'merged', into: 'crm-a:1', title: 'Hartman' },
      {
        key: 'crm-a:4',
        fate: 'excluded',
        title: '=cmd|calc',
        reason: 'It is a test record.',
        code: 'test',
        values: { Name: 'Test' },
      },
      {
        key: 'crm-a:line 6',
        fate: 'rejected',
        title: '-broken;row',
        reason: 'Too few cells.',
        code: 'MALFORMED_ROW',
        malformed: true,
      },
    ],
  },
  {
    id: 'erp-c',
    name: 'Kontakte',
    source: 'ERP',
    object: 'Contact',
    rows: [
      { key: 'erp-c:10', fate: 'exported', values: { LastName: 'Ömer', AccountId: 'crm-a:2' } },
      { key: 'erp-c:11', fate: 'exported', values: { LastName: 'Abel', AccountId: 'crm-a:1' } },
      { key: 'erp-c:12', fate: 'exported', values: { LastName: 'Cole', AccountId: 'crm-a:4' } },
      { key: 'erp-c:13', fate: 'exported', values: { LastName: 'Dahl', AccountId: 'crm-a:1' } },
      {
        key: 'erp-c:14',
        fate: 'rejected',
        reason: 'No last name.',
        code: 'REQUIRED_FIELD_MISSING',
        values: {},
      },
    ],
  },
  {
    id: 'list',
    name: 'Löschliste',
    source: 'DPO',
    object: null,
    rows: [
      {
        key: 'list:line 2',
        fate: 'excluded',
        title: 'Line 2',
        reason: 'Reference list.',
        code: 'reference-list',
      },
    ],
  },
];
