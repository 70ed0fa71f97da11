import type { RecordSet } from '../mapping/types';
import { type Column, EMPTY } from '../table/types';
import { differenceMarks } from './marks';
import type { Model } from './model';
import { placeOf, sourceWithPart } from './read-parts';
import type { ReviewRecord } from './review-types';

/** A field that some of the records shown have a value in. */
export interface ShownField {
  readonly api: string;
  readonly label: string;
  readonly column: Column;
  /** Position among the columns of the records. */
  readonly index: number;
}

/** The fields in which any of the records has a value, in the order of the target. */
export function shownFields(
  model: Model,
  object: string,
  records: RecordSet,
  members: readonly number[],
): readonly ShownField[] {
  const target = model.mapped(object).object;
  return records.columns.flatMap((column, index) => {
    const field = target.fields.find((item) => item.api === column.name);
    const filled = members.some((member) => column.codes[member] !== EMPTY);
    return field && filled ? [{ api: field.api, label: field.label, column, index }] : [];
  });
}

/** Makes records into columns of a review table. */
export interface RecordViewer {
  readonly fields: readonly ShownField[];
  /** `against` is the value each field is compared with; undefined marks nothing. */
  view(
    member: number,
    group: number,
    against: (field: ShownField) => string | undefined,
  ): Promise<ReviewRecord>;
}

export async function recordViewer(
  model: Model,
  object: string,
  members: readonly number[],
): Promise<RecordViewer> {
  const records = await model.records(object);
  const fields = shownFields(model, object, records, members);
  const linked = await linkedCounts(model, object);
  const activity = await activityOf(model, object, records);
  const sourceName = sourceNames(model, records);
  return {
    fields,
    async view(member, group, against) {
      const table = await model.ingested(records.tables[records.table[member]!]!);
      const { part, line } = placeOf(table, records.row[member]!);
      return {
        index: member,
        key: records.keys[member]!,
        sourceName: sourceWithPart(sourceName(member), part),
        line,
        group,
        activity: activity(member),
        cells: fields.map((field) => {
          const value = field.column.values[field.column.codes[member]!]!;
          return { value, marks: differenceMarks(value, against(field) ?? value) };
        }),
        linked: linked(member),
      };
    },
  };
}

/** The name of the source each record comes from. */
export function sourceNames(model: Model, records: RecordSet): (record: number) => string {
  const names = records.tables.map((tableId) => {
    const table = model.tableState(tableId);
    return model.state.sources.find((source) => source.id === table.sourceId)?.name ?? table.name;
  });
  return (record) => names[records.table[record]!]!;
}

/** How many records of other objects point at a record: "3 contacts, 2 opportunities". */
async function linkedCounts(model: Model, object: string): Promise<(record: number) => string> {
  const counts = await model.stage('linked', 2, { object, all: model.allRecordsKeys() }, async () => {
    const out: { label: string; plural: string; counts: Uint32Array }[] = [];
    const { count } = await model.records(object);
    for (const other of model.objects) {
      if (other.object.name === object) continue;
      const records = await model.records(other.object.name);
      const total = new Uint32Array(count);
      for (const reference of records.references) {
        if (reference.object !== object) continue;
        for (const target of reference.target) if (target >= 0) total[target] = total[target]! + 1;
      }
      out.push({
        label: other.object.label.toLowerCase(),
        plural: other.object.labelPlural.toLowerCase(),
        counts: total,
      });
    }
    return out;
  });
  return (record) =>
    counts
      .filter((item) => item.counts[record]! > 0)
      .map((item) => `${item.counts[record]!} ${item.counts[record] === 1 ? item.label : item.plural}`)
      .join(', ');
}

async function activityOf(
  model: Model,
  object: string,
  records: RecordSet,
): Promise<(record: number) => string | null> {
  const { recencyField } = await model.survivorship(object);
  const column = records.columns.find((item) => item.name === recencyField);
  return (record) =>
    column && column.codes[record] !== 0 ? column.values[column.codes[record]!]!.slice(0, 10) : null;
}
