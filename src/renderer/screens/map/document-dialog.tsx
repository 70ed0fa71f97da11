import { Modal } from '@mantine/core';
import { ok } from '@shared/base/result';
import { writeMapping } from '@shared/journal/written-mapping';
import { type MappingPlan, type PlannedMapping, planMappings } from '@shared/mapping/document-plan';
import type { MappingDocument } from '@shared/mapping/document-schema';
import type { TargetSystem } from '@shared/target/types';
import { useState } from 'react';
import { plural } from '../../base/format';
import { Button } from '../../components/button';
import { Tag } from '../../components/chip';
import { QueryView } from '../../components/query-view';
import { useCommit, useEngineQuery, useProjectState } from '../../state/context';
import { draft } from '../../state/drafting';
import classes from './document.module.css';
import { namedTables } from './named-tables';
import { useRemember } from './use-remembered';

export interface DocumentDialogProps {
  /** File the document was read from. */
  readonly from: string;
  readonly document: MappingDocument;
  readonly system: TargetSystem;
  readonly onClose: () => void;
}

/** A mapping document before it is accepted: what it changes, table by table, and what of it does not fit. */
export function DocumentDialog({ from, document, system, onClose }: DocumentDialogProps) {
  const state = useProjectState();
  const tables = namedTables(state);
  const wanted = tables.filter(({ name }) =>
    document.tables.some(
      (item) =>
        item.table === name ||
        item.fields.some((field) => field.from.kind === 'reference' && field.from.to.table === name),
    ),
  );
  const columns = useEngineQuery(['documentColumns', ...wanted.map((table) => table.id)], async (engine) => {
    const found = new Map<string, readonly string[]>();
    for (const { id } of wanted) {
      const report = await engine.recipe(id);
      if (!report.ok) return report;
      found.set(
        id,
        report.value.columns.map((column) => column.name),
      );
    }
    return ok(found);
  });
  return (
    <Modal opened onClose={onClose} title={`Mappings from ${from}`} size={640}>
      <QueryView query={columns}>
        {(found) => (
          <Plan
            plan={planMappings({
              document,
              system,
              tables: tables.map((table) => ({
                ...table,
                columns: found.get(table.id) ?? [],
                migrates: state.tables.some((item) => item.id === table.id && item.role === 'records'),
              })),
              mappings: state.mappings,
            })}
            onClose={onClose}
          />
        )}
      </QueryView>
    </Modal>
  );
}

function Plan({ plan, onClose }: { readonly plan: MappingPlan; readonly onClose: () => void }) {
  const commit = useCommit();
  const remember = useRemember();
  const [busy, setBusy] = useState(false);
  const open = plan.mappings.filter((item) => item.kind !== 'same');
  const take = async () => {
    setBusy(true);
    const done = await commit(
      open.map(({ tableName, mapping }) =>
        draft('mapping.set', tableName, { mapping: writeMapping(mapping) }),
      ),
    );
    setBusy(false);
    if (!done) return;
    remember(open.map(({ mapping }) => mapping));
    onClose();
  };
  return (
    <>
      <div className={classes.body} data-testid="mapping-dialog">
        {plan.mappings.length === 0 ? <p>Nothing in it fits this project.</p> : null}
        <ul className={classes.tables}>
          {plan.mappings.map((item) => (
            <li key={item.mapping.tableId} data-testid="planned-mapping">
              <span>
                {item.tableName} → {item.mapping.object}
              </span>
              <Tag tone={item.kind === 'same' ? 'excluded' : 'exported'}>{WORDS[item.kind]}</Tag>
              <span className={classes.what}>{changes(item)}</span>
            </li>
          ))}
        </ul>
        {plan.leftOut.length > 0 ? (
          <section data-testid="mapping-left-out">
            <h3 className={classes.heading}>What does not fit</h3>
            <ul className={classes.leftOut}>
              {plan.leftOut.map((sentence, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence can stand there twice.
                <li key={at}>{sentence}</li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      <div className={classes.foot}>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          kind="primary"
          onClick={() => void take()}
          busy={busy}
          disabled={open.length === 0}
          testId="mapping-take"
        >
          {open.length === 0 ? 'Nothing to change' : `Agree ${plural(open.length, 'mapping')}`}
        </Button>
      </div>
    </>
  );
}

const WORDS = { new: 'new', changed: 'changes', same: 'as it is' } as const;

function changes(item: PlannedMapping): string {
  if (item.kind === 'new') return `${plural(item.mapping.fields.length, 'field')} filled.`;
  if (item.kind === 'same') return 'Nothing changes.';
  const parts: string[] = [];
  if (item.objectBefore !== null) parts.push(`was mapped to ${item.objectBefore}`);
  if (item.added.length > 0) parts.push(`new: ${item.added.join(', ')}`);
  if (item.changed.length > 0) parts.push(`filled differently: ${item.changed.join(', ')}`);
  if (item.removed.length > 0) parts.push(`no longer filled: ${item.removed.join(', ')}`);
  return `${parts.length === 0 ? 'another record key' : parts.join('; ')}.`;
}
