import { IconHelpCircle } from '@tabler/icons-react';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { type ImportTable, openQuestions } from './import-model';
import classes from './open-questions.module.css';
import { DATE_ORDERS, withDateOrder } from './read-changes';

export interface OpenQuestionsProps {
  readonly table: ImportTable;
  readonly onChange: (options: ImportTable['proposal']['options']) => void;
}

/** What the data cannot tell: one question at a time, answered by a press. Nothing is added before. */
export function OpenQuestions({ table, onChange }: OpenQuestionsProps) {
  const questions = openQuestions(table.proposal);
  const [question] = questions;
  const column = question?.column;
  if (!question || column === undefined) return null;
  const at = table.proposal.columns.findIndex(({ name }) => name === column);
  const values = [...new Set(table.proposal.preview.map((row) => row[at] ?? ''))]
    .filter((value) => value !== '')
    .slice(0, 4);
  return (
    <Card className={classes.card} testId="import-question">
      <div className={classes.question}>
        <IconHelpCircle size={22} stroke={1.5} aria-hidden="true" className={classes.icon} />
        <div className={classes.text}>
          <h2>In which order are the dates in “{column}” written?</h2>
          <p>
            {question.text}
            {values.length > 0 ? ` For example ${values.join(', ')}.` : ''}
            {questions.length > 1 ? ` ${questions.length - 1} more to answer after this.` : ''}
          </p>
        </div>
        <div className={classes.actions}>
          {DATE_ORDERS.filter(({ value }) => value !== 'YMD').map(({ value, label }) => (
            <Button
              key={value}
              onClick={() => onChange(withDateOrder(table.proposal.options, column, value))}
              testId={`question-${value}`}
            >
              {label}
            </Button>
          ))}
        </div>
      </div>
    </Card>
  );
}
