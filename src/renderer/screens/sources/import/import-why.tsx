import type { Evidence } from '@shared/ingest/types';
import { IconCheck, IconHelp, IconQuestionMark } from '@tabler/icons-react';
import { cx, formatBytes, plural } from '../../../base/format';
import { WhyNote, WhyPanel, WhySection } from '../../../components/why';
import type { ImportFile, ImportTable } from './import-model';
import classes from './import-why.module.css';
import { optionsSentence } from './read-changes';

const ABOUT: Readonly<Record<Evidence['about'], string>> = {
  encoding: 'Encoding',
  delimiter: 'Delimiter',
  quote: 'Quotes',
  header: 'Header',
  sheet: 'Sheet',
  type: 'Type',
  dateOrder: 'Order of day and month',
  shown: 'Shown and stored',
  decimal: 'Decimal sign',
  rows: 'Rows',
};

const WORDS: Readonly<Record<Evidence['certainty'], string>> = {
  sure: 'sure',
  likely: 'likely, please look',
  ask: 'cannot be told from the data',
};

/** Why the reader thinks so, one sentence each; what only a person can settle comes first, plain types last. */
export function ImportWhy({ file, table }: { readonly file: ImportFile; readonly table: ImportTable }) {
  const { evidence } = table.proposal;
  const asked = evidence.filter((item) => item.certainty === 'ask');
  const others = evidence.filter((item) => item.certainty !== 'ask');
  const ofFile = others.filter((item) => item.about !== 'type');
  const ofTypes = others.filter((item) => item.about === 'type');
  return (
    <WhyPanel>
      <WhySection
        lead
        title="Why it is read this way"
        subtitle={`${file.file.name}: ${optionsSentence(table.proposal.options)}`}
      >
        {evidence.length === 0 ? 'Nothing had to be guessed.' : null}
      </WhySection>
      <EvidenceList items={[...asked, ...ofFile]} testId="import-evidence" />
      {ofTypes.length > 0 ? (
        <details className={classes.types}>
          <summary>Types of {plural(ofTypes.length, 'column')}</summary>
          <EvidenceList items={ofTypes} testId="import-type-evidence" />
        </details>
      ) : null}
      <WhyNote title="The file stays as it is">
        {formatBytes(file.file.size)} are copied into the project folder unchanged
        {table.proposal.rowCount !== null ? `, ${plural(table.proposal.rowCount, 'row')} in this table` : ''}.
        How they are read is kept in the journal, so that the same bytes always give the same table.
      </WhyNote>
    </WhyPanel>
  );
}

function EvidenceList({ items, testId }: { readonly items: readonly Evidence[]; readonly testId: string }) {
  return (
    <ul className={classes.list} data-testid={testId}>
      {items.map((item) => (
        <li key={`${item.about}:${item.column ?? ''}:${item.text}`} className={cx(classes[item.certainty])}>
          <span className={classes.icon} title={WORDS[item.certainty]}>
            {item.certainty === 'sure' ? <IconCheck size={14} stroke={2.2} /> : null}
            {item.certainty === 'likely' ? <IconHelp size={14} stroke={1.9} /> : null}
            {item.certainty === 'ask' ? <IconQuestionMark size={14} stroke={2.4} /> : null}
          </span>
          <div>
            <b>
              {ABOUT[item.about]}
              {item.column !== undefined ? ` of ${item.column}` : ''}
            </b>
            <p>{item.text}</p>
            <span className="visually-hidden">{WORDS[item.certainty]}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
