import type { DerivationProposal } from '@shared/derive/types';
import type { TableState } from '@shared/journal/types';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { WhySection } from '../../../components/why';
import { useEngineQuery } from '../../../state/context';
import classes from './derive.module.css';
import { DeriveDialog } from './derive-dialog';

/** Tables worth making from this one, each with its reason; nothing is shown where there is none. */
export function Proposals({ table }: { readonly table: TableState }) {
  const found = useEngineQuery(table.role === 'records' ? ['derivations', table.id] : null, (engine) =>
    engine.derivations(table.id),
  );
  const [chosen, setChosen] = useState<DerivationProposal | null>(null);
  if (!found.data || found.data.length === 0) return null;
  return (
    <WhySection title="Worth a table of its own">
      <ul className={classes.proposals} data-testid="derive-proposals">
        {found.data.map((proposal) => (
          <li key={JSON.stringify(proposal.derivation)}>
            <p>{proposal.reason}</p>
            <Button onClick={() => setChosen(proposal)} testId="derive-proposal">
              Make {proposal.name}
            </Button>
          </li>
        ))}
      </ul>
      {chosen ? (
        <DeriveDialog from={table} table={null} start={chosen} onClose={() => setChosen(null)} />
      ) : null}
    </WhySection>
  );
}
