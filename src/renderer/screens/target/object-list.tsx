import type { TargetObject, TargetSystem } from '@shared/target/types';
import { IconPlus } from '@tabler/icons-react';
import { cx, formatCount } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import classes from './target.module.css';
import { fieldItems } from './target-model';
import { LoaderSelect, TargetSelect } from './target-select';

export interface ObjectListProps {
  readonly system: TargetSystem;
  readonly current: TargetObject;
  /** Names of objects with a table mapped to them. */
  readonly mapped: ReadonlySet<string>;
  readonly onChoose: (name: string) => void;
  readonly onAdd: () => void;
}

/** The objects in load order, and which system they are of. */
export function ObjectList({ system, current, mapped, onChoose, onAdd }: ObjectListProps) {
  return (
    <Card
      flush
      className={classes.objects}
      title="Objects"
      aside={
        <Button kind="quiet" icon={<IconPlus size={14} stroke={1.8} />} onClick={onAdd} testId="add-object">
          Add
        </Button>
      }
    >
      <ul>
        {system.objects.map((object) => (
          <li key={object.name}>
            <button
              type="button"
              className={cx(classes.object, object === current && classes.current)}
              aria-current={object === current}
              onClick={() => onChoose(object.name)}
              data-testid={`object-${object.name}`}
            >
              <span className={classes.objectName}>
                {object.labelPlural}
                {mapped.has(object.name) ? (
                  <span className={classes.mapped} title="A table is mapped to it">
                    mapped
                  </span>
                ) : null}
              </span>
              <span className="num soft">{formatCount(fieldItems(object).length)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className={classes.target}>
        <TargetSelect />
        <LoaderSelect />
      </div>
    </Card>
  );
}
