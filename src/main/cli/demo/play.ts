import { join } from 'node:path';
import { sha256Hex } from '@shared/base/canonical';
import type { Progress } from '@shared/base/progress';
import { fail, ok, type Result, unwrap } from '@shared/base/result';
import { type JournalCopy, openSession } from '@shared/host/session';
import type { HostApi } from '@shared/host/types';
import type { ByteSource } from '@shared/ingest/types';
import { signManifest } from '@shared/package/manifest';
import { createEngine } from '@shared/pipeline/engine';
import { memoryCache } from '@shared/pipeline/memory-cache';
import type { Ledger } from '@shared/pipeline/types';
import { builtInTarget } from '@shared/target/catalogue';
import { createNodeHost } from '../../files/node-host';
import { writePackageFolder } from '../write-package';
import { agreeRule, settleUnclear } from './active';
import { demoCast } from './cast';
import { cleanTables } from './cleaning';
import { reviewDuplicates } from './duplicates';
import { lookUpErasuresByName } from './erasure';
import { decideChecklist, startChecklist } from './governance';
import { mapTables } from './mapping';
import { scriptedClock, scriptedHex } from './script-time';
import { loadSources } from './sources';
import { answer, commit, draft, type Stage } from './stage';
import { settleIssues } from './validation';

/** Where a play takes place. */
export interface PlayOptions {
  readonly projectsFolder: string;
  readonly packageFolder: string;
  readonly samplesFolder: string;
  readonly version: string;
  readonly report: (progress: Progress) => void;
  readonly tell: (text: string) => void;
}

const PROJECT_NAME = 'Northgate';
const PACKAGE_NAME = 'Northgate';

/** The objects of the estate in load order, with the names people use for them. */
const OBJECTS = [
  { name: 'Account', label: 'Account' },
  { name: 'Contact', label: 'Contact' },
  { name: 'Opportunity', label: 'Opportunity' },
] as const;

/**
 * Plays the whole job through the same host, session and engine the app uses, from an empty folder to a written
 * package. Everything that would differ between two runs (clock, salts, ids, keys) comes from the script.
 */
export async function play(
  options: PlayOptions,
): Promise<{ readonly projectFolder: string; readonly ledger: Ledger }> {
  const clock = scriptedClock();
  const hex = scriptedHex();
  const host = createNodeHost({
    kind: 'memory',
    version: options.version,
    projectsFolder: options.projectsFolder,
    samplesFolder: options.samplesFolder,
    now: () => new Date(clock()),
  });
  try {
    const projectId = hex(16);
    const { folder } = unwrap(await host.createProject({ projectId, name: PROJECT_NAME }));
    const session = unwrap(await openSession(host, folder, forgetfulCopy(), clock, hex));
    const engine = createEngine({
      readSource: (file) => readWhole(host, folder, file),
      target: builtInTarget,
      cache: memoryCache(),
      report: options.report,
      clock: () => performance.now(),
    });
    const stage: Stage = { cast: await demoCast(), host, session, engine, clock, tell: options.tell };
    await introduce(stage, projectId);
    await work(stage);
    const ledger = await publish(stage, options.packageFolder);
    await session.close();
    return { projectFolder: join(options.projectsFolder, folder), ledger };
  } finally {
    await host.dispose();
  }
}

/** The first entries: what the project is and who takes part. */
async function introduce(stage: Stage, projectId: string): Promise<void> {
  const { cast } = stage;
  const target = builtInTarget('salesforce');
  await commit(
    stage,
    [
      draft('project.created', PROJECT_NAME, { projectId, name: PROJECT_NAME }),
      draft('target.set', 'Salesforce', {
        system: 'salesforce',
        loader: target?.loaders[0]?.id ?? '',
      }),
      ...[cast.steward, ...cast.committee].map(({ person }) =>
        draft('person.registered', person.name, { person }),
      ),
    ],
    cast.steward,
  );
}

/** The steps up to the gate. */
async function work(stage: Stage): Promise<void> {
  await loadSources(stage);
  await cleanTables(stage);
  await mapTables(stage);
  await settleIssues(stage);
  for (const { name } of OBJECTS) await reviewDuplicates(stage, name);
  for (const { name } of OBJECTS) {
    const rules = await answer(stage.engine.survivorship(name));
    await commit(stage, [draft('survivorship.set', name, { object: name, rules })], stage.cast.steward);
  }
  for (const { name } of OBJECTS) await agreeRule(stage, name);
  for (const { name } of OBJECTS) await settleUnclear(stage, name);
  await lookUpErasuresByName(stage);
  await startChecklist(stage, OBJECTS);
  await decideChecklist(stage);
}

/** Signs the journal, writes the package, notes it in the journal. */
async function publish(stage: Stage, packageFolder: string): Promise<Ledger> {
  const { steward } = stage.cast;
  const gate = await answer(stage.engine.gate());
  if (!gate.open) {
    stage.tell(`The gate is closed. It waits for: ${gate.waitsFor.map((item) => item.sentence).join(' ')}`);
  }
  const ledger = await answer(stage.engine.ledger());
  const checkpoint = unwrap(await stage.session.checkpoint(steward.signer, steward.actor));
  const { state, entries } = stage.session;
  await stage.engine.setState(state, entries);
  const built = await answer(
    // The name and the moment `winnow run` takes, so that both write the same files.
    stage.engine.buildPackage({ name: PACKAGE_NAME, createdAt: entries.at(-1)!.at, checkpoint }),
  );
  const files = [...built.files, await signManifest(built.manifestSha256, steward.signer)];
  await writePackageFolder(packageFolder, files);
  await commit(
    stage,
    [
      draft('package.written', PACKAGE_NAME, {
        name: PACKAGE_NAME,
        manifestSha256: built.manifestSha256,
        rowsRead: ledger.total.read,
        exported: ledger.total.exported,
      }),
    ],
    steward,
  );
  stage.tell(`Package of ${files.length} files written and signed.`);
  return ledger;
}

/** The copy of the journal the app keeps on a computer; a script has none. */
function forgetfulCopy(): JournalCopy {
  return { read: async () => null, write: async () => undefined, append: async () => undefined };
}

/** A source file of the project as bytes, checked against its name. */
async function readWhole(
  host: HostApi,
  folder: string,
  file: { readonly sha256: string; readonly ext: string },
): Promise<Result<ByteSource>> {
  const size = await host.sourceSize({ folder, sha256: file.sha256, ext: file.ext });
  if (!size.ok) return size;
  const bytes = await host.readSource({
    folder,
    sha256: file.sha256,
    ext: file.ext,
    offset: 0,
    length: size.value,
  });
  if (!bytes.ok) return bytes;
  if (sha256Hex(bytes.value) !== file.sha256) {
    return fail('SOURCE_CHANGED', 'A source file changed while the demonstration was running. Run it again.');
  }
  return ok(new Blob([new Uint8Array(bytes.value)]));
}
