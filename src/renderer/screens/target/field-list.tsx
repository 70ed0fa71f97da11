import { TextInput } from '@mantine/core';
import type { TargetObject, TargetSystem } from '@shared/target/types';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Tag } from '../../components/chip';
import { DataTable, type TableColumn } from '../../components/data-table';
import { typeLabel } from './field-types';
import classes from './target.module.css';
import { type FieldItem, findFields, itemId, sizeText, takesText } from './target-model';

export interface FieldListProps {
  readonly system: TargetSystem;
  readonly object: TargetObject;
  /** `object.field` of mapped fields. */
  readonly mapped: ReadonlySet<string>;
  readonly selected: string | null;
  readonly onSelect: (item: FieldItem) => void;
  readonly onAdd: () => void;
}

/** The fields of an object, or those of all objects that fit what is looked for. */
export function FieldList({ system, object, mapped, selected, onSelect, onAdd }: FieldListProps) {
  const [words, setWords] = useState('');
  const items = useMemo(() => findFields(system, object, words), [system, object, words]);
  const columns = useMemo(() => columnsFor(system, words.trim() !== '', mapped), [system, words, mapped]);
  return (
    <Card
      flush
      fill
      className={classes.fields}
      title={words.trim() === '' ? object.labelPlural : 'Found in all objects'}
      aside={
        <div className={classes.tools}>
          <TextInput
            aria-label="Find a field in all objects"
            placeholder="Find in all objects"
            leftSection={<IconSearch size={14} stroke={1.7} />}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            data-testid="find-field"
          />
          <Button icon={<IconPlus size={14} stroke={1.8} />} onClick={onAdd} testId="add-field">
            Add field
          </Button>
        </div>
      }
    >
      <DataTable
        label={`Fields of ${object.labelPlural}`}
        columns={columns}
        rows={items}
        rowId={itemId}
        rowHeight={40}
        selected={selected}
        onSelect={(_, item) => onSelect(item)}
        empty={`No field is called “${words.trim()}” or anything like it.`}
        testId="target-fields"
      />
    </Card>
  );
}

function columnsFor(
  system: TargetSystem,
  withObject: boolean,
  mapped: ReadonlySet<string>,
): readonly TableColumn<FieldItem>[] {
  const column = (
    id: string,
    head: string,
    width: string,
    cell: TableColumn<FieldItem>['cell'],
  ): TableColumn<FieldItem> => ({ id, head, width, cell });
  return [
    column('field', 'Field', 'minmax(150px, 2fr)', ({ field }) => (
      <span className={classes.fieldName}>
        <span className="clip">{field.label}</span>
        <span className={classes.api}>{field.api}</span>
      </span>
    )),
    ...(withObject ? [column('object', 'Object', 'minmax(80px, 1fr)', ({ object }) => object.label)] : []),
    column('type', 'Type', '118px', ({ field }) => typeLabel(field.type)),
    column('size', 'Takes at most', '116px', ({ field }) => (
      <span className="num soft">{sizeText(field)}</span>
    )),
    column('takes', 'Takes', 'minmax(108px, 1fr)', ({ field }) => (
      <span className="clip" title={field.picklist.slice(0, 40).join(', ')}>
        {takesText(field, system)}
      </span>
    )),
    column('marks', 'Rules', 'minmax(110px, 1fr)', (item) => <Marks item={item} mapped={mapped} />),
  ];
}

function Marks({ item, mapped }: { readonly item: FieldItem; readonly mapped: ReadonlySet<string> }) {
  const { field, object } = item;
  return (
    <span className={classes.marks}>
      {field.required ? <Tag tone="rejected">required</Tag> : null}
      {field.requiredGroup ? (
        <Tag tone="excluded" title={`One of ${field.requiredGroup.split('|').join(', ')} must be filled`}>
          one of
        </Tag>
      ) : null}
      {field.api === object.legacyKeyField ? (
        <Tag tone="accent">legacy key</Tag>
      ) : field.unique ? (
        <Tag>unique</Tag>
      ) : null}
      {mapped.has(itemId(item)) ? <Tag tone="exported">mapped</Tag> : null}
    </span>
  );
}
