import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { TableState } from '@shared/journal/types';
import { writeMapping } from '@shared/journal/written-mapping';
import { goneFields, withKnownFields } from '@shared/mapping/known-fields';
import type { MappingSuggestion, TableMapping } from '@shared/mapping/types';
import type { TargetObject } from '@shared/target/types';
import { type ReactNode, useMemo, useState } from 'react';
import { plural } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { useColumns } from '../../state/columns';
import { useCommit, useEngineQuery, useProjectState } from '../../state/context';
import { draft } from '../../state/drafting';
import { useTarget } from '../../state/target';
import { Proposals } from '../sources/derive/proposals';
import { DocumentMenu } from './document-menu';
import {
  type FieldRow,
  fieldRows,
  fromSuggestion,
  removeField,
  setField,
  setSource,
  unusedColumns,
} from './draft-mapping';
import { FieldTable } from './field-table';
import { GoneFields } from './gone-fields';
import { LeftOver } from './left-over';
import classes from './map.module.css';
import { useMappingDraft } from './use-mapping-draft';
import { useRemember, useRemembered } from './use-remembered';
import { needsLook, useRowKeys } from './use-row-keys';
import { WhyField } from './why-field';

export interface TableEditorProps {
  readonly table: TableState;
  readonly list: ReactNode;
}

/** The mapping of one table: suggested, edited, agreed. */
export function TableEditor({ table, list }: TableEditorProps) {
  const { mappings } = useProjectState();
  const saved = mappings.find((mapping) => mapping.tableId === table.id) ?? null;
  const system = useTarget();
  const begun = useMappingDraft(system?.system ?? '', table.id, saved);
  const [agreed] = useState(saved?.object ?? null);
  const [chosen, setChosen] = useState<string | null>(null);
  const object = chosen ?? begun.restored ?? agreed;
  const remembered = useRemembered();
  const suggestion = useEngineQuery(
    remembered && begun.ready ? ['suggest', table.id, object] : null,
    (engine) => engine.suggest(table.id, object, remembered ?? []),
  );
  const cleaned = useColumns(table.id);
  if (!suggestion.data || !cleaned.data || !system) {
    return (
      <Screen fill title={`Where does each column of ${table.name} go?`} testId="screen-map">
        <div className={classes.columns}>
          {list}
          <div className={classes.editor}>
            {cleaned.data ? (
              <QueryView query={suggestion}>{() => null}</QueryView>
            ) : (
              <QueryView query={cleaned}>{() => null}</QueryView>
            )}
          </div>
        </div>
      </Screen>
    );
  }
  const name = object ?? suggestion.data.object.object;
  const found = system.objects.find((item) => item.name === name) ?? system.objects[0];
  if (!found) return null;
  return (
    <ObjectEditor
      key={`${found.name}:${JSON.stringify(saved)}`}
      table={table}
      list={list}
      object={found}
      objects={system.objects}
      columns={cleaned.data.columns.map((column) => column.name)}
      suggestion={suggestion.data}
      saved={saved?.object === found.name ? saved : null}
      edited={begun.mapping?.object === found.name ? begun.mapping : null}
      onEdited={begun.set}
      onObject={setChosen}
    />
  );
}

const NONE: ReadonlySet<string> = new Set();

/** Milliseconds without a change before the rows are counted anew. */
const PAUSE = 150;

interface ObjectEditorProps extends TableEditorProps {
  readonly object: TargetObject;
  readonly objects: readonly TargetObject[];
  readonly columns: readonly string[];
  readonly suggestion: MappingSuggestion;
  readonly saved: TableMapping | null;
  /** What was changed and not yet agreed. */
  readonly edited: TableMapping | null;
  readonly onEdited: (mapping: TableMapping | null) => void;
  readonly onObject: (object: string) => void;
}

function ObjectEditor(props: ObjectEditorProps) {
  const { table, object, suggestion, saved, columns, edited, onEdited: setEdited } = props;
  const commit = useCommit();
  const remember = useRemember();
  const [picked, setPicked] = useState<string | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<string>>(NONE);
  const begin = useMemo(
    () =>
      saved ??
      fromSuggestion(table.id, { ...suggestion, object: { ...suggestion.object, object: object.name } }),
    [saved, suggestion, object.name, table.id],
  );
  const mapping = edited ?? begin;
  const [asked] = useDebouncedValue(mapping, PAUSE);
  // Samples and counts of the mapping before stay until those of this one are there.
  const report = useEngineQuery(
    ['draftMapping', JSON.stringify(asked)],
    (engine) => engine.draftMapping(table.id, asked),
    { keepPrevious: true },
  );
  const counting = asked !== mapping || report.loading || report.stale;
  const rows = fieldRows(object, mapping, suggestion);
  const current = rows.find((row) => row.field.api === picked) ?? rows[0] ?? null;
  const missing = rows.filter((row) => row.state === 'missing').length;
  const gone = goneFields(object, mapping);
  const filled = withKnownFields(object, mapping);
  const unused = unusedColumns(filled, columns);
  const check = rows.filter((row) => needsLook(row, taken)).length;
  const keys = useRowKeys(rows, current, setPicked, (row) => needsLook(row, taken));
  const save = async () => {
    if (!(await commit([draft('mapping.set', table.name, { mapping: writeMapping(mapping) })]))) return;
    setEdited(null);
    remember([mapping]);
  };
  const accept = (row: FieldRow) => {
    if (!row.suggestion) return;
    if (row.state !== 'mapped') setEdited(setField(mapping, row.suggestion.mapping));
    setTaken(new Set([...taken, row.field.api]));
    keys.goOn();
  };
  return (
    <Screen
      fill
      title={`Where does each column of ${table.name} go?`}
      subtitle={`${plural(filled.fields.length, 'field')} filled${saved ? '' : ' by suggestion'}, ${check} to be checked, ${plural(unused.length, 'column')} left behind${missing > 0 ? `, ${missing} required missing` : ''}`}
      testId="screen-map"
      actions={
        <>
          <DocumentMenu />
          {edited ? (
            <Button onClick={() => setEdited(null)} testId="mapping-discard">
              Discard changes
            </Button>
          ) : null}
          <Button
            kind="primary"
            hotkey="Ctrl+Enter"
            disabled={edited === null && saved !== null}
            onClick={() => void save()}
            testId="mapping-save"
          >
            {saved ? 'Agree changes' : 'Agree this mapping'}
          </Button>
        </>
      }
    >
      <div className={classes.columns}>
        {props.list}
        <div className={classes.editor}>
          <Card>
            <div className={classes.head}>
              <Select
                label="Becomes"
                data={props.objects.map((item) => ({ value: item.name, label: item.labelPlural }))}
                value={object.name}
                allowDeselect={false}
                searchable
                onChange={(name) => name && props.onObject(name)}
                data-testid="mapping-object"
              />
              <Select
                label="Record key"
                placeholder="none: content hash"
                data={[...columns]}
                value={mapping.keyColumn}
                clearable
                searchable
                onChange={(keyColumn) => setEdited({ ...mapping, keyColumn })}
                data-testid="mapping-key"
              />
              <p className="soft">{suggestion.object.reasons.join('; ')}</p>
            </div>
          </Card>
          {gone.length > 0 ? <GoneFields fields={gone} onDrop={() => setEdited(filled)} /> : null}
          <FieldTable
            rows={rows}
            columns={columns}
            samples={report.data?.samples ?? {}}
            unmapped={report.data?.unmapped ?? {}}
            mapping={mapping}
            selected={current?.field.api ?? null}
            onSelect={setPicked}
            onSource={(field, from) =>
              setEdited(from ? setSource(mapping, field, from) : removeField(mapping, field))
            }
            onAccept={accept}
            taken={taken}
            counting={counting}
          />
          <Proposals
            table={table}
            frame={(list) => <Card title="More than one kind of thing in this table?">{list}</Card>}
          />
          <Card
            title={`${plural(unused.length, 'column')} left behind`}
            aside={
              <AddField
                object={object}
                mapping={mapping}
                onAdd={(field) => {
                  setPicked(field);
                  setEdited(setSource(mapping, field, { kind: 'constant', value: '' }));
                }}
              />
            }
          >
            <LeftOver table={table} columns={unused} />
          </Card>
        </div>
      </div>
      {current ? (
        <WhyField
          key={current.field.api}
          row={current}
          columns={columns}
          mapping={mapping}
          samples={report.data?.samples[current.field.api] ?? []}
          unmapped={report.data?.unmapped[current.field.api] ?? []}
          owners={report.data?.owners[current.field.api] ?? []}
          fill={report.data?.fills[current.field.api] ?? null}
          counting={counting}
          onChange={setEdited}
          onAccept={() => accept(current)}
          open={needsLook(current, taken)}
        />
      ) : null}
    </Screen>
  );
}

/** Any other field of the object, found by name. */
function AddField({
  object,
  mapping,
  onAdd,
}: {
  readonly object: TargetObject;
  readonly mapping: TableMapping;
  readonly onAdd: (field: string) => void;
}) {
  const free = object.fields.filter(
    (field) =>
      field.api !== object.legacyKeyField && !mapping.fields.some((item) => item.field === field.api),
  );
  return (
    <Select
      aria-label="Fill another field"
      placeholder="Fill another field"
      w={220}
      searchable
      data={free.map((field) => ({ value: field.api, label: `${field.label} (${field.api})` }))}
      value={null}
      onChange={(field) => field && onAdd(field)}
      data-testid="add-field"
    />
  );
}
