import { Select } from '@mantine/core';
import { MOST_UNMAPPED } from '@shared/mapping/samples';
import type { TableMapping } from '@shared/mapping/types';
import type { MappingReport } from '@shared/pipeline/types';
import type { TargetField } from '@shared/target/types';
import { useMemo, useState } from 'react';
import { atLeast, formatCount } from '../../base/format';
import { Button } from '../../components/button';
import { WhySection } from '../../components/why';
import { setValue, setValues } from './draft-mapping';
import classes from './map.module.css';

export interface ValueMapProps {
  readonly mapping: TableMapping;
  readonly field: TargetField;
  /** What was chosen so far. */
  readonly known: Readonly<Record<string, string>>;
  readonly unmapped: MappingReport['unmapped'][string];
  /** The list is that of the mapping before. */
  readonly counting: boolean;
  readonly onChange: (mapping: TableMapping) => void;
}

/** Values on the screen, without a place and with one; of the former the rest come up as these get theirs. */
const SHOWN = 100;
/** Choices shown at once; typing finds the others. */
const CHOICES = 200;

interface Choice {
  readonly value: string;
  readonly label: string;
}

const EMPTY_CHOICE: Choice = { value: '', label: '(leave empty)' };

/** Every value of the picklist field that the target does not know, with a place to be chosen; then those that have one. */
export function ValueMap({ mapping, field, known, unmapped, counting, onChange }: ValueMapProps) {
  const choices = useMemo(
    () => [
      ...field.picklist.map((value, at) => ({ value, label: optionWords(field, value, at) })),
      EMPTY_CHOICE,
    ],
    [field],
  );
  const controller = field.dependsOn?.field;
  const placed = Object.entries(known);
  const [shown, setShown] = useState(SHOWN);
  const choose = (from: string, to: string | null) => onChange(setValue(mapping, field.api, from, to));
  const suggested = unmapped.flatMap(({ value, suggestion }) =>
    suggestion === null ? [] : [{ from: value, to: suggestion }],
  );
  const hidden = Math.max(0, unmapped.length - SHOWN);
  return (
    <WhySection title="Where each value goes" subtitle={subtitle(field, unmapped.length, counting)}>
      {controller !== undefined ? (
        <p data-testid="depends-on">
          Which values go depends on <b>{controller}</b>; each says with what. Rows where they do not fit are
          listed on the Validate screen.
        </p>
      ) : null}
      {suggested.length > 0 ? (
        <Button
          kind="quiet"
          onClick={() => onChange(setValues(mapping, field.api, suggested))}
          testId="accept-values"
        >
          Use all suggestions
        </Button>
      ) : null}
      <ul className={classes.valueMap} data-testid="value-map">
        {unmapped.slice(0, SHOWN).map((item) => (
          <Line
            key={item.value}
            from={item.value}
            to={null}
            hint={`${formatCount(item.count)}${item.suggestion ? ` · ${item.suggestion}?` : ''}`}
            choices={choices}
            onChoose={choose}
          />
        ))}
        {placed.slice(0, shown).map(([from, to]) => (
          <Line key={from} from={from} to={to} hint="" choices={choices} onChoose={choose} />
        ))}
      </ul>
      {hidden > 0 ? (
        <p className="soft">
          {atLeast(hidden, MOST_UNMAPPED - SHOWN)} more without a place, less frequent: they come up as these
          get theirs.
        </p>
      ) : null}
      {placed.length > shown ? (
        <Button kind="quiet" onClick={() => setShown(shown + SHOWN)} testId="more-placed">
          Show more of the {formatCount(placed.length - shown)} others that have their place
        </Button>
      ) : null}
    </WhySection>
  );
}

function subtitle(field: TargetField, open: number, counting: boolean): string {
  if (counting) return 'Counting…';
  if (open === 0) return 'Every value has a place in the target’s list.';
  return field.restricted
    ? 'The loader refuses other values.'
    : 'Other values would load silently and pollute the list.';
}

interface LineProps {
  readonly from: string;
  readonly to: string | null;
  readonly hint: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (from: string, to: string | null) => void;
}

/** One source value. The choices, of which there may be thousands, are given to the line a person is at. */
function Line({ from, to, hint, choices, onChoose }: LineProps) {
  const [here, setHere] = useState(false);
  const own = choices.find(({ value }) => value === to) ?? (to === null ? null : { value: to, label: to });
  return (
    <li>
      <span title={from}>
        {from} <span className="num soft">{hint}</span>
      </span>
      <Select
        aria-label={`Target value for ${from}`}
        placeholder="choose"
        data={here ? [...choices] : own ? [own] : []}
        limit={CHOICES}
        value={to}
        searchable
        clearable
        onFocus={() => setHere(true)}
        onBlur={() => setHere(false)}
        onChange={(value) => onChoose(from, value)}
      />
    </li>
  );
}

/** A value of the list as people see it, with the controlling values it goes with. */
function optionWords(field: TargetField, value: string, at: number): string {
  const label = field.optionLabels?.[at] ?? value;
  const named = label === value ? value : `${label} (${value})`;
  if (!field.dependsOn) return named;
  const goes = field.dependsOn.allowed.filter(({ values }) => values.includes(value)).map(({ when }) => when);
  return `${named} · ${goes.length === 0 ? 'with none' : `with ${goes.join(', ')}`}`;
}
