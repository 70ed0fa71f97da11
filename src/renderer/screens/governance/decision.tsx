import { Textarea } from '@mantine/core';
import { shortHash } from '@shared/base/canonical';
import type { BallotDecision, ItemState, Proposal } from '@shared/govern/types';
import { type ReactNode, useState } from 'react';
import { formatTime } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Tag } from '../../components/chip';
import { Screen } from '../../components/screen';
import { isoNow } from '../../state/clock';
import { useApp, useCommit, useProjectState, useRole } from '../../state/context';
import { draft } from '../../state/drafting';
import { DecisionView } from './decision-view';
import classes from './governance.module.css';
import { signDecision, signsAs } from './sign';
import { VoteBar } from './vote-bar';
import { sameKey, WhySign } from './why-sign';

export interface DecisionProps {
  readonly state: ItemState;
  readonly position: string;
  readonly list: ReactNode;
  readonly actions: ReactNode;
}

/** One checklist item: read, propose, vote. */
export function Decision({ state, position, list, actions }: DecisionProps) {
  const { item, artefact, proposal } = state;
  const role = useRole();
  const current = proposal && proposal.artefactHash === artefact.hash ? proposal : null;
  return (
    <Screen
      fill
      title={item.question}
      subtitle={
        <>
          {position} · fingerprint {shortHash(artefact.hash)}
        </>
      }
      actions={actions}
      testId="screen-governance"
      foot={
        role === 'committee' ? (
          <Vote state={state} proposal={current} />
        ) : (
          <Propose state={state} proposal={current} />
        )
      }
    >
      <div className={classes.columns}>
        {list}
        <div className={classes.detail}>
          <p className="soft">{item.guidance}</p>
          <DecisionView artefact={artefact} proposal={proposal}>
            {item.artefact.kind === 'statement' && role !== 'committee' ? (
              <StatementEditor state={state} />
            ) : null}
          </DecisionView>
        </div>
      </div>
      <WhySign state={state} />
    </Screen>
  );
}

function Propose({ state, proposal }: { readonly state: ItemState; readonly proposal: Proposal | null }) {
  const commit = useCommit();
  const who = useApp((model) => model.current);
  const { item, artefact } = state;
  const empty = item.artefact.kind === 'statement' && artefact.statement === 'Nothing is written yet.';
  const propose = () =>
    who &&
    void commit([
      draft('item.proposed', item.id, {
        proposal: {
          itemId: item.id,
          artefactHash: artefact.hash,
          statement: artefact.statement,
          counts: artefact.counts,
          proposer: who.id,
          at: isoNow(),
        },
      }),
    ]);
  return (
    <>
      <Button
        kind="primary"
        hotkey="P"
        disabled={proposal !== null || empty}
        title={empty ? 'Write the statement first.' : ''}
        onClick={propose}
        testId="propose"
      >
        {state.proposal && !proposal ? 'Propose again' : 'Propose to committee'}
      </Button>
      <span className={classes.signs} data-testid="item-sentence">
        {proposal ? `Proposed ${formatTime(proposal.at)}. ` : ''}
        {state.sentence}
      </span>
    </>
  );
}

function Vote({ state, proposal }: { readonly state: ItemState; readonly proposal: Proposal | null }) {
  const commit = useCommit();
  const who = useApp((model) => model.current);
  const { projectId, people } = useProjectState();
  if (!who) return null;
  const own = proposal !== null && sameKey(people, proposal.proposer, who.id);
  const voted = state.ballots.find((ballot) => ballot.personId === who.id);
  const vote = async (decision: BallotDecision, reason: string) => {
    if (!proposal) return;
    const ballot = await signDecision(projectId, proposal, decision, reason, who);
    await commit([draft('ballot.cast', state.item.id, { ballot })]);
  };
  return (
    <>
      <VoteBar
        blocked={
          !proposal
            ? 'Nothing is proposed yet. A steward proposes, then the committee decides.'
            : own
              ? 'You proposed this, so somebody else has to approve it.'
              : null
        }
        signsAs={voted ? `You decided “${voted.decision}”; a new vote replaces it.` : signsAs(who)}
        onVote={vote}
      />
      {state.status === 'approved' ? <Tag tone="exported">approved</Tag> : null}
    </>
  );
}

function StatementEditor({ state }: { readonly state: ItemState }) {
  const commit = useCommit();
  const saved = useProjectState().statements[state.item.id] ?? '';
  const [text, setText] = useState(saved);
  return (
    <Card title="Write what is decided">
      <Textarea
        aria-label="Statement"
        placeholder="e.g. The old CRM is frozen on 28 November 2026 at 18:00; Mara Voss decides about exceptions."
        autosize
        minRows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-testid="statement-text"
      />
      <div className={classes.row}>
        <Button
          disabled={text.trim() === '' || text.trim() === saved}
          onClick={() =>
            void commit([
              draft('statement.written', state.item.id, { itemId: state.item.id, text: text.trim() }),
            ])
          }
          testId="statement-save"
        >
          Keep this statement
        </Button>
      </div>
    </Card>
  );
}
