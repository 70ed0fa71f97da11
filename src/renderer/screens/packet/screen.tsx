import { shortHash } from '@shared/base/canonical';
import type { AppError } from '@shared/base/result';
import { ballotFileText } from '@shared/govern/ballot';
import { parsePacket } from '@shared/govern/packet';
import type { Ballot, BallotDecision, DecisionPacket } from '@shared/govern/types';
import { IconGavel } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { Mark } from '../../app/mark';
import { navigate } from '../../app/routes';
import { PersonMenu } from '../../app/shell/person-menu';
import { formatTime, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Tag } from '../../components/chip';
import { DataTable, type TableColumn } from '../../components/data-table';
import { Screen } from '../../components/screen';
import { EmptyState, ErrorPanel } from '../../components/states';
import { useApp } from '../../state/context';
import { safeFileName, saveBlob } from '../../state/download';
import { readJsonFile } from '../../state/read-json';
import { DecisionView } from '../governance/decision-view';
import { signDecision, signsAs } from '../governance/sign';
import { VoteBar } from '../governance/vote-bar';
import classes from './packet.module.css';

type PacketItem = DecisionPacket['items'][number];

/** A committee member without the project: reads a decision packet, signs, saves the ballots to be sent back. */
export default function PacketScreen() {
  const [packet, setPacket] = useState<DecisionPacket | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const open = async (file: File | undefined) => {
    if (!file) return;
    const json = await readJsonFile(file);
    const read = json.ok ? parsePacket(json.value) : json;
    setError(read.ok ? null : read.error);
    setPacket(read.ok ? read.value : null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shortcut; the button does the same.
    <div
      className={classes.page}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        void open(event.dataTransfer.files[0]);
      }}
    >
      <header className={classes.bar}>
        <button
          type="button"
          className={classes.home}
          onClick={() => navigate({ at: 'home' })}
          aria-label="All projects"
        >
          <Mark />
        </button>
        <PersonMenu />
      </header>
      <main className={classes.main}>
        {packet ? (
          <PacketView packet={packet} />
        ) : (
          <PickPacket error={error} onFile={(file) => void open(file)} />
        )}
      </main>
    </div>
  );
}

function PickPacket({
  error,
  onFile,
}: {
  readonly error: AppError | null;
  readonly onFile: (file: File | undefined) => void;
}) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <Screen title="What are you asked to decide?" testId="screen-packet">
      {error ? <ErrorPanel error={error} /> : null}
      <EmptyState
        title="Open the decision packet you were sent"
        icon={<IconGavel size={28} stroke={1.4} />}
        action={
          <Button kind="primary" onClick={() => picker.current?.click()} testId="packet-open">
            Choose the file
          </Button>
        }
      >
        A steward sends the proposals with their numbers as one file. You read them here, decide, sign with
        your own key, and send the ballot file back. Nothing else of the project is on this machine.
      </EmptyState>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
        data-testid="packet-input"
      />
    </Screen>
  );
}

function PacketView({ packet }: { readonly packet: DecisionPacket }) {
  const who = useApp((model) => model.current);
  const [ballots, setBallots] = useState<ReadonlyMap<string, Ballot>>(new Map());
  const [selected, setSelected] = useState(packet.items[0]?.item.id ?? '');
  const [saved, setSaved] = useState(false);
  const current = packet.items.find(({ item }) => item.id === selected) ?? packet.items[0];
  if (!current || !who) return null;
  const vote = async (decision: BallotDecision, reason: string) => {
    const ballot = await signDecision(packet.projectId, current.proposal, decision, reason, who);
    setBallots((before) => new Map(before).set(current.item.id, ballot));
    setSaved(false);
    const next = packet.items.find(({ item }) => item.id !== current.item.id && !ballots.has(item.id));
    if (next) setSelected(next.item.id);
  };
  const save = () => {
    saveBlob(
      new Blob([ballotFileText(packet.projectId, [...ballots.values()])], { type: 'application/json' }),
      `${safeFileName(`${packet.projectName}-${who.name}`)}.ballots.json`,
    );
    setSaved(true);
  };
  const signed = ballots.get(current.item.id);
  const columns: readonly TableColumn<PacketItem>[] = [
    {
      id: 'question',
      head: 'Decision',
      width: 'minmax(120px, 1fr)',
      cell: ({ item }) => <span title={item.question}>{item.question}</span>,
    },
    {
      id: 'state',
      head: 'You',
      width: '92px',
      cell: ({ item }) =>
        ballots.has(item.id) ? <Tag tone="exported">signed</Tag> : <Tag tone="held">your turn</Tag>,
    },
  ];
  return (
    <Screen
      fill
      title={current.item.question}
      subtitle={`${packet.projectName} · decision ${packet.items.indexOf(current) + 1} of ${packet.items.length} · accountable: ${current.item.accountable} · fingerprint ${shortHash(current.artefact.hash)}`}
      testId="screen-packet"
      actions={
        <Button
          kind={ballots.size === packet.items.length && !saved ? 'primary' : 'plain'}
          disabled={ballots.size === 0}
          onClick={save}
          testId="ballots-save"
        >
          Save {plural(ballots.size, 'ballot')}
        </Button>
      }
      foot={
        <VoteBar
          blocked={null}
          signsAs={
            signed
              ? `You decided “${signed.decision}” at ${formatTime(signed.at)}; a new vote replaces it.`
              : saved
                ? 'Saved. Send the file back to the steward.'
                : signsAs(who)
          }
          onVote={vote}
        />
      }
    >
      <div className={classes.columns}>
        <Card flush fill title={`${ballots.size} of ${packet.items.length} signed`}>
          <DataTable
            label="Decisions"
            columns={columns}
            rows={packet.items}
            rowId={({ item }) => item.id}
            selected={current.item.id}
            onSelect={setSelected}
            rowHeight={32}
            testId="packet-items"
          />
        </Card>
        <div className={classes.detail}>
          <p className="soft">{current.item.guidance}</p>
          <DecisionView artefact={current.artefact} proposal={current.proposal} />
        </div>
      </div>
    </Screen>
  );
}
