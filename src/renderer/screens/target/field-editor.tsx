import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import type { AppError } from '@shared/base/result';
import { changeField, otherPicklist, removeField } from '@shared/target/edit';
import type { FieldType, TargetField, TargetObject } from '@shared/target/types';
import { useState } from 'react';
import { plural } from '../../base/format';
import { Button } from '../../components/button';
import { ErrorPanel } from '../../components/states';
import { WhyPanel, WhySection } from '../../components/why';
import { FIELD_TYPES } from './field-types';
import classes from './target.module.css';
import type { FieldItem } from './target-model';

export interface FieldEditorProps {
  readonly item: FieldItem;
  /** Resolves to false when it was not saved. */
  readonly onChange: (object: TargetObject, replaces: string) => Promise<boolean>;
}

/** One field in full: what the target knows of it, and what the organisation says otherwise. */
export function FieldEditor({ item, onChange }: FieldEditorProps) {
  const { object, field } = item;
  const [edited, setEdited] = useState<TargetField>(field);
  const [values, setValues] = useState(field.picklist.join('\n'));
  const [error, setError] = useState<AppError | null>(null);
  const set = (change: Partial<TargetField>) => setEdited((before) => ({ ...before, ...change }));
  const picklist = values
    .split('\n')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const isKey = field.api === object.legacyKeyField;
  const hasList = edited.type === 'picklist' || edited.type === 'multiselect' || field.picklist.length > 0;
  const isChanged =
    JSON.stringify(edited) !== JSON.stringify(field) || picklist.join('\n') !== field.picklist.join('\n');

  const save = async () => {
    const {
      label,
      type,
      maxLength,
      precision,
      scale,
      required,
      unique,
      restricted,
      otherPicklist: other,
    } = edited;
    const changed = changeField(object, field.api, {
      ...{ label, type, maxLength, precision, scale, required, unique, restricted, picklist },
      ...(other ? { otherPicklist: other } : {}),
      ...(type === 'lookup' ? {} : { references: null }),
    });
    if (!changed.ok) return setError(changed.error);
    setError(null);
    await onChange(changed.value, object.name);
  };
  const remove = async () => {
    const changed = removeField(object, field.api);
    if (!changed.ok) return setError(changed.error);
    await onChange(changed.value, object.name);
  };
  const exchange = () => {
    const change = otherPicklist({ ...edited, picklist });
    set(change);
    setValues((change.picklist ?? []).join('\n'));
  };
  return (
    <WhyPanel>
      <WhySection lead title={field.label} subtitle={`${object.label} · ${field.api}`}>
        {field.note ? <p>{field.note}</p> : null}
        <div className={classes.form}>
          <TextInput
            label="Label"
            value={edited.label}
            onChange={(event) => set({ label: event.currentTarget.value })}
          />
          <Select
            label="Type"
            data={FIELD_TYPES.filter(({ value }) => value !== 'lookup' || field.type === 'lookup')}
            value={edited.type}
            disabled={isKey}
            allowDeselect={false}
            onChange={(type) =>
              set({
                type: (FIELD_TYPES.find(({ value }) => value === type)?.value ?? edited.type) as FieldType,
              })
            }
          />
          {edited.precision !== null ? (
            <div className={classes.pair}>
              <NumberInput
                label="Digits"
                value={edited.precision}
                min={1}
                max={38}
                allowDecimal={false}
                onChange={(digits) => set({ precision: numberOf(digits) })}
              />
              <NumberInput
                label="After the point"
                value={edited.scale ?? 0}
                min={0}
                max={38}
                allowDecimal={false}
                onChange={(digits) => set({ scale: numberOf(digits) ?? 0 })}
              />
            </div>
          ) : (
            <NumberInput
              label="Longest text, in characters"
              placeholder="no limit"
              value={edited.maxLength ?? ''}
              min={1}
              allowDecimal={false}
              onChange={(length) => set({ maxLength: numberOf(length) })}
              data-testid="field-length"
            />
          )}
          <Switch
            label="Must be filled"
            checked={edited.required}
            disabled={isKey}
            onChange={(event) => set({ required: event.currentTarget.checked })}
            data-testid="field-required"
          />
          <Switch
            label="Must be unique"
            checked={edited.unique}
            disabled={isKey}
            onChange={(event) => set({ unique: event.currentTarget.checked })}
          />
        </div>
      </WhySection>
      {hasList ? (
        <WhySection title={`Takes ${plural(picklist.length, 'value')}`}>
          <div className={classes.form}>
            <Textarea
              aria-label="Values, one a line"
              description="One value a line, spelled as the target spells it."
              autosize
              minRows={3}
              maxRows={14}
              value={values}
              onChange={(event) => setValues(event.currentTarget.value)}
              data-testid="field-values"
            />
            <Switch
              label="The loader refuses other values"
              checked={edited.restricted}
              onChange={(event) => set({ restricted: event.currentTarget.checked })}
            />
            {edited.otherPicklist ? (
              <Button onClick={exchange} title={edited.otherPicklist.join(', ')} testId="other-list">
                Use the list other organisations start with
              </Button>
            ) : null}
          </div>
        </WhySection>
      ) : null}
      <WhySection title="This change">
        {error ? <ErrorPanel compact error={error} /> : null}
        <div className={classes.decide}>
          <Button kind="primary" disabled={!isChanged} onClick={() => void save()} testId="save-field">
            Save field
          </Button>
          {isKey ? null : (
            <Button kind="danger" onClick={() => void remove()} testId="remove-field">
              Remove
            </Button>
          )}
        </div>
        <p className="soft">It becomes part of the project’s history and can be taken back.</p>
      </WhySection>
    </WhyPanel>
  );
}

function numberOf(value: string | number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;
}
