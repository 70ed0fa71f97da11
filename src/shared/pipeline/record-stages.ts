import { breathe, type TaskContext } from '../base/progress';
import { AppFailure } from '../base/result';
import type { ProjectState } from '../journal/types';
import {
  type MappingInput,
  mapField,
  mappedFields,
  mappingOf,
  recordRows,
  refuseUnknownFields,
} from '../mapping/apply';
import { keyIndex } from '../mapping/link';
import { type LinkedField, linkField } from '../mapping/link-references';
import { settleOrphans } from '../mapping/orphans';
import { fixRecords } from '../mapping/record-fixes';
import type { RecordRows, RecordSet } from '../mapping/types';
import type { Column, Table } from '../table/types';
import type { TargetField, TargetSystem } from '../target/types';
import { KeyMemo } from './key-memo';
import { type MappedObject, pointsTo } from './mapped-objects';
import { objectMark } from './project-target';
import { type Stages, stageKey } from './stages';

/** What records are made from. */
export interface RecordSources {
  readonly state: ProjectState;
  readonly objects: readonly MappedObject[];
  readonly stages: Stages;
  readonly task: TaskContext;
  readonly target: () => TargetSystem;
  /** Covers the rows of a table. */
  readonly tableKey: (tableId: string) => string;
  readonly table: (tableId: string) => Promise<Table>;
}

/**
 * The stages between tables and records. Rows, each field and each reference are stages of their own, so that a change of
 * one transform maps one field anew and leaves the rest, and what was checked of them, as it is.
 */
export class RecordStages {
  private readonly keys = new KeyMemo();

  constructor(private readonly from: RecordSources) {}

  mapped(object: string): MappedObject {
    const found = this.from.objects.find((item) => item.object.name === object);
    if (!found) {
      throw new AppFailure({
        code: 'OBJECT_NOT_MAPPED',
        message: `No table is mapped to ${object} yet. Map one on the Map screen first.`,
        details: { object },
      });
    }
    return found;
  }

  /** Covers which rows are records, and their keys. */
  rowsKey({ object, mappings }: MappedObject): string {
    return this.keys.of(['rows', object.name], () => {
      const parts = mappings.map(({ tableId, keyColumn }) => [
        this.from.tableKey(tableId),
        tableId,
        keyColumn,
      ]);
      return stageKey('rows', 1, { object: object.name, parts });
    });
  }

  rows(object: string): Promise<RecordRows> {
    const mapped = this.mapped(object);
    return this.from.stages.run(this.rowsKey(mapped), async () =>
      recordRows(mapped.object, await this.inputs(mapped)),
    );
  }

  /** Covers the values of one field, before references are resolved. */
  fieldKey(mapped: MappedObject, field: string): string {
    return this.keys.of(['field', mapped.object.name, field], () => this.makeFieldKey(mapped, field));
  }

  private makeFieldKey(mapped: MappedObject, field: string): string {
    const { state } = this.from;
    const object = mapped.object.name;
    return stageKey('field', 1, {
      system: this.from.target().system,
      profile: objectMark(state, object),
      object,
      field,
      rows: this.rowsKey(mapped),
      parts: mapped.mappings.map((mapping) => mappingOf(mapping, field) ?? null),
      fixes: state.fixes.filter((fix) => fix.object === object && fix.field === field),
      records: state.recordFixes.filter((fix) => fix.object === object && fix.field === field),
    });
  }

  private field(mapped: MappedObject, field: TargetField): Promise<Column> {
    const object = mapped.object.name;
    return this.from.stages.run(this.fieldKey(mapped, field.api), async () => {
      const { state, task } = this.from;
      task.report({ label: `Mapping ${mapped.object.labelPlural}: ${field.label}`, done: 0, total: 0 });
      await breathe(task);
      const fixes = state.fixes.filter((fix) => fix.object === object);
      const column = mapField(field, await this.inputs(mapped), fixes, this.from.target().file);
      const single = state.recordFixes.filter((fix) => fix.object === object && fix.field === field.api);
      return single.length === 0 ? column : fixRecords(column, await this.rows(object), single);
    });
  }

  private inputs({ mappings }: MappedObject): Promise<MappingInput[]> {
    return Promise.all(
      mappings.map(async (mapping) => ({
        tableId: mapping.tableId,
        table: await this.from.table(mapping.tableId),
        mapping,
      })),
    );
  }

  private fields({ object, mappings }: MappedObject): readonly TargetField[] {
    return mappedFields(object, mappings);
  }

  /** Covers a field as it stands in the records: a reference also depends on the rows it may point to. */
  linkedFieldKey(mapped: MappedObject, field: TargetField): string {
    const key = this.fieldKey(mapped, field.api);
    if (field.references === null) return key;
    const { objects, state } = this.from;
    const parents = objects.filter((other) => field.references?.objects.includes(other.object.name));
    return stageKey('linkField', 1, {
      key,
      parents: parents.map((parent) => this.rowsKey(parent)),
      tables: this.referencedTables(mapped, field.api).map((tableId) => this.from.tableKey(tableId)),
      orphans: state.orphanChoices.filter(
        (item) => item.object === mapped.object.name && item.field === field.api,
      ),
    });
  }

  private referencedTables({ mappings }: MappedObject, field: string): readonly string[] {
    return mappings.flatMap((mapping) => {
      const from = mappingOf(mapping, field)?.from;
      return from?.kind === 'reference' ? [from.table] : [];
    });
  }

  private async linkedField(mapped: MappedObject, field: TargetField): Promise<LinkedField> {
    const { references } = field;
    if (references === null) return { column: await this.field(mapped, field), references: [] };
    return this.from.stages.run(this.linkedFieldKey(mapped, field), async () => {
      const column = await this.field(mapped, field);
      const all = new Map<string, RecordRows>();
      for (const { object } of this.from.objects)
        if (references.objects.includes(object.name)) all.set(object.name, await this.rows(object.name));
      const tables = new Map<string, Table>();
      for (const tableId of this.referencedTables(mapped, field.api))
        if (this.from.state.tables.some((table) => table.id === tableId))
          tables.set(tableId, await this.from.table(tableId));
      const rows = await this.rows(mapped.object.name);
      return this.settled(mapped, linkField(field, rows, column, mapped.mappings, all, tables), all);
    });
  }

  /** A field as it stands in the records, the others left alone; null where no table fills it. */
  async filled(mapped: MappedObject, field: TargetField): Promise<Column | null> {
    if (!this.fields(mapped).includes(field)) return null;
    return (await this.linkedField(mapped, field)).column;
  }

  /** The orphans of a field where a person said they load without a parent or under a catch-all record. */
  private settled(
    mapped: MappedObject,
    linked: LinkedField,
    all: ReadonlyMap<string, RecordRows>,
  ): LinkedField {
    const choice = this.from.state.orphanChoices.find(
      (item) => item.object === mapped.object.name && item.field === linked.column.name,
    )?.choice;
    if (choice?.kind === 'empty') return settleOrphans(linked, '', null);
    if (choice?.kind !== 'attach') return linked;
    for (const [object, rows] of all) {
      const record = keyIndex(rows).get(choice.key);
      if (record !== undefined) return settleOrphans(linked, object, { record, key: choice.key });
    }
    return linked;
  }

  /**
   * Covers what the records of an object are made from: its own mapping, and the rows its mapped fields may point to. A
   * change elsewhere leaves them, and what is compared and merged from them, as they are.
   */
  recordsKey(object: string): string {
    return this.keys.of(['records', object], () => {
      const mapped = this.mapped(object);
      return stageKey('records', 1, {
        rows: this.rowsKey(mapped),
        fields: this.fields(mapped).map((field) => this.linkedFieldKey(mapped, field)),
        unknown: mapped.mappings.map((mapping) => mapping.fields.map(({ field }) => field)),
      });
    });
  }

  /** Records with references resolved to parent records. */
  records(object: string): Promise<RecordSet> {
    const mapped = this.mapped(object);
    return this.from.stages.run(this.recordsKey(object), async () => {
      for (const mapping of mapped.mappings) refuseUnknownFields(mapped.object, mapping);
      const rows = await this.rows(object);
      const linked: LinkedField[] = [];
      for (const field of this.fields(mapped)) linked.push(await this.linkedField(mapped, field));
      return {
        ...rows,
        columns: linked.map((field) => field.column),
        references: linked.flatMap((field) => field.references),
      };
    });
  }

  /** Objects whose records a change of `object` may reach through references. */
  parentsOf(object: string): readonly MappedObject[] {
    const mapped = this.mapped(object);
    return this.from.objects.filter((other) => pointsTo(mapped, other.object.name));
  }
}
