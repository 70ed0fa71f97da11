import { NumberInput, Select } from '@mantine/core';
import type { ReadOptions } from '@shared/ingest/types';
import { DELIMITERS, ENCODINGS, withFirstRow, withHeaderRow, withText } from './read-changes';
import classes from './read-settings.module.css';

export interface ReadSettingsProps {
  readonly options: ReadOptions;
  readonly onChange: (options: ReadOptions) => void;
}

const QUOTES = [
  { value: '"', label: 'double  "' },
  { value: "'", label: "single  '" },
  { value: 'off', label: 'none' },
];

/** How the file is cut into rows and cells; every change reads the first rows again. */
export function ReadSettings({ options, onChange }: ReadSettingsProps) {
  return (
    <div className={classes.settings}>
      {options.kind === 'delimited' ? (
        <>
          <Select
            label="Encoding"
            searchable
            data={withOwn(ENCODINGS, options.encoding)}
            value={options.encoding}
            onChange={(value) => value && onChange(withText(options, { encoding: value }))}
            data-testid="read-encoding"
          />
          <Select
            label="Delimiter"
            data={withOwn(DELIMITERS, options.delimiter)}
            value={options.delimiter}
            onChange={(value) => value && onChange(withText(options, { delimiter: value }))}
            data-testid="read-delimiter"
          />
          <Select
            label="Quotes"
            data={withOwn(QUOTES, options.quote || 'off')}
            value={options.quote || 'off'}
            onChange={(value) =>
              value && onChange(withText(options, { quote: value === 'off' ? '' : value }))
            }
            data-testid="read-quote"
          />
        </>
      ) : null}
      <Select
        label="Header"
        data={[
          { value: 'row', label: 'in a row' },
          { value: 'none', label: 'none' },
        ]}
        value={options.headerRow === null ? 'none' : 'row'}
        onChange={(value) =>
          onChange(withHeaderRow(options, value === 'none' ? null : (options.headerRow ?? 0)))
        }
        data-testid="read-has-header"
      />
      {options.headerRow !== null ? (
        <NumberInput
          label="Header row"
          min={1}
          max={10_000}
          allowDecimal={false}
          value={options.headerRow + 1}
          onChange={(value) => typeof value === 'number' && onChange(withHeaderRow(options, value - 1))}
          data-testid="read-header-row"
        />
      ) : null}
      <NumberInput
        label="First data row"
        min={options.headerRow === null ? 1 : options.headerRow + 2}
        max={20_000}
        allowDecimal={false}
        value={options.firstRow + 1}
        onChange={(value) => typeof value === 'number' && onChange(withFirstRow(options, value - 1))}
        data-testid="read-first-row"
      />
    </div>
  );
}

/** The list with the current value in it, also where detection found one the list does not know. */
function withOwn(list: readonly { readonly value: string; readonly label: string }[], value: string) {
  return list.some((item) => item.value === value) ? [...list] : [...list, { value, label: value }];
}
