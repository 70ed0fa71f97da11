import { Select } from '@mantine/core';
import type { TableMapping } from '@shared/mapping/types';
import type { SurvivorshipMethod, SurvivorshipRules } from '@shared/survive/types';
import type { TargetField } from '@shared/target/types';
import { IconArrowUp } from '@tabler/icons-react';
import { IconButton } from '../../components/button';
import { WhySection } from '../../components/why';
import { useCommit, useEngineQuery, useProjectState } from '../../state/context';
import { draft } from '../../state/drafting';
import { movedTo } from './draft-mapping';
import classes from './map.module.css';

const METHODS: readonly { readonly value: SurvivorshipMethod; readonly label: string }[] = [
  { value: 'sourceRank', label: 'the value of the most trusted table' },
  { value: 'mostRecent', label: 'the value of the freshest record' },
  { value: 'mostComplete', label: 'the value of the fullest record' },
  { value: 'mostFrequent', label: 'the value most records have' },
  { value: 'longest', label: 'the longest value' },
  { value: 'max', label: 'the largest value' },
  { value: 'min', label: 'the smallest value' },
  { value: 'anyTrue', label: 'yes, where one says yes' },
  { value: 'allTrue', label: 'yes, where all say yes' },
];

export interface RivalTablesProps {
  readonly mapping: TableMapping;
  readonly field: TargetField;
}

/**
 * Other tables that fill the same field: their records stay apart until duplicates are merged, then one value survives.
 * Which one is an entry of its own, made here: the order of trust for the object, the way for the field.
 */
export function RivalTables({ mapping, field }: RivalTablesProps) {
  const { tables, mappings } = useProjectState();
  const rivals = mappings.filter(
    (other) =>
      other.object === mapping.object &&
      other.tableId !== mapping.tableId &&
      other.fields.some((item) => item.field === field.api),
  );
  const agreed = mappings.some(
    (other) => other.tableId === mapping.tableId && other.object === mapping.object,
  );
  if (rivals.length === 0) return null;
  const nameOf = (id: string) => tables.find((table) => table.id === id)?.name ?? id;
  return (
    <WhySection
      title="Also filled from"
      subtitle={`${rivals.map(({ tableId }) => nameOf(tableId)).join(', ')}. Each row stays a record of its own; where records are merged, one value is kept and the others stay in the history.`}
    >
      {agreed ? (
        <WhichWins object={mapping.object} field={field} nameOf={nameOf} />
      ) : (
        <p className="soft">Agree this mapping first: then say here which table wins.</p>
      )}
    </WhySection>
  );
}

interface WhichWinsProps {
  readonly object: string;
  readonly field: TargetField;
  readonly nameOf: (tableId: string) => string;
}

function WhichWins({ object, field, nameOf }: WhichWinsProps) {
  const commit = useCommit();
  const { mappings } = useProjectState();
  const rules = useEngineQuery(['survivorship', object], (engine) => engine.survivorship(object), {
    keepPrevious: true,
  });
  if (!rules.data) return <p className="soft">{rules.error?.message ?? 'Looking up the order of trust …'}</p>;
  const now = rules.data;
  const mapped = mappings.filter((item) => item.object === object).map(({ tableId }) => tableId);
  const rank = [...now.sourceRank, ...mapped.filter((id) => !now.sourceRank.includes(id))];
  const set = (change: Partial<SurvivorshipRules>) =>
    void commit([draft('survivorship.set', field.label, { object, rules: { ...now, ...change } })]);
  const group = now.groups.find((item) => item.fields.includes(field.api));
  return (
    <>
      {group ? (
        <p className="soft">It survives together with the rest of {group.name}, from one record.</p>
      ) : (
        <Select
          label="Kept is"
          data={[...METHODS]}
          value={now.fields[field.api] ?? 'sourceRank'}
          allowDeselect={false}
          onChange={(value) => {
            const method = METHODS.find((item) => item.value === value)?.value;
            if (method) set({ fields: { ...now.fields, [field.api]: method } });
          }}
          data-testid="survivor-method"
        />
      )}
      <div className={classes.ordered}>
        <p className="soft">Trusted in this order, for every field:</p>
        <ol aria-label="Most trusted first" data-testid="trust-order">
          {rank.map((id, at) => (
            <li key={id}>
              <span className={classes.orderedName}>{nameOf(id)}</span>
              <IconButton
                label={`Trust ${nameOf(id)} more`}
                icon={<IconArrowUp size={14} />}
                disabled={at === 0}
                onClick={() => set({ sourceRank: movedTo(rank, at, at - 1) })}
              />
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}
