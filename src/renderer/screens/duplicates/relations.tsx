import type { RelationItem } from '@shared/pipeline/review-types';
import { IconBuilding, IconHome } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { formatCount, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { DataTable, type TableColumn } from '../../components/data-table';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { EmptyState } from '../../components/states';
import { WhyPanel, WhySection } from '../../components/why';
import { useEngineQuery } from '../../state/context';
import classes from './relations.module.css';
import { keyText } from './review-table';

const PAGE = 500;

const KINDS: Readonly<Record<RelationItem['kind'], string>> = {
  household: 'Household',
  sameCompany: 'Same company',
};

export interface RelationsProps {
  readonly object: string;
  readonly controls: ReactNode;
  readonly toolbar: ReactNode;
  readonly honesty: ReactNode;
  readonly onCompare: (left: string, right: string) => void;
}

/** What belongs together without being one: households, people of one company. Never joined. */
export function Relations({ object, controls, toolbar, honesty, onCompare }: RelationsProps) {
  const [count, setCount] = useState(PAGE);
  const [picked, setPicked] = useState<string | null>(null);
  const query = useEngineQuery(['relations', object, count], (engine) => engine.relations(object, 0, count), {
    keepPrevious: true,
  });
  const page = query.data;
  const selected = page?.items.find((item) => idOf(item) === picked) ?? page?.items[0];
  return (
    <Screen
      fill
      title="Which records belong together?"
      subtitle={
        page
          ? `${plural(page.households, 'household')}, ${plural(page.companies, 'company', 'companies')}: different things that are never joined`
          : undefined
      }
      actions={controls}
      testId="screen-duplicates"
    >
      {toolbar}
      <QueryView query={query}>
        {(data) =>
          data.total === 0 ? (
            <EmptyState title="Nothing is related" testId="relations-empty">
              No two different records share a family name with an address or phone, or a company. What is
              found to belong together would stand here, apart from the duplicates.
            </EmptyState>
          ) : (
            <Card flush fill>
              <DataTable
                label="Related records"
                columns={COLUMNS}
                rows={data.items}
                rowId={idOf}
                selected={selected ? idOf(selected) : null}
                onSelect={(id) => setPicked(id)}
                onEnd={() => {
                  if (data.items.length < data.total) setCount(data.items.length + PAGE);
                }}
                testId="relations"
              />
            </Card>
          )
        }
      </QueryView>
      <WhyPanel>
        {selected ? (
          <WhySection
            lead
            title={KINDS[selected.kind]}
            subtitle={`${plural(selected.size, 'record')} · ${selected.because}`}
          >
            <ul className={classes.members} data-testid="relation-members">
              {selected.members.map((member, at) => {
                const first = selected.members[0];
                return (
                  <li key={member.key}>
                    <span className={classes.name}>
                      {member.title}
                      <span className="soft">
                        {' '}
                        {member.sourceName} {keyText(member.key)}
                        {member.records > 1 ? ` · ${plural(member.records, 'record')}` : ''}
                      </span>
                    </span>
                    {at > 0 && first ? (
                      <Button
                        kind="quiet"
                        onClick={() => onCompare(first.key, member.key)}
                        ariaLabel={`Compare ${first.title} with ${member.title}`}
                        testId="relation-compare"
                      >
                        Compare
                      </Button>
                    ) : null}
                  </li>
                );
              })}
              {selected.size > selected.members.length ? (
                <li className="soft">and {formatCount(selected.size - selected.members.length)} more</li>
              ) : null}
            </ul>
            <p>
              They stay separate records. If two of them are one after all, compare them and merge; the
              decision stands in the history like any other.
            </p>
          </WhySection>
        ) : null}
        {honesty}
      </WhyPanel>
    </Screen>
  );
}

const COLUMNS: readonly TableColumn<RelationItem>[] = [
  {
    id: 'kind',
    head: 'Kind',
    width: '132px',
    cell: (item) => (
      <span className={classes.kind}>
        {item.kind === 'household' ? (
          <IconHome size={14} stroke={1.7} aria-hidden="true" />
        ) : (
          <IconBuilding size={14} stroke={1.7} aria-hidden="true" />
        )}
        {KINDS[item.kind]}
      </span>
    ),
  },
  {
    id: 'who',
    head: 'Who',
    width: 'minmax(180px, 2fr)',
    cell: (item) => item.members.map(({ title }) => title).join(' · '),
  },
  { id: 'because', head: 'Because', width: 'minmax(130px, 1fr)', cell: (item) => item.because },
  { id: 'size', head: 'Records', width: '76px', align: 'end', cell: (item) => formatCount(item.size) },
];

function idOf(item: RelationItem): string {
  return `${item.kind}:${item.because}:${item.members[0]?.key ?? ''}`;
}
