import { stepSentence } from '@shared/clean/step-sentence';
import type { StepSuggestion } from '@shared/clean/suggest-steps';
import { IconBulb } from '@tabler/icons-react';
import { Button } from '../../components/button';
import classes from './suggestions.module.css';

export interface SuggestionsProps {
  readonly suggestions: readonly StepSuggestion[];
  /** The column a person came for: what concerns it stands first. */
  readonly column: string | null;
  readonly onPick: (suggestion: StepSuggestion) => void;
}

/** Steps the profile of the cleaned table speaks for; each one press away. */
export function Suggestions({ suggestions, column, onPick }: SuggestionsProps) {
  if (suggestions.length === 0)
    return (
      <p className={classes.none} data-testid="no-suggestions">
        Nothing was found that a step would put right.
      </p>
    );
  return (
    <ul className={classes.list} data-testid="suggestions">
      {concerningFirst(suggestions, column).map((suggestion) => (
        <li key={suggestion.id} data-testid={`suggestion-${suggestion.id}`}>
          <IconBulb size={14} stroke={1.6} aria-hidden="true" />
          <div>
            <p>{suggestion.sentence}</p>
            <Button kind="quiet" onClick={() => onPick(suggestion)} ariaLabel={label(suggestion)}>
              {label(suggestion)}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}

function label({ opens, action }: StepSuggestion): string {
  if (opens === 'clusters') return 'Look at the spellings';
  if (action.kind === 'change' && action.transforms[0]?.op === 'lookup')
    return opens === 'edit' ? 'Say what they mean …' : 'Empty them';
  const sentence = stepSentence(action).replace(/\.$/, '');
  const words = action.kind === 'change' ? sentence.slice(sentence.indexOf(': ') + 2) : 'Take them apart';
  return opens === 'edit' ? `${words} …` : words;
}

function concerningFirst(
  suggestions: readonly StepSuggestion[],
  column: string | null,
): readonly StepSuggestion[] {
  const concerns = ({ action }: StepSuggestion): boolean => {
    if (action.kind === 'change') return action.columns.some((name) => name === column);
    return 'column' in action && action.column === column;
  };
  const first = suggestions.filter(concerns);
  return first.length === 0
    ? suggestions
    : [...first, ...suggestions.filter((suggestion) => !first.includes(suggestion))];
}
