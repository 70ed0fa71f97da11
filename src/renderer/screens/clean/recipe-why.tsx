import type { RecipeLine } from '@shared/pipeline/cleaning-types';
import { navigate } from '../../app/routes';
import { plural } from '../../base/format';
import { Button } from '../../components/button';
import { KeyHint } from '../../components/key-hint';
import { WhySection } from '../../components/why';
import { useProject } from '../../state/context';
import classes from './step-why.module.css';
import type { Work } from './use-cleaning';

export interface RecipeWhyProps {
  readonly lines: readonly RecipeLine[];
  readonly work: Work['kind'];
  readonly onEnd: () => void;
}

const KEYS: readonly (readonly [string, string])[] = [
  ['A', 'add a step on the column the cursor is in'],
  ['C', 'in the grid: what can be done with the column'],
  ['F', 'in the grid: values and filters of the column'],
  ['Alt+↑', 'on a step: up; Alt ↓ down'],
  ['Space', 'on a step: off and on'],
  ['E', 'on a step: edit'],
  ['Delete', 'on a step: remove'],
];

/** What the recipe as a whole does, and how to work on it. */
export function RecipeWhy({ lines, work, onEnd }: RecipeWhyProps) {
  const { folder } = useProject();
  const count = (state: RecipeLine['outcome']['state']) =>
    lines.filter(({ outcome }) => outcome.state === state).length;
  const broken = count('broken');
  const unmatched = count('unmatched');
  const caught = lines.reduce((sum, { outcome }) => sum + outcome.caught.length, 0);
  return (
    <>
      <WhySection
        lead
        title={lines.length === 0 ? 'No steps yet' : plural(lines.length, 'step')}
        subtitle={
          lines.length === 0
            ? 'Press the wand in the head of a column, take a suggestion, or add a step.'
            : `${plural(count('applied'), 'step does', 'steps do')} something today${unmatched > 0 ? `, ${unmatched} matched nothing` : ''}${broken > 0 ? `, ${broken} cannot run` : ''}.`
        }
      >
        {caught > 0 ? (
          <p>{plural(caught, 'spelling was', 'spellings were')} caught that no step lists.</p>
        ) : null}
        {work === 'rows' ? null : <p>What is being changed counts only once it is kept.</p>}
        {broken > 0 ? (
          <ul className={classes.changes}>
            {lines
              .filter(({ outcome }) => outcome.state === 'broken')
              .map(({ step, outcome }) => (
                <li key={step.id}>{outcome.sentence}</li>
              ))}
          </ul>
        ) : null}
      </WhySection>
      <WhySection title="Steps are rules">
        The file is never changed. Steps run in order, again on every newer extract, and say what they
        matched. Everything after this screen, from the mapping to the export, sees the cleaned values.
        <div className={classes.actions}>
          <Button
            kind="quiet"
            onClick={() => navigate({ at: 'project', folder, screen: 'guide', rest: ['clean'] })}
          >
            How cleaning works
          </Button>
          {work === 'rows' && lines.length > 0 ? (
            <Button kind="quiet" onClick={onEnd}>
              See the cleaned table
            </Button>
          ) : null}
        </div>
      </WhySection>
      <WhySection title="Keys">
        <dl className={classes.keys}>
          {KEYS.map(([key, what]) => (
            <div key={key}>
              <dt>
                <KeyHint keys={key} />
                <span className="visually-hidden">{key}</span>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </WhySection>
    </>
  );
}
