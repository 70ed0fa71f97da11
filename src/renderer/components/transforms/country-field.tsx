import { Select } from '@mantine/core';
import codes from 'i18n-iso-countries/codes.json';
import en from 'i18n-iso-countries/langs/en.json';

/** Countries by their usual English name, with the code to type. */
const COUNTRIES: readonly { readonly value: string; readonly label: string }[] = codes
  .map(([code = '']) => ({ value: code, label: `${firstName(code)} (${code})` }))
  .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));

export interface CountryFieldProps {
  readonly label: string;
  /** ISO 3166-1 alpha-2; '' = none chosen. */
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly description?: string;
  readonly clearable?: boolean;
  readonly testId?: string;
}

/** A country, found by typing its name or its code. */
export function CountryField({ label, value, onChange, description, clearable, testId }: CountryFieldProps) {
  return (
    <Select
      label={label}
      description={description}
      placeholder="Type a name or a code"
      data={[...COUNTRIES]}
      value={value === '' ? null : value}
      searchable
      clearable={clearable ?? false}
      limit={60}
      nothingFoundMessage="No country of that name"
      onChange={(code) => onChange(code ?? '')}
      data-testid={testId}
    />
  );
}

function firstName(code: string): string {
  const names: Readonly<Record<string, string | readonly string[]>> = en.countries;
  const name = names[code] ?? code;
  return typeof name === 'string' ? name : (name[0] ?? code);
}
