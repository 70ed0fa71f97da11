import { Menu } from '@mantine/core';
import { fail, ok, type Result } from '@shared/base/result';
import { usesProfile } from '@shared/pipeline/project-target';
import { builtInTarget } from '@shared/target/catalogue';
import { addField, newField, newObject, withObject } from '@shared/target/edit';
import { csvTemplate } from '@shared/target/import/csv-template';
import { importMetadata } from '@shared/target/import/import-metadata';
import { readMetadataFiles } from '@shared/target/import/read-files';
import type { ImportedProfile } from '@shared/target/import/types';
import { profileText } from '@shared/target/profile-file';
import type { TargetObject, TargetSystem } from '@shared/target/types';
import { IconDotsVertical, IconFileImport } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useCommands } from '../../app/commands';
import { navigate } from '../../app/routes';
import type { ScreenComponentProps } from '../../app/screens';
import { cx } from '../../base/format';
import { Button, IconButton } from '../../components/button';
import { Screen } from '../../components/screen';
import { WhyPanel, WhySection } from '../../components/why';
import { useCommit, useProject, useProjectState } from '../../state/context';
import { safeFileName, saveBlob } from '../../state/download';
import { draft } from '../../state/drafting';
import { errorOf } from '../../state/failure';
import { notifyDone, notifyError } from '../../state/notify';
import { useTarget } from '../../state/target';
import { useFileDrop } from '../sources/use-file-drop';
import { AddDialog, type AddRequest } from './add-dialog';
import { ChooseTarget } from './choose-target';
import { FieldEditor } from './field-editor';
import { FieldList } from './field-list';
import { FIELD_TYPES } from './field-types';
import { ImportReview } from './import-review';
import { ObjectList } from './object-list';
import classes from './target.module.css';
import { type FieldItem, fieldItems, itemId, objectDrafts, profileDrafts, targetFacts } from './target-model';

/** Target: what the new CRM accepts; the organisation's own metadata, and changes by hand. */
export default function TargetScreen({ rest }: ScreenComponentProps) {
  const system = useTarget();
  if (!system) return <ChooseTarget testId="screen-target" />;
  return <Target key={system.system} system={system} wanted={rest[0] ?? null} />;
}

function Target({ system, wanted }: { readonly system: TargetSystem; readonly wanted: string | null }) {
  const project = useProject();
  const commit = useCommit();
  const state = useProjectState();
  const [imported, setImported] = useState<ImportedProfile | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [adding, setAdding] = useState<'field' | 'object' | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const current = system.objects.find((object) => object.name === wanted) ?? system.objects[0];
  const go = (object: string) =>
    navigate({ at: 'project', folder: project.folder, screen: 'target', rest: [object] });
  const mapped = useMemo(
    () =>
      new Set(
        state.mappings.flatMap((mapping) => [
          mapping.object,
          ...mapping.fields.map((field) => `${mapping.object}.${field.field}`),
        ]),
      ),
    [state.mappings],
  );

  const take = async (files: readonly File[]) => {
    const read = await readMetadataFiles(files.map((file) => ({ name: file.name, file }))).catch(
      (cause: unknown): Result<never> => ({ ok: false, error: errorOf(cause) }),
    );
    const result = read.ok ? importMetadata(read.value, builtInTarget, system) : read;
    if (result.ok) setImported(result.value);
    else notifyError(result.error);
  };
  const { over, handlers } = useFileDrop((files) => void take(files));
  const saveProfile = () =>
    saveBlob(
      new Blob([profileText(system)], { type: 'application/json' }),
      `${safeFileName(`${state.name}-${system.system}`)}.profile.json`,
    );
  const saveTable = () =>
    saveBlob(
      new Blob(['\ufeff', csvTemplate(system)], { type: 'text/csv' }),
      `${safeFileName(`${state.name}-${system.system}-fields`)}.csv`,
    );
  const choose = () => picker.current?.click();
  useCommands(
    'target',
    [
      {
        id: 'target:import',
        group: 'Target',
        label: 'Import metadata of the target',
        words: 'describe properties profile',
        run: choose,
      },
      {
        id: 'target:save',
        group: 'Target',
        label: 'Save the target profile as a file',
        words: 'export share',
        run: saveProfile,
      },
    ],
    system.system,
  );

  if (!current) return null;
  if (imported) {
    const accept = async () => {
      const done = await commit(profileDrafts(state, imported.system));
      if (done) {
        setImported(null);
        notifyDone('The profile is in use.');
      }
      return done;
    };
    return (
      <ImportReview
        imported={imported}
        before={system}
        state={state}
        onAccept={accept}
        onDiscard={() => setImported(null)}
      />
    );
  }

  const change = (object: TargetObject | null, replaces: string | null) =>
    commit(objectDrafts(state, system, object, replaces));
  const add = async (request: AddRequest): Promise<Result<null>> => {
    if (adding === 'object') {
      const object = newObject(system, request.name, request.label, request.label);
      const fits = withObject(system, object, null);
      if (!fits.ok) return fits;
      const done = await change(object, null);
      if (done) go(object.name);
      return done ? ok(null) : notSaved();
    }
    const type = FIELD_TYPES.find(({ value }) => value === request.type)?.value ?? 'text';
    const next = addField(current, newField(request.name, request.label, type));
    if (!next.ok) return next;
    const done = await change(next.value, current.name);
    if (done) setSelected(`${current.name}.${request.name}`);
    return done ? ok(null) : notSaved();
  };
  const item = selectedItem(system, selected);
  const own = usesProfile(state);
  return (
    <Screen
      fill
      title="What does the target accept?"
      subtitle={targetFacts(system, state)}
      testId="screen-target"
      actions={
        <>
          <Button
            kind="primary"
            icon={<IconFileImport size={15} stroke={1.7} />}
            onClick={choose}
            title="Salesforce describe or object files, HubSpot properties, Dataverse tables, Zoho fields, a saved profile, a table of fields"
            testId="import-metadata"
          >
            Import metadata
          </Button>
          <Button onClick={saveProfile} testId="save-profile">
            Save profile
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <IconButton
                label="More about the profile"
                icon={<IconDotsVertical size={16} stroke={1.7} />}
                onClick={() => undefined}
                testId="profile-menu"
              />
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={saveTable}>Save as a table of fields (CSV)</Menu.Item>
              <Menu.Item
                disabled={fieldItems(current).length === 0 || system.objects.length < 2}
                onClick={() => void change(null, current.name)}
              >
                {`Remove ${current.labelPlural} from the profile`}
              </Menu.Item>
              <Menu.Item
                disabled={!own}
                onClick={() => void commit([draft('target.profile', system.label, { profile: null })])}
                data-testid="built-in"
              >
                Go back to the built-in catalogue
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept=".json,.xml,.object,.zip,.csv"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) void take(files);
        }}
        data-testid="metadata-files"
      />
      <div className={cx(classes.columns, over && classes.over)} {...handlers}>
        <ObjectList
          system={system}
          current={current}
          mapped={mapped}
          onChoose={(name) => {
            setSelected(null);
            go(name);
          }}
          onAdd={() => setAdding('object')}
        />
        <FieldList
          key={current.name}
          system={system}
          object={current}
          mapped={mapped}
          selected={selected}
          onSelect={(found) => setSelected(itemId(found))}
          onAdd={() => setAdding('field')}
        />
        {over ? <p className={classes.drop}>Drop the metadata of your organisation here</p> : null}
      </div>
      {item ? (
        <FieldEditor key={JSON.stringify([itemId(item), item.field])} item={item} onChange={change} />
      ) : (
        <AboutProfile system={system} object={current} own={own} />
      )}
      {adding ? (
        <AddDialog what={adding} to={current.label} onClose={() => setAdding(null)} onAdd={add} />
      ) : null}
    </Screen>
  );
}

/** Shown while no field is chosen: whose profile this is, how the object is loaded, and the limits of its loaders. */
function AboutProfile({
  system,
  object,
  own,
}: {
  readonly system: TargetSystem;
  readonly object: TargetObject;
  readonly own: boolean;
}) {
  return (
    <WhyPanel>
      <WhySection lead title={own ? 'Your own profile' : 'The built-in catalogue'}>
        <p>
          {own
            ? 'Records are checked against what your organisation really has. Import newer metadata at any time; you see the differences before they count.'
            : `What a new ${system.label} begins with. Yours has other fields and values: drop its metadata here, or change fields by hand.`}
        </p>
      </WhySection>
      <WhySection title={object.labelPlural}>
        <p>
          {`Loaded as number ${system.objects.indexOf(object) + 1} of ${system.objects.length}; records are linked by ${object.legacyKeyField}.`}
        </p>
      </WhySection>
      {system.loaders.map((loader) => (
        <WhySection key={loader.id} title={loader.label}>
          <ul>
            {loader.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </WhySection>
      ))}
    </WhyPanel>
  );
}

function selectedItem(system: TargetSystem, id: string | null): FieldItem | null {
  if (id === null) return null;
  for (const object of system.objects) {
    const found = fieldItems(object).find((item) => itemId(item) === id);
    if (found) return found;
  }
  return null;
}

function notSaved(): Result<null> {
  return fail('NOT_SAVED', 'The change could not be written to the journal. Try again.');
}
