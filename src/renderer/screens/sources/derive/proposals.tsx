import type { DerivationProposal } from '@shared/derive/types';
import type { TableState } from '@shared/journal/types';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../components/button';
import { useEngineQuery } from '../../../state/context';
import classes from './derive.module.css';
import { DeriveDialog } from './derive-dialog';

export interface ProposalsProps {
  readonly table: TableState;
  /** What stands around the list where there is one. */
  readonly frame: (list: ReactNode) => ReactNode;
}

/** Tables worth making from this one, each with its reason; nothing is shown where there is none. */
export function Proposals({ table, frame }: ProposalsProps) {
  const found = useEngineQuery(table.role === 'records' ? ['derivations', table.id] : null, (engine) =>
    engine.derivations(table.id),
  );
  const [chosen, setChosen] = useState<DerivationProposal | null>(null);
  if (!found.data || found.data.length === 0) return null;
  return frame(
    <>
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
    </>,
  );
}
