import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkpointSchema } from '@shared/host/schemas';
import { z } from 'zod';
import { writeDurably } from './durable';
import { failure, systemCode } from './errors';

/** Names inside a project folder. */
export const PROJECT_FILE = 'project.json';
export const JOURNAL_FILE = 'journal.jsonl';
export const SOURCES_FOLDER = 'sources';
export const PACKAGES_FOLDER = 'packages';

/** The version this Winnow reads and writes. */
export const PROJECT_VERSION = 1;

/** No `project.json` is larger; a larger one is not ours. */
const MAX_PROJECT_FILE_BYTES = 64 << 10;

const schema = z.strictObject({
  format: z.literal('winnow-project'),
  version: z.literal(PROJECT_VERSION),
  /** Identity of this folder: what local copies of its journal are filed under. */
  id: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  name: z.string().min(1).max(200),
  /** The folder's name when it was made; tells the original from a copy made in a file manager. */
  folder: z.string().max(100),
  createdAt: z.iso.datetime(),
  /** Id of the project this one was copied from, else null. */
  copyOf: z.string().max(64).nullable(),
  checkpoint: checkpointSchema.nullable(),
});

/** The content of `project.json`. */
export type ProjectFile = Readonly<z.infer<typeof schema>>;

/** What every version of the format has: enough to say which one it is. */
const anyVersion = z.object({ format: z.literal('winnow-project'), version: z.number() });

/** Parses the text of a `project.json`. Throws `PROJECT_TOO_NEW` or `PROJECT_DAMAGED`. */
export function parseProjectFile(text: string): ProjectFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw damaged('it is not readable as JSON');
  }
  const head = anyVersion.safeParse(json);
  if (!head.success) throw damaged('it does not say that it is a Winnow project');
  if (head.data.version !== PROJECT_VERSION) {
    throw failure(
      'PROJECT_TOO_NEW',
      `This project has format version ${head.data.version}; this Winnow reads version ${PROJECT_VERSION}. Update Winnow to open it.`,
      { version: head.data.version },
    );
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw damaged(`its "${parsed.error.issues[0]?.path.join('.') ?? ''}" is not right`);
  return parsed.data;
}

function damaged(why: string) {
  return failure(
    'PROJECT_DAMAGED',
    `The file project.json of this project is damaged: ${why}. Restore it from a backup; the journal and the sources beside it are untouched.`,
    { why },
  );
}

/** Reads and checks `project.json` of a folder. Throws `NOT_A_PROJECT`, and what `parseProjectFile` throws. */
export async function readProjectFile(folder: string): Promise<ProjectFile> {
  const path = join(folder, PROJECT_FILE);
  const { size } = await stat(path).catch((cause: unknown) => {
    if (systemCode(cause) !== 'ENOENT') throw cause;
    throw failure(
      'NOT_A_PROJECT',
      'There is no project.json in this folder: it is not a Winnow project, or it was moved away.',
      { folder },
    );
  });
  if (size > MAX_PROJECT_FILE_BYTES) throw damaged('it is far too large');
  return parseProjectFile(await readFile(path, 'utf8'));
}

/** The text of a `project.json`. */
export function projectFileText(project: ProjectFile): string {
  return `${JSON.stringify(project, null, 2)}\n`;
}

/** Writes `project.json` atomically. */
export async function writeProjectFile(folder: string, project: ProjectFile): Promise<void> {
  await writeDurably(join(folder, PROJECT_FILE), projectFileText(project));
}
