import { NumberInput, Select } from '@mantine/core';
import type { DelimitedOptions, ReadOptions } from '@shared/ingest/types';
import { useState } from 'react';
import { Button } from '../../../components/button';
import table from './import-table.module.css';
import {
  CELL_READINGS,
  DELIMITERS,
  ENCODINGS,
  headerEnd,
  withCells,
  withComment,
  withFirstRow,
  withHeaderEnd,
  withHeaderRow,
  withLastRow,
  withText,
} from './read-changes';
import classes from './read-settings.module.css';

export interface ReadSettingsProps {
  readonly options: ReadOptions;
  /** Rows of the file that are known as they stand; any of them may be the header. */
  readonly rows: number;
  readonly onChange: (options: ReadOptions) => void;
}

const QUOTES = [
  { value: '"', label: 'double  "' },
  { value: "'", label: "single  '" },
  { value: 'off', label: 'none' },
];

const COMMENTS = [
  { value: 'none', label: 'none' },
  { value: '#', label: 'begin with #' },
  { value: '//', label: 'begin with //' },
  { value: ';', label: 'begin with ;' },
  { value: '%', label: 'begin with %' },
];

const NO_HEADER = 'none';
/** Rows a person may join into one header. */
const MOST_HEADER_ROWS = 8;
const MOST_ROWS = 16_000_000;
/** Names of encodings are longer than their field. */
const WIDE = { width: 260, position: 'bottom-start' } as const;

/** How the file is cut into rows and cells; every change reads the first rows again. */
export function ReadSettings({ options, rows, onChange }: ReadSettingsProps) {
  const [more, setMore] = useState(false);
  const header = options.headerRow === null ? NO_HEADER : String(options.headerRow);
  const headerRows = Array.from({ length: Math.max(1, Math.min(rows, 100)) }, (_, row) => ({
    value: String(row),
    label: `row ${row + 1}`,
  }));
  return (
    <>
      <div className={table.fields}>
        {options.kind === 'delimited' ? (
          <>
            <Select
              label="Encoding"
              searchable
              data={withOwn(ENCODINGS, options.encoding)}
              value={options.encoding}
              onChange={(value) => value && onChange(withText(options, { encoding: value }))}
              comboboxProps={WIDE}
              data-testid="read-encoding"
            />
            <Select
              label="Delimiter"
              data={withOwn(DELIMITERS, options.delimiter)}
              value={options.delimiter}
              onChange={(value) => value && onChange(withText(options, { delimiter: value }))}
              data-testid="read-delimiter"
            />
          </>
        ) : (
          <Select
            label="Cells"
            data={[...CELL_READINGS]}
            value={options.cells?.as ?? 'stored'}
            onChange={(value) => onChange(withCells(options, value === 'shown' ? 'shown' : 'stored'))}
            data-testid="read-cells"
          />
        )}
        <Select
          label="Header"
          data={withOwn([{ value: NO_HEADER, label: 'none' }, ...headerRows], header)}
          value={header}
          onChange={(value) => {
            if (value !== null) onChange(withHeaderRow(options, value === NO_HEADER ? null : Number(value)));
          }}
          data-testid="read-header-row"
        />
        <NumberInput
          label="First data row"
          min={headerEnd(options) + 2}
          max={20_000}
          allowDecimal={false}
          value={options.firstRow + 1}
          onChange={(value) => typeof value === 'number' && onChange(withFirstRow(options, value - 1))}
          data-testid="read-first-row"
        />
        <div className={classes.more}>
          <Button kind="quiet" onClick={() => setMore(!more)} expanded={more} testId="read-more">
            {more ? 'Fewer settings' : 'More settings'}
          </Button>
        </div>
      </div>
      {more ? <MoreSettings options={options} onChange={onChange} /> : null}
    </>
  );
}

/** What seldom has to be set. */
function MoreSettings({ options, onChange }: Pick<ReadSettingsProps, 'options' | 'onChange'>) {
  const { headerRow } = options;
  return (
    <div className={table.fields}>
      {options.kind === 'delimited' ? <TextSettings options={options} onChange={onChange} /> : null}
      {headerRow === null ? null : (
        <NumberInput
          label="Header to row"
          min={headerRow + 1}
          max={headerRow + MOST_HEADER_ROWS}
          allowDecimal={false}
          value={headerEnd(options) + 1}
          onChange={(value) => typeof value === 'number' && onChange(withHeaderEnd(options, value - 1))}
          data-testid="read-header-end"
        />
      )}
      <NumberInput
        label="Last data row"
        placeholder="to the end"
        min={options.firstRow + 1}
        max={MOST_ROWS}
        allowDecimal={false}
        value={options.range?.endRow ?? ''}
        onChange={(value) => onChange(withLastRow(options, typeof value === 'number' ? value - 1 : null))}
        data-testid="read-last-row"
      />
    </div>
  );
}

interface TextSettingsProps {
  readonly options: DelimitedOptions;
  readonly onChange: (options: ReadOptions) => void;
}

function TextSettings({ options, onChange }: TextSettingsProps) {
  return (
    <>
      <Select
        label="Quotes"
        data={withOwn(QUOTES, options.quote || 'off')}
        value={options.quote || 'off'}
        onChange={(value) => value && onChange(withText(options, { quote: value === 'off' ? '' : value }))}
        data-testid="read-quote"
      />
      {options.quote === '' ? null : (
        <Select
          label="Quotes inside"
          data={withOwn(
            [
              { value: options.quote, label: 'doubled' },
              { value: '\\', label: 'after a backslash' },
            ],
            options.escape,
          )}
          value={options.escape}
          onChange={(value) => value && onChange(withText(options, { escape: value }))}
          data-testid="read-escape"
        />
      )}
      <Select
        label="Comment lines"
        data={withOwn(COMMENTS, options.comment ?? 'none')}
        value={options.comment ?? 'none'}
        onChange={(value) => value && onChange(withComment(options, value === 'none' ? null : value))}
        data-testid="read-comment"
      />
    </>
  );
}

/** The list with the current value in it, also where detection found one the list does not know. */
function withOwn(list: readonly { readonly value: string; readonly label: string }[], value: string) {
  return list.some((item) => item.value === value) ? [...list] : [...list, { value, label: value }];
}
