import type { ProjectSummary } from '@shared/host/types';
import { builtInTarget } from '@shared/target/catalogue';
import { IconAlertTriangle, IconChevronRight, IconFolders } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { formatRoute } from '../../app/routes';
import { formatTime, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { EmptyState } from '../../components/states';
import { useSurroundings } from '../../state/context';
import { knownTargets } from '../../store/known-targets';
import classes from './project-list.module.css';

export interface ProjectListProps {
  readonly projects: readonly ProjectSummary[];
  readonly onNew: (start: 'own' | 'sample') => void;
}

/** Projects, last changed first. A damaged one says why and stays closed. */
export function ProjectList({ projects, onNew }: ProjectListProps) {
  const { database } = useSurroundings();
  const [targets, setTargets] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let left = false;
    knownTargets(database)
      .then((known) => {
        if (!left) setTargets(known);
      })
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [database]);

  if (projects.length === 0) {
    return (
      <Card testId="no-projects">
        <EmptyState
          icon={<IconFolders size={34} stroke={1.2} />}
          title="No projects yet"
          action={
            <>
              <Button kind="primary" onClick={() => onNew('own')} testId="first-project">
                Begin the first one
              </Button>
              <Button onClick={() => onNew('sample')} testId="try-sample">
                Try with the sample company
              </Button>
            </>
          }
        >
          A project takes the spreadsheets of the old systems and one target CRM, and ends in import files
          with a report of what became of every row. To look around first, begin with the sample company:
          three sources that disagree with each other, as they always do.
        </EmptyState>
      </Card>
    );
  }
  const sorted = [...projects].sort((a, b) =>
    a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : 0,
  );
  return (
    <Card flush>
      <ul className={classes.list} data-testid="project-list">
        {sorted.map((project) => (
          <li key={project.folder}>
            {project.damaged === null ? (
              <a
                className={classes.row}
                href={formatRoute({ at: 'project', folder: project.folder, screen: 'sources', rest: [] })}
                data-testid="project-row"
              >
                <span className={classes.name}>{project.name}</span>
                <span className={classes.target}>{targetLabel(targets.get(project.projectId))}</span>
                <span className={classes.entries}>
                  {plural(project.entries, 'journal entry', 'journal entries')}
                </span>
                <span className={classes.changed}>changed {formatTime(project.changedAt)}</span>
                <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
              </a>
            ) : (
              <div className={classes.row} data-testid="project-damaged">
                <span className={classes.name}>{project.name || project.folder}</span>
                <span className={classes.damaged}>
                  <IconAlertTriangle size={15} stroke={1.7} aria-hidden="true" /> {project.damaged}
                </span>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function targetLabel(system: string | undefined): string {
  if (system === undefined) return '';
  return builtInTarget(system)?.label ?? system;
}
