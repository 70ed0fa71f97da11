import type { AppError } from '@shared/base/result';
import { signerOf } from '@shared/govern/identity';
import { recoverProject } from '@shared/host/recover';
import { useState } from 'react';
import { formatCount, formatTime } from '../base/format';
import { Button } from '../components/button';
import { Card } from '../components/card';
import { ErrorPanel } from '../components/states';
import { useApp, useSurroundings } from '../state/context';
import { fromException } from '../state/failure';
import { Plain } from './plain';
import classes from './recovery.module.css';
import { navigate } from './routes';

/** Errors of opening that one of the two copies may cure. */
const CURABLE: ReadonlySet<string> = new Set([
  'JOURNAL_DIVERGED',
  'JOURNAL_ALTERED',
  'JOURNAL_ENTRIES_MISSING',
  'JOURNAL_REWRITTEN',
  'JOURNAL_REFUSED',
]);

export function isCurable(error: AppError): boolean {
  return CURABLE.has(error.code);
}

const VERDICTS: Readonly<Record<string, string>> = {
  valid: 'every entry is as it was written',
  torn: 'good, but for an unfinished last line',
  altered: 'an entry was changed',
  missing: 'entries are missing',
  rewritten: 'not the one that was signed',
  unverifiable: 'cannot be verified',
  refused: 'holds an entry no Winnow writes',
};

export interface RecoveryProps {
  readonly folder: string;
  readonly error: AppError;
  /** Opens the project again. */
  readonly onRecovered: () => void;
}

/** The two copies of a journal do not fit, or one is damaged: says what each holds and lets a person choose. */
export function Recovery({ folder, error, onRecovered }: RecoveryProps) {
  const { host, journalCopy } = useSurroundings();
  const person = useApp((model) => model.current);
  const [busy, setBusy] = useState<'folder' | 'local' | null>(null);
  const [failed, setFailed] = useState<AppError | null>(null);
  const details = error.details ?? {};

  const choose = async (choice: 'folder' | 'local') => {
    setBusy(choice);
    setFailed(null);
    const signer = person ? await signerOf(person.pair) : null;
    const result = await recoverProject(host, folder, journalCopy, choice, signer).catch(fromException);
    setBusy(null);
    if (result.ok) onRecovered();
    else setFailed(result.error);
  };
  return (
    <Plain>
      <div className={classes.recovery} data-testid="recovery">
        <h1>Which copy of this project is right?</h1>
        <p>{error.message}</p>
        <p className="soft">
          Winnow keeps the journal twice: in the project folder and on this computer. Nothing was changed. The
          copy you do not choose is kept beside the project.
        </p>
        <div className={classes.copies}>
          <CopyCard
            title="The project folder"
            entries={details['folderEntries']}
            lastAt={details['folderLastAt']}
            verdict={details['folderVerdict']}
            action={
              <Button onClick={() => void choose('folder')} busy={busy === 'folder'} testId="recover-folder">
                Go on with the folder
              </Button>
            }
          />
          <CopyCard
            title="The copy on this computer"
            entries={details['localEntries']}
            lastAt={details['localLastAt']}
            verdict={details['localVerdict']}
            action={
              <Button onClick={() => void choose('local')} busy={busy === 'local'} testId="recover-local">
                Go on with this computer’s copy
              </Button>
            }
          />
        </div>
        {typeof details['common'] === 'number' ? (
          <p className="soft">They agree on the first {formatCount(details['common'])} entries.</p>
        ) : null}
        {failed ? <ErrorPanel error={failed} compact /> : null}
        <div>
          <Button kind="quiet" onClick={() => navigate({ at: 'home' })}>
            Decide later
          </Button>
        </div>
      </div>
    </Plain>
  );
}

type Detail = string | number | boolean | undefined;

interface CopyCardProps {
  readonly title: string;
  readonly entries: Detail;
  readonly lastAt: Detail;
  readonly verdict: Detail;
  readonly action: React.ReactNode;
}

function CopyCard({ title, entries, lastAt, verdict, action }: CopyCardProps) {
  const known = typeof entries === 'number';
  return (
    <Card title={title}>
      <dl className={classes.facts}>
        <div>
          <dt>Entries</dt>
          <dd>{known ? formatCount(entries) : 'not known'}</dd>
        </div>
        <div>
          <dt>Last one</dt>
          <dd>{typeof lastAt === 'string' && lastAt !== '' ? formatTime(lastAt) : 'not known'}</dd>
        </div>
        <div>
          <dt>Checked</dt>
          <dd>{(typeof verdict === 'string' && VERDICTS[verdict]) || 'not known'}</dd>
        </div>
      </dl>
      {action}
    </Card>
  );
}
