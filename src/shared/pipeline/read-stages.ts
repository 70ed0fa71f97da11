import type { TaskContext } from '../base/progress';
import { unwrap } from '../base/result';
import { readTable } from '../ingest/read';
import { applyRepairs } from '../ingest/repair-rows';
import { stackTables } from '../ingest/stack';
import type { IngestedTable, RejectedRow } from '../ingest/types';
import type { ProjectState, ReadTableState, RowRepair, TablePart } from '../journal/types';
import { namedParts, partInputs, partsOf, tableInputs } from './read-parts';
import { type Stages, stageKey } from './stages';
import type { EngineDeps } from './types';

/** The stages from files to tables as they stand in them: read, stacked, repaired. */
export class ReadStages {
  constructor(
    private readonly state: ProjectState,
    private readonly deps: EngineDeps,
    private readonly stages: Stages,
    private readonly task: TaskContext,
  ) {}

  /** Covers what the rows of a table are computed from. */
  key(table: ReadTableState): string {
    const inputs = tableInputs(table);
    const repairs = this.repairs(table);
    return stageKey('table', 1, repairs.length > 0 ? [inputs, repairs] : inputs);
  }

  /** The files of a table as they are read, one after the other. */
  async parts(table: ReadTableState): Promise<readonly IngestedTable[]> {
    const read: IngestedTable[] = [];
    for (const part of partsOf(table)) read.push(await this.part(part));
    return read;
  }

  /** The table with the lines people repaired. */
  ingested(table: ReadTableState): Promise<IngestedTable> {
    const repairs = this.repairs(table);
    if (repairs.length === 0) return this.asRead(table);
    return this.stages.run(this.key(table), async () => applyRepairs(await this.asRead(table), repairs));
  }

  /** The lines that could not be read and are rows now. */
  async repaired(table: ReadTableState): Promise<readonly RejectedRow[]> {
    if (this.repairs(table).length === 0) return [];
    const { rejected: before } = await this.asRead(table);
    const left = new Set((await this.ingested(table)).rejected);
    return before.filter((row) => !left.has(row));
  }

  private repairs(table: ReadTableState): readonly RowRepair[] {
    return this.state.repairs.filter((repair) => repair.tableId === table.id);
  }

  /** One file as it is read: the costly part, kept between sessions. */
  private part(part: TablePart): Promise<IngestedTable> {
    return this.stages.runPersistent(stageKey('ingest', 6, partInputs(part)), isIngested, async () => {
      const bytes = unwrap(await this.deps.readSource(part.file));
      return unwrap(await readTable(bytes, part.file.name, part.options, this.task, this.deps.readHelp));
    });
  }

  /** The table with nothing repaired: its parts one below the other. */
  private asRead(table: ReadTableState): Promise<IngestedTable> {
    return this.stages.run(stageKey('stack', 1, tableInputs(table)), async () => {
      const named = namedParts(partsOf(table), await this.parts(table));
      return named.length === 1 ? named[0]!.ingested : stackTables(named);
    });
  }
}

function isIngested(value: unknown): value is IngestedTable {
  return typeof value === 'object' && value !== null && 'table' in value && 'lines' in value;
}
