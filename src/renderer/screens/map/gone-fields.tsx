import { plural } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import classes from './map.module.css';

export interface GoneFieldsProps {
  /** API names. */
  readonly fields: readonly string[];
  readonly onDrop: () => void;
}

/** What a mapping fills although the target has it no longer: nothing is loaded from it. */
export function GoneFields({ fields, onDrop }: GoneFieldsProps) {
  const one = fields.length === 1;
  return (
    <Card
      title={`${plural(fields.length, 'mapped field')} no longer in the target`}
      aside={
        <Button onClick={onDrop} testId="drop-gone">
          Take {one ? 'it' : 'them'} out
        </Button>
      }
    >
      <p className={classes.gone} data-testid="gone-fields">
        {fields.join(', ')}. {one ? 'It is' : 'They are'} not loaded, and count again should the target have{' '}
        {one ? 'it' : 'them'} back.
      </p>
    </Card>
  );
}
