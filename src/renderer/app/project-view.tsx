import type { AppError } from '@shared/base/result';
import { STEPS } from '@shared/pipeline/types';
import { Suspense, useEffect, useState } from 'react';
import { Button } from '../components/button';
import { EmptyState, ErrorPanel, ProgressPanel, Skeleton } from '../components/states';
import { ProjectContext, useProject, useProjectModel, useSurroundings, useUndo } from '../state/context';
import { useHotkey } from '../state/hotkeys';
import { notifyDone } from '../state/notify';
import { type OpenProject, openProject } from '../state/open-project';
import { rememberTarget } from '../store/known-targets';
import { ErrorBoundary } from './error-boundary';
import { Plain } from './plain';
import { ProjectCommands } from './project-commands';
import { isCurable, Recovery } from './recovery';
import { navigate, type ProjectScreen } from './routes';
import { SCREEN_LABELS, screenOf } from './screens';
import { Shell } from './shell/shell';

export interface ProjectViewProps {
  readonly folder: string;
  readonly screen: ProjectScreen;
  readonly rest: readonly string[];
}

/** Opens the project folder and shows one of its screens; closes it when the person leaves. */
export function ProjectView({ folder, screen, rest }: ProjectViewProps) {
  const { host, journalCopy } = useSurroundings();
  const [project, setProject] = useState<OpenProject | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` opens anew.
  useEffect(() => {
    let left = false;
    const opening = openProject(host, folder, journalCopy);
    void opening.then((result) => {
      if (left) return;
      if (result.ok) {
        setProject(result.value);
        if (result.value.session.repairs.length > 0) notifyDone(result.value.session.repairs.join(' '));
      } else setError(result.error);
    });
    return () => {
      left = true;
      setProject(null);
      setError(null);
      void opening.then((result) => (result.ok ? result.value.close() : undefined));
    };
  }, [host, folder, journalCopy, attempt]);

  const retry = () => setAttempt((count) => count + 1);
  if (error && isCurable(error)) return <Recovery folder={folder} error={error} onRecovered={retry} />;
  if (error) {
    return (
      <Plain>
        <ErrorPanel error={error} onRetry={retry}>
          <Button onClick={() => navigate({ at: 'home' })}>All projects</Button>
        </ErrorPanel>
      </Plain>
    );
  }
  if (!project) {
    return (
      <Plain>
        <ProgressPanel progress={null} label="Opening the project" />
      </Plain>
    );
  }
  return (
    <ProjectContext.Provider value={project}>
      <ProjectKeys />
      <TargetMemory />
      <ProjectCommands />
      <Shell screen={screen}>
        <ErrorBoundary resetOn={screen}>
          <Suspense fallback={<Skeleton lines={8} />}>
            <CurrentScreen screen={screen} rest={rest} />
          </Suspense>
        </ErrorBoundary>
      </Shell>
    </ProjectContext.Provider>
  );
}

function CurrentScreen({ screen, rest }: Omit<ProjectViewProps, 'folder'>) {
  const Component = screenOf(screen);
  if (!Component) {
    return (
      <EmptyState title={`${SCREEN_LABELS[screen]} is not part of this build`}>
        This Winnow was built without this screen. The other steps work, and the project loses nothing.
      </EmptyState>
    );
  }
  return <Component rest={rest} />;
}

/** Remembers the target for the list of projects. */
function TargetMemory() {
  const { database } = useSurroundings();
  const projectId = useProjectModel((model) => model.state.projectId);
  const system = useProjectModel((model) => model.state.target?.system ?? null);
  useEffect(() => {
    // Only a memory aid: where it cannot be kept, the list shows no target.
    if (system !== null) rememberTarget(database, projectId, system).catch(() => undefined);
  }, [database, projectId, system]);
  return null;
}

/** Undo, redo and the steps wherever no field has the keys. */
function ProjectKeys() {
  const { folder } = useProject();
  const name = useProjectModel((model) => model.state.name);
  useEffect(() => {
    document.title = name === '' ? 'Winnow' : `${name} · Winnow`;
    return () => {
      document.title = 'Winnow';
    };
  }, [name]);
  const { undo, redo } = useUndo();
  useHotkey('Ctrl+Z', () => void undo());
  useHotkey('Ctrl+Shift+Z', () => void redo());
  useHotkey('F1', () => navigate({ at: 'project', folder, screen: 'guide', rest: [] }));
  return STEPS.map((step, at) => (
    <StepKey
      key={step}
      hotkey={`Alt+${at + 1}`}
      go={() => navigate({ at: 'project', folder, screen: step, rest: [] })}
    />
  ));
}

function StepKey({ hotkey, go }: { readonly hotkey: string; readonly go: () => void }) {
  useHotkey(hotkey, go);
  return null;
}
