import { Checkbox, TextInput } from '@mantine/core';
import { freeNames } from '@shared/clean/free-names';
import type { AddressPart, NamePart, StepAction } from '@shared/clean/types';
import { FieldGroup } from '../../../components/field-group';
import { CountryField } from '../../../components/transforms/country-field';
import { NameOrderField } from '../../../components/transforms/transform-fields';
import type { ActionFieldsProps } from './action-fields-props';
import { KeepBox } from './column-fields';
import classes from './editors.module.css';

type Of<Kind extends StepAction['kind']> = Extract<StepAction, { readonly kind: Kind }>;

const NAME_PARTS: readonly (readonly [NamePart, string])[] = [
  ['salutation', 'Salutation'],
  ['first', 'First name'],
  ['middle', 'Middle names'],
  ['last', 'Last name'],
  ['suffix', 'Suffix'],
];

const ADDRESS_PARTS: readonly (readonly [AddressPart, string])[] = [
  ['street', 'Street'],
  ['houseNumber', 'House number'],
  ['unit', 'Unit'],
  ['postcode', 'Postcode'],
  ['city', 'City'],
  ['region', 'Region'],
  ['country', 'Country'],
];

/** Which parts of a name become columns. */
export function ParseNameFields({ action, columns, onChange }: ActionFieldsProps<Of<'parseName'>>) {
  return (
    <>
      <NameOrderField order={action.order} onChange={(order) => onChange({ ...action, order })} />
      <PartsField
        parts={NAME_PARTS}
        into={action.into}
        columns={columns}
        onChange={(into) => onChange({ ...action, into })}
      />
      <KeepBox keep={action.keep} column={action.column} onChange={(keep) => onChange({ ...action, keep })} />
    </>
  );
}

/** Which parts of an address become columns. */
export function ParseAddressFields({ action, columns, onChange }: ActionFieldsProps<Of<'parseAddress'>>) {
  return (
    <>
      <CountryField
        label="Country of addresses that name none"
        value={action.country}
        clearable
        onChange={(country) => onChange({ ...action, country })}
      />
      <PartsField
        parts={ADDRESS_PARTS}
        into={action.into}
        columns={columns}
        onChange={(into) => onChange({ ...action, into })}
      />
      <KeepBox keep={action.keep} column={action.column} onChange={(keep) => onChange({ ...action, keep })} />
    </>
  );
}

interface PartsFieldProps<Part extends string> {
  readonly parts: readonly (readonly [Part, string])[];
  readonly into: Readonly<Partial<Record<Part, string>>>;
  readonly columns: readonly string[];
  readonly onChange: (into: Readonly<Partial<Record<Part, string>>>) => void;
}

/** Parts that can be had: tick those wanted and name their columns. */
function PartsField<Part extends string>({ parts, into, columns, onChange }: PartsFieldProps<Part>) {
  const put = (part: Part, name: string | null) => {
    const next: Partial<Record<Part, string>> = {};
    for (const [item] of parts) {
      const value = item === part ? name : (into[item] ?? null);
      if (value !== null) next[item] = value;
    }
    onChange(next);
  };
  return (
    <FieldGroup label="Parts become">
      {parts.map(([part, label]) => {
        const name = into[part];
        return (
          <div key={part} className={classes.part}>
            <Checkbox
              label={label}
              checked={name !== undefined}
              onChange={(event) => put(part, event.currentTarget.checked ? freeNames(columns)(label) : null)}
            />
            <TextInput
              aria-label={`Column for ${label}`}
              value={name ?? ''}
              disabled={name === undefined}
              error={
                name !== undefined && columns.includes(name) ? 'There is a column of that name' : undefined
              }
              onChange={(event) => put(part, event.currentTarget.value)}
            />
          </div>
        );
      })}
    </FieldGroup>
  );
}
