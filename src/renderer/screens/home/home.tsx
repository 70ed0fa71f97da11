import { fail, type Result } from '@shared/base/result';
import type { ProjectSummary } from '@shared/host/types';
import { IconFileImport, IconGavel, IconPlus } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useCommands } from '../../app/commands';
import { Mark } from '../../app/mark';
import { navigate } from '../../app/routes';
import { PersonMenu } from '../../app/shell/person-menu';
import { cx } from '../../base/format';
import { Button } from '../../components/button';
import { ErrorPanel, ProgressPanel, Skeleton } from '../../components/states';
import { useApp, useAppStore, useSurroundings } from '../../state/context';
import { fromException } from '../../state/failure';
import { notifyDone } from '../../state/notify';
import classes from './home.module.css';
import { importProject } from './import-project';
import { NewProject } from './new-project';
import { ProjectList } from './project-list';

/** All projects of this machine, and the ways to a new one. */
export default function Home() {
  const { host, info } = useSurroundings();
  const [projects, setProjects] = useState<Result<readonly ProjectSummary[]> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [creating, setCreating] = useState<'own' | 'sample' | null>(null);
  const [over, setOver] = useState(false);
  const [importing, setImporting] = useState<number | null>(null);
  const [importError, setImportError] = useState<Result<never> | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const app = useAppStore();
  const intent = useApp((model) => model.intent);
  useEffect(() => {
    if (intent === null) return;
    app.setState({ intent: null });
    if (intent === 'new-project') setCreating('own');
    else picker.current?.click();
  }, [app, intent]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` reads anew.
  useEffect(() => {
    let left = false;
    void host
      .listProjects()
      .catch(fromException)
      .then((result) => {
        if (!left) setProjects(result);
      });
    return () => {
      left = true;
    };
  }, [host, attempt]);

  const take = async (file: File | undefined) => {
    if (!file) return;
    setImportError(null);
    if (!/\.winnow$/i.test(file.name)) {
      setImportError(
        fail(
          'NOT_A_PROJECT_FILE',
          `${file.name} is not a Winnow project. Projects end in .winnow; spreadsheets are added inside a project, on its Sources screen.`,
        ),
      );
      return;
    }
    setImporting(0);
    const result = await importProject(host, file, (done) => setImporting(done)).catch(fromException);
    setImporting(null);
    if (!result.ok) {
      setImportError(result);
      return;
    }
    notifyDone(`Opened ${result.value.name}.`);
    navigate({ at: 'project', folder: result.value.folder, screen: 'sources', rest: [] });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };

  useCommands(
    'home',
    [
      { id: 'home:new', group: 'Commands', label: 'New project', hotkey: 'N', run: () => setCreating('own') },
      {
        id: 'home:sample',
        group: 'Commands',
        label: 'Try with the sample company',
        run: () => setCreating('sample'),
      },
      {
        id: 'home:import',
        group: 'Commands',
        label: 'Open a .winnow file',
        run: () => picker.current?.click(),
      },
      {
        id: 'home:packet',
        group: 'Commands',
        label: 'Open a decision packet',
        run: () => navigate({ at: 'packet' }),
      },
    ],
    'fixed',
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a shortcut; the button does the same.
    <div
      className={cx(classes.page, over && classes.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target) setOver(false);
      }}
      onDrop={drop}
      data-testid="screen-home"
    >
      <header className={classes.bar}>
        <Mark />
        <PersonMenu />
      </header>
      <main className={classes.main}>
        <div className={classes.head}>
          <div>
            <h1>Which migration?</h1>
            <p>Projects are folders in {info.projectsFolder}. Nothing in them leaves this machine.</p>
          </div>
          <div className={classes.actions}>
            <Button
              icon={<IconGavel size={16} stroke={1.7} />}
              onClick={() => navigate({ at: 'packet' })}
              testId="open-packet"
            >
              Open a decision packet
            </Button>
            <Button
              icon={<IconFileImport size={16} stroke={1.7} />}
              onClick={() => picker.current?.click()}
              testId="import-project"
            >
              Open a .winnow file
            </Button>
            <Button
              kind="primary"
              hotkey="N"
              icon={<IconPlus size={16} stroke={2} />}
              onClick={() => setCreating('own')}
              testId="new-project"
            >
              New project
            </Button>
          </div>
        </div>
        <input
          ref={picker}
          type="file"
          accept=".winnow"
          hidden
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
          data-testid="import-input"
        />
        {importing !== null ? (
          <ProgressPanel progress={{ label: 'Reading the project file', done: importing, total: 100 }} />
        ) : null}
        {importError && !importError.ok ? <ErrorPanel error={importError.error} /> : null}
        {projects === null ? (
          <Skeleton lines={4} />
        ) : projects.ok ? (
          <ProjectList projects={projects.value} onNew={setCreating} />
        ) : (
          <ErrorPanel error={projects.error} onRetry={() => setAttempt(attempt + 1)} />
        )}
      </main>
      <NewProject start={creating} onClose={() => setCreating(null)} />
    </div>
  );
}
