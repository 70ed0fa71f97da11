import { type MappingSheet, mappingSheet, type SheetTable } from '../mapping/sheet';
import type { Model } from './model';

/** The mapping sheet of every table that migrates and has a mapping. */
export async function mappingSheetOf(model: Model): Promise<MappingSheet> {
  const system = model.requireTarget();
  const tables: SheetTable[] = [];
  for (const { id, name, role } of model.state.tables) {
    const mapping = model.state.mappings.find((item) => item.tableId === id);
    if (mapping && role === 'records') tables.push({ name, mapping, table: await model.table(id) });
  }
  return mappingSheet(model.state.name, system, tables);
}
