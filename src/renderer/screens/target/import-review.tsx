import type { ProjectState } from '@shared/journal/types';
import { diffTargets, mappingsThatNoLongerFit, type ProfileChange } from '@shared/target/diff';
import type { ImportedProfile } from '@shared/target/import/types';
import type { TargetSystem } from '@shared/target/types';
import { useMemo, useState } from 'react';
import { cx, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Chip, Tag } from '../../components/chip';
import { DataTable } from '../../components/data-table';
import { Screen } from '../../components/screen';
import { EmptyState } from '../../components/states';
import { WhyPanel, WhySection } from '../../components/why';
import classes from './target.module.css';

export interface ImportReviewProps {
  readonly imported: ImportedProfile;
  /** The catalogue in use now. */
  readonly before: TargetSystem;
  readonly state: Pick<ProjectState, 'mappings' | 'tables'>;
  readonly onAccept: () => Promise<boolean>;
  readonly onDiscard: () => void;
}

/** What a new profile changes, before it is taken over: differences, mappings that no longer fit, what was not understood. */
export function ImportReview({ imported, before, state, onAccept, onDiscard }: ImportReviewProps) {
  const { system, format, notes } = imported;
  const sameSystem = system.system === before.system;
  const [onlyTighter, setOnlyTighter] = useState(false);
  const [busy, setBusy] = useState(false);
  const changes = useMemo(
    () => (sameSystem ? diffTargets(before, system) : []),
    [sameSystem, before, system],
  );
  const misfits = useMemo(() => mappingsThatNoLongerFit(changes, state.mappings), [changes, state.mappings]);
  const tighter = changes.filter((change) => change.tighter);
  const tableName = (id: string) => state.tables.find((table) => table.id === id)?.name ?? id;
  const accept = async () => {
    setBusy(true);
    await onAccept();
    setBusy(false);
  };
  return (
    <Screen
      fill
      title="Take this profile over?"
      subtitle={
        sameSystem
          ? `${format}: ${plural(changes.length, 'difference')}, ${tighter.length} of them stricter; ${plural(misfits.length, 'mapped field')} to look at.`
          : `${format} of ${system.label}. The project migrates to ${before.label} now; taking it over changes the target.`
      }
      testId="screen-target-import"
      actions={
        <>
          <Button onClick={onDiscard} testId="discard-profile">
            Leave as it is
          </Button>
          <Button
            kind="primary"
            hotkey="Ctrl+Enter"
            busy={busy}
            disabled={sameSystem && changes.length === 0}
            onClick={() => void accept()}
            testId="accept-profile"
          >
            Take it over
          </Button>
        </>
      }
    >
      {changes.length === 0 ? (
        <EmptyState title={sameSystem ? 'Nothing would change' : `A profile of ${system.label}`}>
          {sameSystem
            ? 'The files describe the target exactly as the project knows it already.'
            : `It has ${plural(system.objects.length, 'object')}. Mappings to ${before.label} stay in the project and are used again when that target is chosen.`}
        </EmptyState>
      ) : (
        <Card
          flush
          fill
          className={classes.fields}
          title={onlyTighter ? 'What is stricter' : 'What changes'}
          aside={
            <Chip on={onlyTighter} onClick={() => setOnlyTighter(!onlyTighter)} testId="only-tighter">
              Stricter only
            </Chip>
          }
        >
          <DataTable<ProfileChange>
            label="Changes of the profile"
            rows={onlyTighter ? tighter : changes}
            rowId={(change) => `${change.object}.${change.field ?? ''}.${change.kind}.${change.sentence}`}
            columns={[
              {
                id: 'kind',
                head: 'Change',
                width: '100px',
                cell: (change) => (
                  <Tag tone={change.tighter ? 'rejected' : 'neutral'}>{changeWord(change)}</Tag>
                ),
              },
              {
                id: 'sentence',
                head: 'What',
                width: 'minmax(240px, 1fr)',
                cell: (change) => (
                  <span className="clip" title={change.sentence}>
                    {change.sentence}
                  </span>
                ),
              },
            ]}
            empty="Nothing is stricter than before."
            testId="profile-changes"
          />
        </Card>
      )}
      <WhyPanel>
        <WhySection
          lead
          title={misfits.length === 0 ? 'Every mapping still fits' : 'Mappings that no longer fit'}
          subtitle={
            misfits.length === 0
              ? undefined
              : `${plural(misfits.length, 'mapped field')} to look at afterwards`
          }
        >
          {misfits.length === 0 ? (
            <p>Nothing that is mapped gets stricter with this profile.</p>
          ) : (
            <ul className={classes.misfits} data-testid="misfits">
              {misfits.map((misfit) => (
                <li
                  key={`${misfit.tableId}.${misfit.field}.${misfit.sentence}`}
                  className={cx(misfit.broken && classes.broken)}
                >
                  <span className="soft">{tableName(misfit.tableId)}</span>
                  {misfit.sentence}
                </li>
              ))}
            </ul>
          )}
        </WhySection>
        {notes.length > 0 ? (
          <WhySection title="What to know about the files">
            <ul className={classes.misfits} data-testid="import-notes">
              {notes.slice(0, 60).map((note) => (
                <li key={note}>{note}</li>
              ))}
              {notes.length > 60 ? <li>{`And ${plural(notes.length - 60, 'more remark')}.`}</li> : null}
            </ul>
          </WhySection>
        ) : null}
      </WhyPanel>
    </Screen>
  );
}

/** One word for a change; its colour says whether data may be refused because of it. */
function changeWord({ kind, tighter }: ProfileChange): string {
  if (kind === 'objectAdded' || kind === 'fieldAdded') return 'new';
  if (kind === 'objectRemoved' || kind === 'fieldRemoved') return 'gone';
  if (kind === 'relabelled') return 'renamed';
  return tighter ? 'stricter' : 'wider';
}
