import { Checkbox, Select, Switch } from '@mantine/core';
import type { MatchSettings } from '@shared/match/types';
import type { MatchReport } from '@shared/pipeline/review-types';
import { IconTrash } from '@tabler/icons-react';
import english from 'i18n-iso-countries/langs/en.json';
import { useState } from 'react';
import { plural } from '../../../base/format';
import { Button, IconButton } from '../../../components/button';
import { withApart, withUnique } from './settings-draft';
import classes from './source-rules.module.css';

const COUNTRIES = Object.entries(english.countries)
  .map(([code, name]) => ({ value: code, label: `${typeof name === 'string' ? name : name[0]} (${code})` }))
  .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));

export interface SourceRulesProps {
  readonly report: MatchReport;
  readonly settings: MatchSettings;
  readonly onChange: (settings: MatchSettings) => void;
}

/** What is known about the sources: free of duplicates, not to be compared, one-to-one. */
export function SourceRules({ report, settings, onChange }: SourceRulesProps) {
  const { sources } = report;
  const nameOf = (id: string): string =>
    sources.find((source) => source.id === id)?.name ?? 'a removed table';
  return (
    <div className={classes.frame}>
      <fieldset className={classes.group}>
        <legend>Free of duplicates inside</legend>
        <p className="soft small">Their own records are not compared with each other, and never joined.</p>
        {sources.map((source) => (
          <Checkbox
            key={source.id}
            label={`${source.name} · ${plural(source.records, 'record')}`}
            checked={settings.unique.includes(source.id)}
            onChange={(event) => onChange(withUnique(settings, source.id, event.currentTarget.checked))}
            data-testid={`unique-${source.id}`}
          />
        ))}
      </fieldset>
      {sources.length > 1 ? (
        <fieldset className={classes.group}>
          <legend>Not compared with each other</legend>
          {settings.apart.length === 0 ? (
            <p className="soft small">Every source is compared with every other.</p>
          ) : null}
          <ul>
            {settings.apart.map(([a, b]) => (
              <li key={`${a}\n${b}`} className={classes.pair}>
                <span>{a === b ? `within ${nameOf(a)}` : `${nameOf(a)} and ${nameOf(b)}`}</span>
                <IconButton
                  label={`Compare ${nameOf(a)} and ${nameOf(b)} again`}
                  icon={<IconTrash size={14} />}
                  onClick={() => onChange(withApart(settings, a, b, false))}
                />
              </li>
            ))}
          </ul>
          <ApartPicker report={report} settings={settings} onChange={onChange} />
        </fieldset>
      ) : null}
      <fieldset className={classes.group}>
        <legend>How records may be joined</legend>
        <Switch
          label="Look for duplicates inside sources, not only between them"
          checked={settings.withinSource}
          onChange={(event) => onChange({ ...settings, withinSource: event.currentTarget.checked })}
          data-testid="within-source"
        />
        <Switch
          label="One to one: at most one record of each source becomes part of a joined record"
          checked={settings.oneToOne}
          onChange={(event) => onChange({ ...settings, oneToOne: event.currentTarget.checked })}
          data-testid="one-to-one"
        />
      </fieldset>
      <Select
        label="Country of phone numbers without a prefix"
        data={COUNTRIES}
        searchable
        value={settings.defaultCountry}
        onChange={(country) => {
          if (country) onChange({ ...settings, defaultCountry: country });
        }}
        maw={320}
        data-testid="default-country"
      />
    </div>
  );
}

function ApartPicker({ report, settings, onChange }: SourceRulesProps) {
  const [one, setOne] = useState<string | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const data = report.sources.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={classes.picker}>
      <Select aria-label="Source" placeholder="Source" data={data} value={one} onChange={setOne} />
      <Select
        aria-label="Other source"
        placeholder="Other source"
        data={data.filter(({ value }) => value !== one)}
        value={other === one ? null : other}
        onChange={setOther}
      />
      <Button
        disabled={one === null || other === null || one === other}
        onClick={() => {
          if (one === null || other === null) return;
          onChange(withApart(settings, one, other, true));
          setOne(null);
          setOther(null);
        }}
        testId="apart-add"
      >
        Do not compare
      </Button>
    </div>
  );
}
