import { Menu } from '@mantine/core';
import type { StepOutcome } from '@shared/clean/types';
import type { StepCount } from '@shared/journal/types';
import type { RecipeReport } from '@shared/pipeline/cleaning-types';
import { IconDots, IconGripVertical } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { cx, formatCount, plural } from '../../base/format';
import { IconButton } from '../../components/button';
import { Tag } from '../../components/chip';
import type { Place } from './place';
import { placeOneOff } from './recipe-edit';
import classes from './recipe-list.module.css';
import { countLine, sinceLastTime, stateTag } from './step-words';

/** What a person does with one step of the list. */
export interface StepDeeds {
  readonly onEdit: (stepId: string) => void;
  readonly onToggle: (stepId: string) => void;
  readonly onDuplicate: (stepId: string) => void;
  readonly onInsertBefore: (stepId: string) => void;
  readonly onRemove: (stepId: string) => void;
  /** Before another step, or to the end for null. */
  readonly onMove: (stepId: string, before: string | null) => void;
}

export interface RecipeListProps extends StepDeeds {
  readonly steps: RecipeReport['steps'];
  /** Rows and columns of the table as read, and after all steps. */
  readonly rows: number;
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  /** A step looked at in passing; null = none. */
  readonly onHover: (stepId: string | null) => void;
}

/** The recipe as a line through time: as read, every step, cleaned. Arrow keys walk, Alt and arrows reorder. */
export function RecipeList(props: RecipeListProps) {
  const { steps, place, onPlace } = props;
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const recipe = steps.map(({ step }) => step);

  const walk = (from: HTMLElement, by: 1 | -1) => {
    const stops = [...(list.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
    stops[stops.indexOf(from) + by]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, stepId: string | null) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const direction = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null;
    if (direction && event.altKey) {
      const before = stepId === null ? undefined : placeOneOff(recipe, stepId, direction);
      if (stepId !== null && before !== undefined) props.onMove(stepId, before);
    } else if (event.altKey) return;
    else if (direction) walk(event.currentTarget, direction === 'up' ? -1 : 1);
    else if (stepId !== null && event.key === 'Delete') {
      walk(event.currentTarget, -1);
      props.onRemove(stepId);
    } else if (stepId !== null && event.key === ' ') props.onToggle(stepId);
    else if (stepId !== null && (event.key === 'e' || event.key === 'F2')) props.onEdit(stepId);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const drop = (before: string | null) => {
    if (dragged !== null) props.onMove(dragged, before);
    setDragged(null);
    setOver(null);
  };
  const dragOver = (event: DragEvent, target: string) => {
    if (dragged === null) return;
    event.preventDefault();
    setOver(target);
  };

  return (
    <ol ref={list} className={classes.list} data-testid="recipe">
      <li className={classes.end}>
        <button
          type="button"
          data-stop
          className={cx(classes.stop, place.at === 'read' && classes.current)}
          aria-current={place.at === 'read' ? 'step' : undefined}
          onClick={() => onPlace({ at: 'read' })}
          onKeyDown={(event) => onKeyDown(event, null)}
          data-testid="place-read"
        >
          <span className={classes.dot} aria-hidden="true" />
          As read
          <span className="soft num">{plural(props.rows, 'row')}</span>
        </button>
      </li>
      {steps.map((item, at) => {
        const { step } = item;
        return (
          <li
            key={step.id}
            className={cx(
              classes.item,
              place.at === 'step' && place.stepId === step.id && classes.current,
              over === step.id && classes.over,
              dragged === step.id && classes.dragged,
            )}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', item.sentence);
              setDragged(step.id);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDragOver={(event) => dragOver(event, step.id)}
            onDrop={(event) => {
              event.preventDefault();
              drop(step.id);
            }}
            onMouseEnter={() => props.onHover(step.id)}
            onMouseLeave={() => props.onHover(null)}
            data-testid="recipe-step"
          >
            <IconGripVertical size={13} className={classes.grip} aria-hidden="true" />
            <button
              type="button"
              data-stop
              className={classes.step}
              aria-current={place.at === 'step' && place.stepId === step.id ? 'step' : undefined}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Space Delete F2"
              onClick={() => onPlace({ at: 'step', stepId: step.id })}
              onDoubleClick={() => props.onEdit(step.id)}
              onFocus={() => props.onHover(step.id)}
              onBlur={() => props.onHover(null)}
              onKeyDown={(event) => onKeyDown(event, step.id)}
            >
              <StepText
                number={at + 1}
                sentence={item.sentence}
                note={step.note}
                outcome={item.outcome}
                last={item.lastTime}
              />
            </button>
            <StepMenu {...props} stepId={step.id} sentence={item.sentence} enabled={step.enabled} />
          </li>
        );
      })}
      <li
        className={cx(classes.end, over === '' && classes.over)}
        onDragOver={(event) => dragOver(event, '')}
        onDrop={(event) => {
          event.preventDefault();
          drop(null);
        }}
      >
        <button
          type="button"
          data-stop
          className={cx(classes.stop, place.at === 'end' && classes.current)}
          aria-current={place.at === 'end' ? 'step' : undefined}
          onClick={() => onPlace({ at: 'end' })}
          onKeyDown={(event) => onKeyDown(event, null)}
          data-testid="place-end"
        >
          <span className={cx(classes.dot, classes.dotEnd)} aria-hidden="true" />
          Cleaned
          <span className="soft">{steps.length === 0 ? 'the same so far' : 'used from here on'}</span>
        </button>
      </li>
    </ol>
  );
}

interface StepTextProps {
  readonly number: number;
  readonly sentence: string;
  readonly note: string;
  readonly outcome: StepOutcome;
  readonly last: StepCount | null;
}

function StepText({ number, sentence, note, outcome, last }: StepTextProps) {
  const tag = stateTag(outcome);
  const since = sinceLastTime(outcome, last);
  return (
    <>
      <span className={cx(classes.number, 'num')} aria-hidden="true">
        {number}
      </span>
      <span className={classes.text}>
        <span className={cx(classes.sentence, outcome.state === 'disabled' && classes.off)}>{sentence}</span>
        <span className={classes.facts}>
          {tag ? (
            <Tag tone={tag.tone} title={outcome.sentence} testId="step-state">
              {tag.text}
            </Tag>
          ) : null}
          <span className="num" data-testid="step-counts">
            {countLine(outcome)}
          </span>
          {outcome.caught.length > 0 ? (
            <Tag tone="merged" title="Spellings the rule caught although they were not listed">
              {formatCount(outcome.caught.length)} new
            </Tag>
          ) : null}
          {since ? (
            <Tag tone="accent" title={since}>
              was {formatCount(last?.values ?? 0)}
            </Tag>
          ) : null}
        </span>
        {note === '' ? null : <span className={classes.note}>{note}</span>}
      </span>
    </>
  );
}

interface StepMenuProps extends StepDeeds {
  readonly stepId: string;
  readonly sentence: string;
  readonly enabled: boolean;
}

function StepMenu({ stepId, sentence, enabled, ...deeds }: StepMenuProps) {
  return (
    <Menu position="bottom-end" withinPortal width={230}>
      <Menu.Target>
        <IconButton
          label={`More for “${sentence}”`}
          icon={<IconDots size={15} />}
          onClick={() => undefined}
          testId="step-menu"
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => deeds.onEdit(stepId)} data-testid="step-edit">
          Edit
        </Menu.Item>
        <Menu.Item onClick={() => deeds.onToggle(stepId)} data-testid="step-toggle">
          {enabled ? 'Switch off' : 'Switch on'}
        </Menu.Item>
        <Menu.Item onClick={() => deeds.onDuplicate(stepId)} data-testid="step-duplicate">
          Duplicate
        </Menu.Item>
        <Menu.Item onClick={() => deeds.onInsertBefore(stepId)} data-testid="step-insert">
          Insert a step before
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => deeds.onRemove(stepId)} data-testid="step-remove">
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
