import { shortHash } from '@shared/base/canonical';
import type { AppError } from '@shared/base/result';
import { verifyJournal } from '@shared/journal/checkpoint';
import { type JournalVerdict, verdictError } from '@shared/journal/verdict';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { formatCount, plural } from '../../base/format';
import { ErrorPanel } from '../../components/states';
import { useProject } from '../../state/context';
import { errorOf } from '../../state/failure';
import classes from './screen.module.css';

export type VerifyOutcome =
  | { readonly kind: 'checked'; readonly verdict: JournalVerdict; readonly signed: number }
  | { readonly kind: 'failed'; readonly error: AppError };

/** Checks every hash and every signed checkpoint of the journal as it stands now. */
export function useVerifyChain() {
  const project = useProject();
  const [outcome, setOutcome] = useState<VerifyOutcome | null>(null);
  const [running, setRunning] = useState(false);
  const run = async () => {
    setRunning(true);
    try {
      const { entries } = project.store.getState();
      const verdict = await verifyJournal(entries, null);
      const signed = entries.filter((entry) => entry.kind === 'checkpoint.signed').length;
      setOutcome({ kind: 'checked', verdict, signed });
    } catch (cause) {
      setOutcome({ kind: 'failed', error: errorOf(cause) });
    } finally {
      setRunning(false);
    }
  };
  return { outcome, running, run };
}

/** What the check found, as a sentence. */
export function VerifyResult({ outcome }: { readonly outcome: VerifyOutcome | null }) {
  if (!outcome) return null;
  if (outcome.kind === 'failed') return <ErrorPanel error={outcome.error} compact />;
  const error = verdictError(outcome.verdict);
  if (error) return <ErrorPanel error={error} compact />;
  const { verdict, signed } = outcome;
  if (verdict.kind !== 'valid') return null;
  return (
    <p className={classes.result} role="status" data-testid="verify-result">
      <IconShieldCheck size={17} stroke={1.8} aria-hidden="true" />
      <span>
        All {formatCount(verdict.count)} entries are as they were written
        {signed > 0
          ? `, and ${plural(signed, 'signed checkpoint')} ${signed === 1 ? 'agrees' : 'agree'}`
          : ''}
        . The last one is {shortHash(verdict.head)}.
        {verdict.erased.length > 0
          ? ` The content of ${plural(verdict.erased.length, 'entry', 'entries')} was erased on request.`
          : ''}
      </span>
    </p>
  );
}
