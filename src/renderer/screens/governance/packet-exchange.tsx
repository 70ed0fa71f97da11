import { Modal } from '@mantine/core';
import { ballotsFor, verifyBallot } from '@shared/govern/ballot';
import { fingerprint } from '@shared/govern/identity';
import { makePacket, packetText } from '@shared/govern/packet';
import type { Ballot, ItemState } from '@shared/govern/types';
import { headOf } from '@shared/journal/chain';
import type { EventDraft } from '@shared/journal/types';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { formatTime, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Tag } from '../../components/chip';
import { isoNow } from '../../state/clock';
import { useCommit, useProject, useProjectState } from '../../state/context';
import { safeFileName, saveBlob } from '../../state/download';
import { draft } from '../../state/drafting';
import { notifyDone, notifyError } from '../../state/notify';
import { readJsonFile } from '../../state/read-json';
import classes from './governance.module.css';

/** A ballot from a file, with what is known of it. */
interface Received {
  readonly ballot: Ballot;
  readonly genuine: boolean;
  readonly known: boolean;
  /** Already in the journal. */
  readonly cast: boolean;
}

/** Decisions by file: a packet out to committee members, their ballots back. */
export function PacketExchange({ items }: { readonly items: readonly ItemState[] }) {
  const project = useProject();
  const state = useProjectState();
  const picker = useRef<HTMLInputElement>(null);
  const [received, setReceived] = useState<readonly Received[] | null>(null);
  const proposed = items.filter(({ proposal, artefact }) => proposal?.artefactHash === artefact.hash).length;

  const send = () => {
    const entries = project.session.entries;
    const packet = makePacket({
      projectId: state.projectId,
      projectName: state.name,
      journalHead: headOf(entries),
      journalCount: entries.length,
      createdAt: isoNow(),
      items,
    });
    if (!packet.ok) {
      notifyError(packet.error);
      return;
    }
    saveBlob(
      new Blob([packetText(packet.value)], { type: 'application/json' }),
      `${safeFileName(state.name)}.decision-packet.json`,
    );
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    const json = await readJsonFile(file);
    const ballots = json.ok ? ballotsFor(state.projectId, json.value) : json;
    if (!ballots.ok) {
      notifyError(ballots.error);
      return;
    }
    const keys = new Set(state.people.map((person) => person.publicKey));
    const signatures = new Set(state.ballots.map((ballot) => ballot.signature));
    setReceived(
      await Promise.all(
        ballots.value.map(async (ballot) => ({
          ballot,
          genuine: await verifyBallot(ballot),
          known: keys.has(ballot.publicKey),
          cast: signatures.has(ballot.signature),
        })),
      ),
    );
  };
  return (
    <>
      <Button
        icon={<IconFileExport size={15} stroke={1.7} />}
        disabled={proposed === 0}
        title={
          proposed === 0
            ? 'Propose at least one item first.'
            : `${plural(proposed, 'proposed item')} for committee members on other machines`
        }
        onClick={send}
        testId="packet-out"
      >
        Decision packet
      </Button>
      <Button
        icon={<IconFileImport size={15} stroke={1.7} />}
        onClick={() => picker.current?.click()}
        testId="ballots-in"
      >
        Read ballots
      </Button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
        data-testid="ballots-input"
      />
      <ReceivedBallots items={items} received={received} onClose={() => setReceived(null)} />
    </>
  );
}

interface ReceivedBallotsProps {
  readonly items: readonly ItemState[];
  readonly received: readonly Received[] | null;
  readonly onClose: () => void;
}

/** Shows who signed what before anything is taken over; unknown keys are confirmed by their fingerprint. */
function ReceivedBallots({ items, received, onClose }: ReceivedBallotsProps) {
  const commit = useCommit();
  const [busy, setBusy] = useState(false);
  const usable = (received ?? []).filter((item) => item.genuine && !item.cast);
  const strangers = [
    ...new Map(
      usable.filter((item) => !item.known).map((item) => [item.ballot.publicKey, item.ballot]),
    ).values(),
  ];
  const question = (itemId: string): string =>
    items.find(({ item }) => item.id === itemId)?.item.question ?? itemId;
  const take = async () => {
    setBusy(true);
    const drafts: EventDraft[] = [
      ...strangers.map((ballot) =>
        draft('person.registered', ballot.name, {
          person: {
            id: ballot.personId,
            name: ballot.name,
            roles: ['committee'],
            title: '',
            publicKey: ballot.publicKey,
          },
        }),
      ),
      ...usable.map(({ ballot }) => draft('ballot.cast', ballot.itemId, { ballot })),
    ];
    const done = await commit(drafts);
    setBusy(false);
    if (done) {
      notifyDone(`${plural(usable.length, 'ballot')} taken over.`);
      onClose();
    }
  };
  return (
    <Modal opened={received !== null} onClose={onClose} title="Ballots in this file" size={640}>
      <ul className={classes.people}>
        {(received ?? []).map(({ ballot, genuine, cast }) => (
          <li key={ballot.signature}>
            <span>
              {ballot.name}: {ballot.decision}
              <span className="soft">
                {question(ballot.itemId)} · {formatTime(ballot.at)}
                {ballot.reason ? ` · “${ballot.reason}”` : ''}
              </span>
            </span>
            {cast ? (
              <Tag>already here</Tag>
            ) : genuine ? (
              <Tag tone="exported">genuine</Tag>
            ) : (
              <Tag tone="rejected">signature broken</Tag>
            )}
          </li>
        ))}
      </ul>
      {strangers.length > 0 ? (
        <div className={classes.strangers}>
          <p>
            {strangers.length === 1 ? 'This person is' : 'These people are'} not known to the project yet. Ask
            for the fingerprint by telephone or in person before you take the ballots over:
          </p>
          <ul>
            {strangers.map((ballot) => (
              <li key={ballot.publicKey}>
                <strong>{ballot.name}</strong> · key{' '}
                <span className="num">{fingerprint(ballot.publicKey)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className={classes.row}>
        <Button
          kind="primary"
          busy={busy}
          disabled={usable.length === 0}
          onClick={() => void take()}
          testId="ballots-take"
        >
          {strangers.length > 0 ? 'Fingerprints are right: take over ' : 'Take over '}
          {plural(usable.length, 'ballot')}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Modal>
  );
}
