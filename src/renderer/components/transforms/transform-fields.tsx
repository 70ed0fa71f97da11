import { Checkbox, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { NameOrder, NamePart, ValueTransform } from '@shared/clean/types';
import { CountryField } from './country-field';
import { ExpressionField } from './expression-field';
import { LookupFields } from './lookup-fields';
import { PatternField } from './pattern-field';
import classes from './transforms.module.css';

export interface TransformFieldsProps {
  readonly transform: ValueTransform;
  readonly onChange: (transform: ValueTransform) => void;
}

/** Whether a transform has anything to set. */
export function hasFields(transform: ValueTransform): boolean {
  switch (transform.op) {
    case 'trim':
    case 'squeeze':
    case 'boolean':
    case 'email':
    case 'url':
    case 'domain':
    case 'nameFirst':
    case 'nameLast':
      return false;
    default:
      return true;
  }
}

/** What can be set about one transform. */
export function TransformFields({ transform, onChange }: TransformFieldsProps) {
  switch (transform.op) {
    case 'unicode':
      return (
        <>
          <Choice
            label="Form"
            value={transform.form}
            options={[
              { value: 'NFC', label: 'Compose accents' },
              { value: 'NFKC', label: 'Fold full-width too' },
            ]}
            onChange={(form) => onChange({ ...transform, form })}
          />
          <Checkbox
            label="Drop control, zero-width and direction characters"
            checked={transform.controls}
            onChange={(event) => onChange({ ...transform, controls: event.currentTarget.checked })}
          />
        </>
      );
    case 'case':
      return (
        <Choice
          label="Capitals"
          value={transform.to}
          options={[
            { value: 'name', label: 'Name' },
            { value: 'sentence', label: 'Sentence' },
            { value: 'upper', label: 'UPPER' },
            { value: 'lower', label: 'lower' },
          ]}
          onChange={(to) => onChange({ ...transform, to })}
        />
      );
    case 'date':
      return (
        <Choice
          label="Order in dates written with numbers"
          value={transform.order}
          options={[
            { value: 'DMY', label: 'Day first' },
            { value: 'MDY', label: 'Month first' },
            { value: 'YMD', label: 'Year first' },
          ]}
          onChange={(order) => onChange({ ...transform, order })}
        />
      );
    case 'number':
      return (
        <Choice
          label="Decimals are written with a"
          value={transform.decimal}
          options={[
            { value: '.', label: 'Point: 1,234.50' },
            { value: ',', label: 'Comma: 1.234,50' },
          ]}
          onChange={(decimal) => onChange({ ...transform, decimal })}
        />
      );
    case 'phone':
      return (
        <CountryField
          label="Country of numbers without a country code"
          value={transform.country}
          onChange={(country) => onChange({ ...transform, country })}
          testId="phone-country"
        />
      );
    case 'country':
      return (
        <Choice
          label="Write countries as"
          value={transform.to}
          options={[
            { value: 'name', label: 'Name' },
            { value: 'iso2', label: 'Two-letter code' },
          ]}
          onChange={(to) => onChange({ ...transform, to })}
        />
      );
    case 'subdivision':
      return (
        <>
          <CountryField
            label="Country"
            value={transform.country}
            onChange={(country) => onChange({ ...transform, country })}
          />
          <Choice
            label="Write them as"
            value={transform.to}
            options={[
              { value: 'code', label: 'Code: US-CA' },
              { value: 'name', label: 'Name: California' },
            ]}
            onChange={(to) => onChange({ ...transform, to })}
          />
        </>
      );
    case 'postcode':
      return (
        <CountryField
          label="Country"
          value={transform.country}
          onChange={(country) => onChange({ ...transform, country })}
        />
      );
    case 'namePart':
      return (
        <div className={classes.pair}>
          <Select
            label="Part"
            data={[...NAME_PARTS]}
            value={transform.part}
            allowDeselect={false}
            onChange={(part) => onChange({ ...transform, part: pick(NAME_PARTS, part) ?? transform.part })}
          />
          <NameOrderField order={transform.order} onChange={(order) => onChange({ ...transform, order })} />
        </div>
      );
    case 'replace':
      return (
        <div className={classes.pair}>
          <TextInput
            label="Find"
            value={transform.find}
            onChange={(event) => onChange({ ...transform, find: event.currentTarget.value })}
            data-autofocus
            data-testid="replace-find"
          />
          <TextInput
            label="Replace by"
            placeholder="nothing"
            value={transform.with}
            onChange={(event) => onChange({ ...transform, with: event.currentTarget.value })}
            data-testid="replace-with"
          />
        </div>
      );
    case 'replacePattern':
      return (
        <>
          <PatternField
            label="Find the pattern"
            pattern={transform.pattern}
            ignoreCase={transform.ignoreCase}
            onChange={(pattern, ignoreCase) => onChange({ ...transform, pattern, ignoreCase })}
            autofocus
          />
          <TextInput
            label="Replace by"
            description="$1 is the first group, $0 all that was found"
            placeholder="nothing"
            className={classes.mono ?? ''}
            value={transform.with}
            onChange={(event) => onChange({ ...transform, with: event.currentTarget.value })}
          />
        </>
      );
    case 'extract':
      return (
        <>
          <PatternField
            label="Keep what fits the pattern"
            pattern={transform.pattern}
            ignoreCase={transform.ignoreCase}
            onChange={(pattern, ignoreCase) => onChange({ ...transform, pattern, ignoreCase })}
            description="Cells in which nothing fits become empty"
            autofocus
          />
          <NumberInput
            label="Group"
            description="0 = all that was found"
            min={0}
            max={20}
            clampBehavior="strict"
            allowDecimal={false}
            value={transform.group}
            onChange={(group) => onChange({ ...transform, group: Number(group) || 0 })}
          />
        </>
      );
    case 'lookup':
      return <LookupFields transform={transform} onChange={onChange} />;
    case 'formula':
      return (
        <ExpressionField
          label="New value"
          description="value stands for the cell"
          expression={transform.expression}
          columns={[]}
          onChange={(expression) => onChange({ ...transform, expression })}
        />
      );
    case 'truncate':
      return (
        <NumberInput
          label="At most so many characters"
          min={1}
          max={131_072}
          clampBehavior="strict"
          allowDecimal={false}
          value={transform.length}
          onChange={(length) => onChange({ ...transform, length: Number(length) || 0 })}
          data-autofocus
        />
      );
    case 'default':
      return (
        <TextInput
          label="What stands in empty cells"
          value={transform.value}
          onChange={(event) => onChange({ ...transform, value: event.currentTarget.value })}
          data-autofocus
        />
      );
    default:
      return null;
  }
}

const NAME_PARTS: readonly { readonly value: NamePart; readonly label: string }[] = [
  { value: 'salutation', label: 'Salutation and titles' },
  { value: 'first', label: 'First name' },
  { value: 'middle', label: 'Middle names' },
  { value: 'last', label: 'Last name' },
  { value: 'suffix', label: 'Suffix' },
];

const NAME_ORDERS: readonly { readonly value: NameOrder; readonly label: string }[] = [
  { value: 'auto', label: 'By script and comma' },
  { value: 'western', label: 'First name first' },
  { value: 'eastAsian', label: 'Last name first' },
];

export interface NameOrderFieldProps {
  readonly order: NameOrder;
  readonly onChange: (order: NameOrder) => void;
}

/** In which order the parts of a name stand. */
export function NameOrderField({ order, onChange }: NameOrderFieldProps) {
  return (
    <Select
      label="Order of names"
      data={[...NAME_ORDERS]}
      value={order}
      allowDeselect={false}
      onChange={(value) => onChange(pick(NAME_ORDERS, value) ?? order)}
    />
  );
}

function pick<T extends string>(options: readonly { readonly value: T }[], value: string | null): T | null {
  return options.find((option) => option.value === value)?.value ?? null;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** A few choices side by side, with a name. */
function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <div>
      <p className="soft small">{label}</p>
      <SegmentedControl
        aria-label={label}
        data={[...options]}
        value={value}
        onChange={(chosen) => onChange(pick(options, chosen) ?? value)}
      />
    </div>
  );
}
