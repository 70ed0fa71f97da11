import { Menu, Select, TextInput } from '@mantine/core';
import type { FieldSource, TableMapping, Transform } from '@shared/mapping/types';
import type { MappingReport } from '@shared/pipeline/types';
import type { TargetField } from '@shared/target/types';
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { formatCount, formatShare } from '../../base/format';
import { Button, IconButton } from '../../components/button';
import { focusWanted } from '../../components/focus';
import { WhyPanel, WhySection } from '../../components/why';
import { type FieldRow, removeField, setSource, setTransforms, setValue } from './draft-mapping';
import classes from './map.module.css';
import { SourceEditor } from './source-editor';
import { ASKED, type AskedTransform, askedTransform, OFFERED, transformText } from './transform-words';

export interface WhyFieldProps {
  readonly row: FieldRow;
  readonly columns: readonly string[];
  readonly mapping: TableMapping;
  readonly samples: MappingReport['samples'][string];
  readonly unmapped: MappingReport['unmapped'][string];
  readonly onChange: (mapping: TableMapping) => void;
  readonly onAccept: () => void;
}

/** Why a column was suggested for a field, what is done to its values, and where its picklist values go. */
export function WhyField(props: WhyFieldProps) {
  const { row, mapping, onChange } = props;
  const { field, suggestion } = row;
  return (
    <WhyPanel>
      <WhySection lead title={field.label} subtitle={`${field.api} · ${limits(field)}`}>
        {field.note ? <p>{field.note}</p> : null}
        <SourceEditor
          row={row}
          columns={props.columns}
          onSource={(from: FieldSource | null) =>
            onChange(from ? setSource(mapping, field.api, from) : removeField(mapping, field.api))
          }
        />
      </WhySection>
      {suggestion ? (
        <WhySection title={`Suggested, ${formatShare(suggestion.score)}`}>
          <ul>
            {suggestion.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          {row.state !== 'mapped' ? <Button onClick={props.onAccept}>Use the suggestion</Button> : null}
        </WhySection>
      ) : null}
      {row.mapping ? (
        <WhySection title="What is done to each value">
          <Transforms
            transforms={row.mapping.transforms}
            onChange={(transforms) => onChange(setTransforms(mapping, field.api, transforms))}
          />
        </WhySection>
      ) : null}
      {field.picklist.length > 0 && row.mapping ? <ValueMap {...props} /> : null}
      {props.samples.length > 0 ? (
        <WhySection title="The commonest values">
          <table className={classes.samples}>
            <tbody>
              {props.samples.map((sample) => (
                <tr key={sample.from}>
                  <td>{sample.from === '' ? <i className="soft">empty</i> : sample.from}</td>
                  <td>{sample.to === '' ? <i className="soft">empty</i> : sample.to}</td>
                  <td className="num soft">{formatCount(sample.count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WhySection>
      ) : null}
    </WhyPanel>
  );
}

function Transforms({
  transforms,
  onChange,
}: {
  readonly transforms: readonly Transform[];
  readonly onChange: (transforms: readonly Transform[]) => void;
}) {
  const [asked, setAsked] = useState<AskedTransform | null>(null);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const made = asked ? askedTransform(asked, first, second) : null;
  const add = (transform: Transform) => {
    onChange([...transforms, transform]);
    setAsked(null);
    setFirst('');
    setSecond('');
  };
  return (
    <>
      <ol className={classes.steps}>
        {transforms.map((transform, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the chain.
          <li key={`${index}:${transform.op}`}>
            <span>{transformText(transform)}</span>
            {index > 0 ? (
              <IconButton
                label={`Move ${transformText(transform)} up`}
                icon={<IconArrowUp size={12} />}
                onClick={() => onChange(swap(transforms, index))}
              />
            ) : null}
            <IconButton
              label={`Remove ${transformText(transform)}`}
              icon={<IconX size={12} />}
              onClick={() => onChange(transforms.filter((_, i) => i !== index))}
            />
          </li>
        ))}
      </ol>
      {asked ? (
        <form
          ref={focusWanted}
          className={classes.asked}
          onSubmit={(event) => {
            event.preventDefault();
            if (made) add(made);
          }}
        >
          <TextInput
            label={
              { phone: 'Country, two letters', replace: 'Find', truncate: 'Characters', default: 'Value' }[
                asked
              ]
            }
            value={first}
            onChange={(event) => setFirst(event.currentTarget.value)}
            data-autofocus
          />
          {asked === 'replace' ? (
            <TextInput
              label="Replace by"
              value={second}
              onChange={(event) => setSecond(event.currentTarget.value)}
            />
          ) : null}
          <div className={classes.row}>
            <Button type="submit" kind="primary" disabled={!made} onClick={() => undefined}>
              Add
            </Button>
            <Button onClick={() => setAsked(null)}>Cancel</Button>
          </div>
        </form>
      ) : (
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <button type="button" className={classes.add} data-testid="add-transform">
              <IconPlus size={13} /> Add a step
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {OFFERED.map((transform) => (
              <Menu.Item key={JSON.stringify(transform)} onClick={() => add(transform)}>
                {transformText(transform)}
              </Menu.Item>
            ))}
            {ASKED.map(({ op, label }) => (
              <Menu.Item key={op} onClick={() => setAsked(op)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

function swap(transforms: readonly Transform[], index: number): readonly Transform[] {
  const next = [...transforms];
  const moved = next[index]!;
  next[index] = next[index - 1]!;
  next[index - 1] = moved;
  return next;
}

/** Every value of the picklist field that the target does not know, with a place to be chosen; then those that have one. */
function ValueMap({ row, mapping, unmapped, onChange }: WhyFieldProps) {
  const { field } = row;
  const options = field.picklist.map((value) => ({ value, label: value }));
  const known = Object.entries(row.mapping?.valueMap ?? {});
  const choose = (from: string, to: string | null) => onChange(setValue(mapping, field.api, from, to));
  const line = (from: string, to: string | null, hint: string) => (
    <li key={from}>
      <span title={from}>
        {from} <span className="num soft">{hint}</span>
      </span>
      <Select
        aria-label={`Target value for ${from}`}
        placeholder="choose"
        data={[...options, { value: '', label: '(leave empty)' }]}
        value={to}
        searchable
        clearable
        onChange={(value) => choose(from, value)}
      />
    </li>
  );
  return (
    <WhySection
      title="Where each value goes"
      subtitle={
        unmapped.length === 0
          ? 'Every value has a place in the target’s list.'
          : field.restricted
            ? 'The loader refuses other values.'
            : 'Other values would load silently and pollute the list.'
      }
    >
      {unmapped.some((item) => item.suggestion) ? (
        <Button
          kind="quiet"
          onClick={() =>
            onChange(
              unmapped.reduce(
                (next, item) =>
                  item.suggestion ? setValue(next, field.api, item.value, item.suggestion) : next,
                mapping,
              ),
            )
          }
          testId="accept-values"
        >
          Use all suggestions
        </Button>
      ) : null}
      <ul className={classes.valueMap} data-testid="value-map">
        {unmapped
          .slice(0, 100)
          .map((item) =>
            line(
              item.value,
              null,
              `${formatCount(item.count)}${item.suggestion ? ` · ${item.suggestion}?` : ''}`,
            ),
          )}
        {known.map(([from, to]) => line(from, to, ''))}
      </ul>
    </WhySection>
  );
}

function limits(field: TargetField): string {
  const parts: string[] = [field.type];
  if (field.maxLength !== null) parts.push(`at most ${formatCount(field.maxLength)} characters`);
  if (field.precision !== null)
    parts.push(`${field.precision} digits${field.scale ? `, ${field.scale} decimals` : ''}`);
  if (field.required) parts.push('required');
  if (field.unique) parts.push('unique');
  return parts.join(' · ');
}
