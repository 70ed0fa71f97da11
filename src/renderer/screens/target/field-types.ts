import type { FieldType } from '@shared/target/types';

/** Types of fields with the words people use for them. */
export const FIELD_TYPES: readonly { readonly value: FieldType; readonly label: string }[] = [
  { value: 'text', label: 'Text' },
  { value: 'textarea', label: 'Long text' },
  { value: 'picklist', label: 'One of a list' },
  { value: 'multiselect', label: 'Several of a list' },
  { value: 'lookup', label: 'Link to a record' },
  { value: 'currency', label: 'Money' },
  { value: 'integer', label: 'Whole number' },
  { value: 'number', label: 'Number' },
  { value: 'percent', label: 'Percent' },
  { value: 'date', label: 'Date' },
  { value: 'datetime', label: 'Date and time' },
  { value: 'time', label: 'Time' },
  { value: 'boolean', label: 'Yes or no' },
  { value: 'phone', label: 'Phone' },
  { value: 'email', label: 'E-mail' },
  { value: 'url', label: 'Web address' },
  { value: 'id', label: 'Id of the target' },
  { value: 'address', label: 'Address in one' },
];

/** The words for a type of field. */
export function typeLabel(type: FieldType): string {
  return FIELD_TYPES.find(({ value }) => value === type)?.label ?? type;
}
