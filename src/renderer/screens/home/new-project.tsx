import { Modal, Radio, Select, TextInput } from '@mantine/core';
import type { Progress } from '@shared/base/progress';
import type { AppError } from '@shared/base/result';
import { BUILT_IN_SYSTEMS, builtInTarget } from '@shared/target/catalogue';
import { type FormEvent, useState } from 'react';
import { navigate } from '../../app/routes';
import { Button } from '../../components/button';
import { ErrorPanel, ProgressPanel } from '../../components/states';
import { actingPerson } from '../../state/app-store';
import { useAppStore, useSurroundings } from '../../state/context';
import { errorOf } from '../../state/failure';
import { createProject } from './create-project';
import classes from './new-project.module.css';

const SAMPLE_NAME = 'Northgate sample';

export interface NewProjectProps {
  /** Which beginning is chosen; null = closed. */
  readonly start: 'own' | 'sample' | null;
  readonly onClose: () => void;
}

/** Name, target, and whether to begin with the sample company. */
export function NewProject({ start, onClose }: NewProjectProps) {
  return (
    <Modal opened={start !== null} onClose={onClose} title="New project" size={520}>
      {start ? <NewProjectForm initial={start} /> : null}
    </Modal>
  );
}

function NewProjectForm({ initial }: { readonly initial: 'own' | 'sample' }) {
  const surroundings = useSurroundings();
  const app = useAppStore();
  const [name, setName] = useState('');
  const [system, setSystem] = useState(BUILT_IN_SYSTEMS[0]?.system ?? '');
  const [start, setStart] = useState(initial);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const target = builtInTarget(system);
  const wanted = name.trim() || (start === 'sample' ? SAMPLE_NAME : '');

  const create = async () => {
    const by = actingPerson(app.getState());
    if (!by || !target) return;
    setError(null);
    setProgress({ label: 'Making the project folder', done: 0, total: 0 });
    try {
      const folder = await createProject(surroundings, by, {
        name: wanted,
        system: target.system,
        loader: target.loaders[0]?.id ?? '',
        sample: start === 'sample',
        report: setProgress,
      });
      navigate({ at: 'project', folder, screen: 'sources', rest: [] });
    } catch (cause) {
      setError(errorOf(cause));
      setProgress(null);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted !== '' && !progress) void create();
  };
  if (progress) return <ProgressPanel progress={progress} />;
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label="Name"
        placeholder={start === 'sample' ? SAMPLE_NAME : 'For example: Northgate CRM move'}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={100}
        data-autofocus
        data-testid="project-name-input"
      />
      <Select
        label="Target CRM"
        description="Fields, limits and file format follow from it. It can be changed later."
        data={BUILT_IN_SYSTEMS.map((item) => ({ value: item.system, label: item.label }))}
        value={system}
        onChange={(value) => setSystem(value ?? system)}
        data-testid="project-target"
      />
      <Radio.Group
        label="Begin with"
        value={start}
        onChange={(value) => setStart(value === 'sample' ? 'sample' : 'own')}
      >
        <div className={classes.choices}>
          <Radio value="own" label="My own files" description="You add them on the next screen." size="xs" />
          <Radio
            value="sample"
            label="The sample company"
            description="An old CRM, an accounting system and a sales list: about 19,000 rows that disagree with each other."
            size="xs"
            data-testid="use-sample"
          />
        </div>
      </Radio.Group>
      {error ? <ErrorPanel error={error} compact /> : null}
      <div className={classes.foot}>
        <Button
          type="submit"
          kind="primary"
          onClick={() => undefined}
          disabled={wanted === '' || !target}
          testId="create-project"
        >
          Make the project
        </Button>
      </div>
    </form>
  );
}
