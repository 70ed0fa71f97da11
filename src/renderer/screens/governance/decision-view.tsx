import type { Artefact, Proposal } from '@shared/govern/types';
import type { ReactNode } from 'react';
import { Card } from '../../components/card';
import { Sentence } from '../../components/sentence';
import { StatTiles } from '../../components/stat-tiles';
import { changedCounts, countViews } from './counts';
import classes from './governance.module.css';

export interface DecisionViewProps {
  readonly artefact: Artefact;
  /** What was proposed; differs from the artefact when something changed since. */
  readonly proposal: Proposal | null;
  /** Between statement and figures: the editor of a written statement. */
  readonly children?: ReactNode;
}

/** One decision: the proposal as a sentence, its figures, what changed, the facts behind it. */
export function DecisionView({ artefact, proposal, children }: DecisionViewProps) {
  const stale = proposal !== null && proposal.artefactHash !== artefact.hash;
  const changes = proposal ? changedCounts(proposal.counts, artefact.counts) : [];
  const figures = countViews(artefact.counts);
  return (
    <>
      <Card testId="decision-statement">
        <p className="soft">{proposal && !stale ? 'The proposal' : 'As it stands now'}</p>
        <Sentence large>{artefact.statement}</Sentence>
      </Card>
      {children}
      {figures.length > 0 ? (
        <StatTiles stats={figures.map(({ key, figure, label }) => ({ id: key, figure, label }))} />
      ) : null}
      {stale ? (
        <Card title="What changed since it was proposed" testId="decision-changes">
          <dl className={classes.facts}>
            {proposal.statement !== artefact.statement ? (
              <div>
                <dt>Wording</dt>
                <dd>
                  <del>{proposal.statement}</del>
                </dd>
              </div>
            ) : null}
            {changes.map((change) => (
              <div key={change.label}>
                <dt>{change.label}</dt>
                <dd className="num">
                  <del>{change.before}</del> {change.now}
                </dd>
              </div>
            ))}
            {changes.length === 0 && proposal.statement === artefact.statement ? (
              <div>
                <dt>Content</dt>
                <dd>The details behind the same figures changed.</dd>
              </div>
            ) : null}
          </dl>
        </Card>
      ) : null}
      {artefact.facts.length > 0 ? (
        <Card title="The facts behind it">
          <dl className={classes.facts}>
            {artefact.facts.map((fact, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity but their place.
              <div key={index}>
                <dt>{fact.label}</dt>
                <dd>{fact.text}</dd>
              </div>
            ))}
          </dl>
        </Card>
      ) : null}
    </>
  );
}
