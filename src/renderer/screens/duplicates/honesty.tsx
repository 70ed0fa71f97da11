import type { ClusterPage } from '@shared/pipeline/review-types';
import { plural } from '../../base/format';
import { Button } from '../../components/button';
import { WhyNote } from '../../components/why';
import classes from './honesty.module.css';
import { limitSentences, missedSentence, wrongSentence } from './words';

export interface HonestyProps {
  readonly page: ClusterPage;
  readonly onSettings: () => void;
  readonly onWeakest: () => void;
}

/** How good all of it is, as far as that can be known: wrong joins, missed pairs, what was left out. */
export function Honesty({ page, onSettings, onWeakest }: HonestyProps) {
  return (
    <WhyNote title={`${plural(page.open, 'cluster')} left`}>
      <p data-testid="honesty">
        {wrongSentence(page.expected)}; {missedSentence(page)}.
      </p>
      {limitSentences(page).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div className={classes.actions}>
        {page.automatic > 0 ? (
          <Button kind="quiet" onClick={onWeakest} testId="see-weakest">
            See the joins most likely wrong
          </Button>
        ) : null}
        <Button kind="quiet" onClick={onSettings} testId="see-settings">
          How duplicates are found
        </Button>
      </div>
    </WhyNote>
  );
}
