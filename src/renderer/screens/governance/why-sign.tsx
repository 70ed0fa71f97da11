import { shortHash } from '@shared/base/canonical';
import type { Ballot, BallotDecision, ItemState, Person } from '@shared/govern/types';
import { formatTime } from '../../base/format';
import { Tag, type Tone } from '../../components/chip';
import { WhyPanel, WhySection } from '../../components/why';
import { useProjectState } from '../../state/context';
import classes from './governance.module.css';

const WORDS: Readonly<Record<BallotDecision, { readonly word: string; readonly tone: Tone }>> = {
  approve: { word: 'approved', tone: 'exported' },
  approveWithCondition: { word: 'with condition', tone: 'exported' },
  reject: { word: 'rejected', tone: 'rejected' },
  abstain: { word: 'abstained', tone: 'neutral' },
};

/** What a signature covers, who signed, and what it still needs. */
export function WhySign({ state }: { readonly state: ItemState }) {
  const { people } = useProjectState();
  const { item, artefact, proposal, ballots, lapsed } = state;
  const members = people.filter((person) => person.roles.includes('committee'));
  const proposer = people.find((person) => person.id === proposal?.proposer);
  return (
    <WhyPanel>
      <WhySection lead title="What you sign">
        <blockquote className={classes.quote} data-testid="what-you-sign">
          “{artefact.statement}” ({shortHash(artefact.hash)})
        </blockquote>
      </WhySection>
      <WhySection title="Signatures">
        {members.length === 0 ? (
          <p>No committee member is known yet. People join with their first signature, here or by file.</p>
        ) : (
          <ul className={classes.people}>
            {members.map((person) => (
              <li key={person.id}>
                <span>
                  {person.name}
                  <span className="soft">{person.title}</span>
                </span>
                <Signature
                  ballot={ballots.find((ballot) => ballot.personId === person.id)}
                  proposer={person.publicKey === proposer?.publicKey}
                />
              </li>
            ))}
          </ul>
        )}
        {ballots
          .filter((ballot) => ballot.reason !== '')
          .map((ballot) => (
            <p key={ballot.signature}>
              {ballot.name}: “{ballot.reason}”
            </p>
          ))}
      </WhySection>
      <WhySection title="Quorum">
        <p data-testid="quorum">{state.sentence}</p>
        <p className="soft">
          {item.quorum} of the committee, not the proposer{proposer ? ` (${proposer.name})` : ''}.
        </p>
      </WhySection>
      {lapsed.length > 0 ? (
        <WhySection title="Ballots that do not count">
          <ul>
            {lapsed.map(({ ballot, why }) => (
              <li key={ballot.signature}>
                {ballot.name}, {formatTime(ballot.at)}: {why}
              </li>
            ))}
          </ul>
        </WhySection>
      ) : null}
      <WhySection title="If it changes later">
        <p>The signature lapses, the item opens again, and the difference is shown.</p>
      </WhySection>
    </WhyPanel>
  );
}

function Signature({
  ballot,
  proposer,
}: {
  readonly ballot: Ballot | undefined;
  readonly proposer: boolean;
}) {
  if (proposer) return <Tag>proposed it</Tag>;
  if (!ballot) return <Tag>not yet</Tag>;
  const { word, tone } = WORDS[ballot.decision];
  return <Tag tone={tone}>{word}</Tag>;
}

/** Whether two person ids stand for the same key. */
export function sameKey(people: readonly Person[], a: string, b: string): boolean {
  const key = (id: string): string | undefined => people.find((person) => person.id === id)?.publicKey;
  return a === b || (key(a) !== undefined && key(a) === key(b));
}
