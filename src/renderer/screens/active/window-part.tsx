import { NumberInput, Select, TextInput } from '@mantine/core';
import type { ActiveRule } from '@shared/rules/types';
import { IconPlus, IconX } from '@tabler/icons-react';
import { Button, IconButton } from '../../components/button';
import classes from './rule-editor.module.css';
import { useRuleFields } from './rule-fields';

export interface WindowPartProps {
  readonly object: string;
  readonly rule: ActiveRule;
  readonly onChange: (rule: ActiveRule) => void;
}

/** The activity window: how long, before which day, by which dates, and what a missing date means. */
export function WindowPart({ object, rule, onChange }: WindowPartProps) {
  const { dates, relatedDates } = useRuleFields(object);
  const window = rule.window;
  const options = [
    ...dates.map((field) => ({ value: field.api, label: field.label })),
    ...relatedDates.map((item) => ({
      value: `${item.object}/${item.field}/${item.date}`,
      label: item.label,
    })),
  ];
  if (!window) {
    return (
      <div className={classes.part}>
        <span className={classes.label}>Activity window</span>
        <span className="soft">none</span>
        <Button
          kind="quiet"
          icon={<IconPlus size={14} />}
          disabled={options.length === 0}
          title={options.length === 0 ? 'No date field is mapped.' : ''}
          onClick={() => {
            const first = options[0]?.value ?? '';
            onChange({ ...rule, window: { ...toSources([first]), months: 24, missing: 'unknown' } });
          }}
          testId="add-window"
        >
          Add
        </Button>
      </div>
    );
  }
  const chosen = [
    ...window.fields,
    ...window.related.map((item) => `${item.object}/${item.field}/${item.date}`),
  ];
  return (
    <div className={classes.part}>
      <span className={classes.label}>Active within</span>
      <NumberInput
        aria-label="Months without activity"
        w={76}
        min={1}
        max={240}
        value={window.months}
        onChange={(value) =>
          typeof value === 'number' &&
          value >= 1 &&
          onChange({ ...rule, window: { ...window, months: Math.round(value) } })
        }
        data-testid="window-months"
      />
      <span>months before</span>
      <TextInput
        aria-label="Reference date"
        type="date"
        w={140}
        value={rule.referenceDate}
        onChange={(event) =>
          event.currentTarget.value && onChange({ ...rule, referenceDate: event.currentTarget.value })
        }
      />
      <span>by</span>
      {options.map((option) => {
        const on = chosen.includes(option.value);
        return (
          <label key={option.value} className={classes.date}>
            <input
              type="checkbox"
              checked={on}
              onChange={() =>
                onChange({
                  ...rule,
                  window: {
                    ...window,
                    ...toSources(
                      on ? chosen.filter((item) => item !== option.value) : [...chosen, option.value],
                    ),
                  },
                })
              }
            />
            {option.label}
          </label>
        );
      })}
      <Select
        aria-label="A missing date means"
        w={190}
        data={[
          { value: 'unknown', label: 'no date: held for review' },
          { value: 'no', label: 'no date: left behind' },
          { value: 'yes', label: 'no date: kept' },
        ]}
        value={window.missing}
        allowDeselect={false}
        onChange={(value) =>
          onChange({
            ...rule,
            window: { ...window, missing: value === 'no' || value === 'yes' ? value : 'unknown' },
          })
        }
      />
      <IconButton
        label="Remove the activity window"
        icon={<IconX size={12} />}
        onClick={() => onChange({ ...rule, window: null })}
      />
    </div>
  );
}

function toSources(values: readonly string[]): Pick<NonNullable<ActiveRule['window']>, 'fields' | 'related'> {
  return {
    fields: values.filter((value) => value !== '' && !value.includes('/')),
    related: values.flatMap((value) => {
      const [object, field, date] = value.split('/');
      return object && field && date ? [{ object, field, date }] : [];
    }),
  };
}
