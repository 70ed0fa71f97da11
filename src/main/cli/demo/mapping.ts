import type { FieldMapping, TableMapping } from '@shared/mapping/types';
import { MAPPING_SCRIPT, type MappingScript, PICKLIST_REST, PICKLIST_SCRIPT } from './mapping-script';
import { SAMPLE_TABLES } from './sources';
import { answer, commit, draft, required, type Stage } from './stage';

/** Maps every table: what Winnow suggests, with the steward's corrections, and a place for every picklist value. */
export async function mapTables(stage: Stage): Promise<void> {
  let suggested = 0;
  let corrected = 0;
  for (const script of MAPPING_SCRIPT) {
    const suggestion = await answer(stage.engine.suggest(script.tableId, script.object));
    const changed = new Set([...script.drop, ...script.set.map((field) => field.field)]);
    const kept = suggestion.fields.map((field) => field.mapping).filter((field) => !changed.has(field.field));
    suggested += kept.length;
    corrected += script.set.length;
    const mapping = await placeValues(stage, script, [...kept, ...script.set]);
    await commit(stage, [draft('mapping.set', script.tableId, { mapping })], stage.cast.steward);
  }
  stage.tell(
    `Mapped ${MAPPING_SCRIPT.length} tables to Salesforce: ${suggested} fields as suggested, ${corrected} set by the steward.`,
  );
}

/** Fills the value maps of picklist fields, so that no value is left without a place. */
async function placeValues(
  stage: Stage,
  script: MappingScript,
  fields: readonly FieldMapping[],
): Promise<TableMapping> {
  const table = required(
    SAMPLE_TABLES.find((item) => item.tableId === script.tableId),
    `the table ${script.tableId}`,
  );
  const mapping: TableMapping = {
    tableId: script.tableId,
    object: script.object,
    keyColumn: table.keyColumn,
    fields,
  };
  const { unmapped } = await answer(stage.engine.draftMapping(script.tableId, mapping));
  return {
    ...mapping,
    fields: fields.map((field) => {
      const open = unmapped[field.field] ?? [];
      if (open.length === 0) return field;
      const own = PICKLIST_SCRIPT[field.field] ?? {};
      const placed = open.map(({ value, suggestion }): [string, string] => [
        value,
        own[value] ?? suggestion ?? PICKLIST_REST[field.field] ?? '',
      ]);
      return { ...field, valueMap: { ...field.valueMap, ...Object.fromEntries(placed) } };
    }),
  };
}
