import { Select, TextInput } from '@mantine/core';
import { ColumnsField } from '../../../components/conditions/columns-field';
import { ExpressionField } from '../../../components/transforms/expression-field';
import { TransformChain } from '../../../components/transforms/transform-chain';
import type { ActionFieldsProps } from './action-fields-props';
import { ExtractFields, JoinFields, SplitFields } from './column-fields';
import classes from './editors.module.css';
import { ParseAddressFields, ParseNameFields } from './parse-fields';

/** What can be set about a step: the column it works on, then what its kind wants. Merges have a view of their own. */
export function ActionFields(props: ActionFieldsProps) {
  const { action, columns, onChange } = props;
  return (
    <>
      {'column' in action ? (
        <Select
          label="Column"
          className={classes.half ?? ''}
          data={columns.includes(action.column) ? [...columns] : [...columns, action.column]}
          value={action.column}
          searchable
          allowDeselect={false}
          error={columns.includes(action.column) ? undefined : 'Not in the table at this point'}
          onChange={(column) => column !== null && onChange({ ...action, column })}
          data-testid="step-column"
        />
      ) : null}
      <KindFields {...props} />
    </>
  );
}

function KindFields({ action, columns, onChange }: ActionFieldsProps) {
  switch (action.kind) {
    case 'change':
      return (
        <>
          <ColumnsField
            label="In the columns"
            columns={columns}
            value={action.columns}
            onChange={(chosen) => onChange({ ...action, columns: chosen })}
          />
          <TransformChain
            transforms={action.transforms}
            opened={action.transforms.length === 1 ? 0 : null}
            onChange={(transforms) => onChange({ ...action, transforms })}
            testId="step-transforms"
          />
        </>
      );
    case 'split':
      return <SplitFields action={action} columns={columns} onChange={onChange} />;
    case 'join':
      return <JoinFields action={action} columns={columns} onChange={onChange} />;
    case 'extract':
      return <ExtractFields action={action} columns={columns} onChange={onChange} />;
    case 'fillDown':
    case 'remove':
      return (
        <ColumnsField
          label={action.kind === 'remove' ? 'Columns to remove' : 'Columns to fill'}
          columns={columns}
          value={action.columns}
          onChange={(chosen) => onChange({ ...action, columns: chosen })}
        />
      );
    case 'formula':
      return (
        <>
          <TextInput
            label="Column"
            description="A name that exists is replaced"
            value={action.into}
            onChange={(event) => onChange({ ...action, into: event.currentTarget.value })}
            data-testid="formula-into"
          />
          <ExpressionField
            label="Is computed as"
            expression={action.expression}
            columns={columns}
            autofocus
            onChange={(expression) => onChange({ ...action, expression })}
          />
        </>
      );
    case 'parseName':
      return <ParseNameFields action={action} columns={columns} onChange={onChange} />;
    case 'parseAddress':
      return <ParseAddressFields action={action} columns={columns} onChange={onChange} />;
    case 'rename':
      return (
        <TextInput
          label={`New name of ${action.column}`}
          value={action.to}
          onChange={(event) => onChange({ ...action, to: event.currentTarget.value })}
          data-autofocus
          data-testid="rename-to"
        />
      );
    case 'merge':
      return null;
  }
}
