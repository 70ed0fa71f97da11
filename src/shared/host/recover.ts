import { AppFailure, capture, type Result, unwrap } from '../base/result';
import type { Signer } from '../govern/identity';
import { signCheckpoint, verifyJournal } from '../journal/checkpoint';
import { journalText, parseJournal } from '../journal/codec';
import type { JournalEntry } from '../journal/types';
import { verdictError } from '../journal/verdict';
import { guarded, type JournalHost } from './guarded';
import type { JournalCopy } from './local-copy';
import type { HostApi, OpenedProject } from './types';

/** How many entries a project goes on with after recovery. */
export interface Recovery {
  readonly entries: number;
}

/**
 * Continues a project whose copies went apart, or whose journal was damaged, with one of them: its good entries become
 * the journal in both places. What was given up stays beside the journal as the host keeps every replaced one.
 *
 * Where the checkpoint kept with the project knows of more than the chosen copy, going on means vouching for that: a
 * signer must be given, and signs a new checkpoint (`RECOVERY_NEEDS_SIGNATURE` without). The project must not be open.
 */
export function recoverProject(
  host: HostApi,
  folder: string,
  local: JournalCopy,
  choice: 'folder' | 'local',
  signer: Signer | null,
): Promise<Result<Recovery>> {
  return capture(async () => {
    const safe = guarded(host);
    const opened = unwrap(await safe.openProject({ folder }));
    try {
      return await recover(safe, folder, opened, local, choice, signer);
    } finally {
      await safe.closeProject({ folder });
    }
  });
}

async function recover(
  host: JournalHost,
  folder: string,
  opened: OpenedProject,
  local: JournalCopy,
  choice: 'folder' | 'local',
  signer: Signer | null,
): Promise<Recovery> {
  const { projectId } = opened.summary;
  const localText = await local.read(projectId);
  const chosen = choice === 'folder' ? opened.journal : (localText ?? '');
  const { entries } = parseJournal(chosen);
  if (entries.length === 0) {
    throw new AppFailure({
      code: 'NOTHING_TO_RECOVER',
      message:
        'This copy holds nothing that can be read. Choose the other one, or restore the project folder from a backup.',
    });
  }
  const resign = await needsNewCheckpoint(entries, opened);
  if (resign && !signer) {
    throw new AppFailure({
      code: 'RECOVERY_NEEDS_SIGNATURE',
      message:
        'The signed checkpoint of this project knows of more than this copy holds. Go on with it only if you can answer for what is missing; you sign for it with your key.',
    });
  }
  const text = journalText(entries);
  // Through the host, so that the copy given up is kept beside the journal too.
  if (choice === 'folder' && localText && localText !== text) {
    unwrap(await host.replaceJournal({ folder, text: wholeLines(localText) }));
  }
  unwrap(await host.replaceJournal({ folder, text }));
  if (resign && signer) {
    unwrap(await host.saveCheckpoint({ folder, checkpoint: await signCheckpoint(entries, signer) }));
  }
  await local.write(projectId, text);
  return { entries: entries.length };
}

/** Whether the checkpoint beside the journal contradicts these entries. Throws when those inside them do. */
async function needsNewCheckpoint(entries: readonly JournalEntry[], opened: OpenedProject): Promise<boolean> {
  const inside = verdictError(await verifyJournal(entries, null));
  if (inside) throw new AppFailure(inside);
  return verdictError(await verifyJournal(entries, opened.checkpoint)) !== null;
}

/** A text up to its last line feed. */
function wholeLines(text: string): string {
  return text.slice(0, text.lastIndexOf('\n') + 1);
}
