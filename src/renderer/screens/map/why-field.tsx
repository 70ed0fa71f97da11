import type { FieldSource, TableMapping } from '@shared/mapping/types';
import type { MappingReport } from '@shared/pipeline/types';
import type { TargetField } from '@shared/target/types';
import { formatCount, formatShare } from '../../base/format';
import { Button } from '../../components/button';
import { TransformChain } from '../../components/transforms/transform-chain';
import { WhyPanel, WhySection } from '../../components/why';
import { CollisionSection } from './collision-section';
import { type FieldRow, removeField, setSource, setTransforms } from './draft-mapping';
import { FillSection } from './fill-section';
import classes from './map.module.css';
import { OwnerMap } from './owner-map';
import { RivalTables } from './rival-tables';
import { SourceEditor } from './source-editor';
import { UnreadValues } from './unread-values';
import { ValueMap } from './value-map';

export interface WhyFieldProps {
  readonly row: FieldRow;
  readonly columns: readonly string[];
  readonly mapping: TableMapping;
  readonly samples: MappingReport['samples'][string];
  readonly unmapped: MappingReport['unmapped'][string];
  readonly owners: MappingReport['owners'][string];
  readonly onChange: (mapping: TableMapping) => void;
  readonly fill: MappingReport['fills'][string] | null;
  /** What is counted here is that of the mapping before. */
  readonly counting: boolean;
  readonly onAccept: () => void;
  /** The suggestion waits for a decision. */
  readonly open: boolean;
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
          {props.open ? (
            <Button hotkey="A" onClick={props.onAccept} testId="accept-suggestion">
              {row.state === 'mapped' ? 'Accept, go on' : 'Use it, go on'}
            </Button>
          ) : null}
        </WhySection>
      ) : null}
      {row.mapping ? (
        <WhySection title="What is done to each value">
          <TransformChain
            transforms={row.mapping.transforms}
            onChange={(transforms) => onChange(setTransforms(mapping, field.api, transforms))}
          />
          <UnreadValues
            tableId={mapping.tableId}
            from={row.mapping.from}
            transforms={row.mapping.transforms}
          />
        </WhySection>
      ) : null}
      {row.mapping && props.fill?.collision ? <CollisionSection collision={props.fill.collision} /> : null}
      {row.mapping && props.fill ? (
        <FillSection
          mapping={mapping}
          item={row.mapping}
          field={field}
          fill={props.fill}
          counting={props.counting}
          onChange={onChange}
        />
      ) : null}
      {row.mapping ? <RivalTables mapping={mapping} field={field} /> : null}
      {field.picklist.length > 0 && row.mapping ? (
        <ValueMap
          mapping={mapping}
          field={field}
          known={row.mapping.valueMap}
          unmapped={props.unmapped}
          counting={props.counting}
          onChange={onChange}
        />
      ) : null}
      {row.mapping && props.owners.length > 0 ? (
        <OwnerMap mapping={mapping} field={row.mapping} owners={props.owners} onChange={onChange} />
      ) : null}
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

function limits(field: TargetField): string {
  const parts: string[] = [field.type];
  if (field.maxLength !== null) parts.push(`at most ${formatCount(field.maxLength)} characters`);
  if (field.precision !== null)
    parts.push(`${field.precision} digits${field.scale ? `, ${field.scale} decimals` : ''}`);
  if (field.required) parts.push('required');
  if (field.unique) parts.push('unique');
  return parts.join(' · ');
}
