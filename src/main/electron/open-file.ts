import { basename } from 'node:path';
import type { Result } from '@shared/base/result';
import type { MenuCommand } from '@shared/host/menu';
import type { ProjectSummary } from '@shared/host/types';

export interface OpenFileActions {
  /** Asks a question with one way to agree; true when the person agrees. */
  readonly confirm: (question: { message: string; detail: string; agree: string }) => Promise<boolean>;
  readonly importFile: (path: string) => Promise<Result<ProjectSummary>>;
  readonly tell: (message: string, detail: string) => Promise<void>;
  readonly send: (command: MenuCommand) => void;
}

/**
 * Opens a `.winnow` file the person has double-clicked: asks first, because a copy of the project is made, then takes it
 * in and lets the page open it.
 */
export async function openProjectFile(path: string, actions: OpenFileActions): Promise<void> {
  const name = basename(path);
  const agreed = await actions.confirm({
    message: `Take in the project file “${name}”?`,
    detail: 'Winnow makes a project of its own from it. The file itself stays as it is.',
    agree: 'Take it in',
  });
  if (!agreed) return;
  const taken = await actions.importFile(path);
  if (taken.ok) actions.send({ name: 'open-project', folder: taken.value.folder });
  else await actions.tell(`“${name}” was not taken in.`, taken.error.message);
}
