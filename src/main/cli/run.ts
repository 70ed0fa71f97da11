import { capture, type Result, unwrap } from '@shared/base/result';
import type { Gate } from '@shared/govern/types';
import type { Manifest } from '@shared/package/types';
import type { Ledger } from '@shared/pipeline/types';
import { during } from '../files/errors';
import { parseArguments } from './arguments';
import { type CliIo, type Command, EXIT, failWith, printJson, taskOf } from './io';
import { ledgerText } from './ledger-text';
import { type CheckedProject, openCheckedProject } from './open-project';
import { sealedJournal } from './sealed-journal';
import { requireFree, writePackageFolder } from './write-package';

const HELP = `winnow run PROJECT --out DIR [--name NAME] [--json]

Computes everything anew from the source files and the journal of a project and writes the migration package. Nothing
in the project is changed. The same project gives the same bytes.

PROJECT      a project folder or a .winnow file
--out DIR    where the package is written; must be new or empty
--name NAME  name of the package; the project's name when left out
--json       what was written, or what the gate waits for, as JSON, see docs/cli.md

Ends with 2 when the gate is closed, saying what it waits for.
`;

/** How a run ended. */
export type RunOutcome =
  | { readonly kind: 'written'; readonly out: string; readonly ledger: Ledger; readonly manifest: Manifest }
  | { readonly kind: 'closed'; readonly ledger: Ledger; readonly waitsFor: Gate['waitsFor'] };

export const runCommand: Command = {
  name: 'run',
  summary: 'recompute a project and write its migration package',
  help: HELP,
  async run(args, io) {
    const parsed = parseArguments('run', args, { out: { type: 'string' }, name: { type: 'string' } });
    if (!parsed.ok) return failWith(io, 'run', args.includes('--json'), parsed.error);
    const { files, json } = parsed.value;
    const [project] = files;
    const out = parsed.value.text('out');
    if (project === undefined || files.length > 1 || out === null) {
      return failWith(io, 'run', json, {
        code: 'BAD_ARGUMENT',
        message: 'Name one project and where the package goes: winnow run PROJECT --out DIR.',
      });
    }
    const outcome = await runProject(project, out, parsed.value.text('name'), io);
    if (!outcome.ok)
      return failWith(
        io,
        'run',
        json,
        outcome.error,
        outcome.error.code === 'NO_CHECKPOINT' ? EXIT.refused : EXIT.badInput,
      );
    return outcome.value.kind === 'written'
      ? reportWritten(io, json, outcome.value)
      : reportClosed(io, json, outcome.value);
  },
};

/** Recomputes a project and writes its package, unless the gate is closed. */
export async function runProject(
  path: string,
  out: string,
  name: string | null,
  io: CliIo,
): Promise<Result<RunOutcome>> {
  const free = await capture(() => during(`write to ${out}`, () => requireFree(out)));
  if (!free.ok) return free;
  const opened = await openCheckedProject(path, taskOf(io).report);
  if (!opened.ok) return opened;
  try {
    return await capture(() => during(`write to ${out}`, () => build(opened.value, out, name)));
  } finally {
    await opened.value.close();
  }
}

async function build(project: CheckedProject, out: string, name: string | null): Promise<RunOutcome> {
  await project.use(project.entries);
  const ledger = unwrap(await project.engine.ledger());
  const gate = unwrap(await project.engine.gate());
  if (!gate.open) return { kind: 'closed', ledger, waitsFor: gate.waitsFor };
  const { entries, checkpoint } = unwrap(sealedJournal(project.entries, project.checkpoint));
  await project.use(entries);
  const { files, manifest } = unwrap(
    await project.engine.buildPackage({
      name: name ?? project.name,
      // The moment of the last decision, not of the run: the same project gives the same bytes.
      createdAt: entries.at(-1)!.at,
      checkpoint,
    }),
  );
  await writePackageFolder(out, files);
  return { kind: 'written', out, ledger, manifest };
}

function reportWritten(io: CliIo, json: boolean, outcome: Extract<RunOutcome, { kind: 'written' }>): 0 {
  const { out, ledger, manifest } = outcome;
  if (json) {
    printJson(io, {
      command: 'run',
      ok: true,
      package: out,
      files: manifest.files.map(({ path, bytes, rows, role }) => ({ path, bytes, rows, role })),
      ledger,
      waivers: manifest.waivers,
    });
    return EXIT.done;
  }
  io.settle();
  io.out(ledgerText(ledger, (tableId) => tableId));
  io.out(`Package of ${manifest.files.length} files written to ${out}\n`);
  return EXIT.done;
}

function reportClosed(io: CliIo, json: boolean, outcome: Extract<RunOutcome, { kind: 'closed' }>): 2 {
  const { ledger, waitsFor } = outcome;
  if (json) printJson(io, { command: 'run', ok: false, gate: { open: false, waitsFor }, ledger });
  io.settle();
  io.err('winnow run: the package cannot be written yet. It waits for:\n');
  for (const item of waitsFor) io.err(`  - ${item.sentence} (${item.step})\n`);
  return EXIT.refused;
}
