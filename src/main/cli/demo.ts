import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { capture, type Result } from '@shared/base/result';
import type { VerifyReport } from '@shared/package/types';
import type { Ledger } from '@shared/pipeline/types';
import { during } from '../files/errors';
import { parseArguments } from './arguments';
import { play } from './demo/play';
import { SAMPLE_TABLES } from './demo/sources';
import { findInstallation } from './installation';
import { type CliIo, type Command, EXIT, failWith, printJson, taskOf } from './io';
import { ledgerText } from './ledger-text';
import { Stopwatch } from './stopwatch';
import { printFindings, verifyAt } from './verify';
import { requireFree } from './write-package';

const HELP = `winnow demo --out DIR [--json]

Plays the whole job with the sample estate: a scripted steward loads, maps, reviews duplicates and sets rules; two
committee members sign every decision; the package is written and verified; the reconciliation table is printed.

--out DIR  new or empty; DIR/project holds the project folder, DIR/package the package
--json     what happened as JSON, see docs/cli.md

Two runs give the same bytes: people, keys and clock are scripted.
`;

/** How a demonstration ended. */
interface DemoOutcome {
  readonly project: string;
  readonly package: string;
  readonly steps: readonly string[];
  readonly ledger: Ledger;
  readonly verify: VerifyReport;
}

export const demoCommand: Command = {
  name: 'demo',
  summary: 'play the whole job with the sample estate, to a verified package',
  help: HELP,
  async run(args, io) {
    const parsed = parseArguments('demo', args, { out: { type: 'string' } });
    if (!parsed.ok) return failWith(io, 'demo', args.includes('--json'), parsed.error);
    const { files, json } = parsed.value;
    const out = parsed.value.text('out');
    if (out === null || files.length > 0) {
      return failWith(io, 'demo', json, {
        code: 'BAD_ARGUMENT',
        message: 'Say where the demonstration goes: winnow demo --out DIR.',
      });
    }
    const watch = new Stopwatch();
    const outcome = await demonstrate(out, io, json);
    if (!outcome.ok) {
      const code = outcome.error.code === 'GATE_CLOSED' ? EXIT.refused : EXIT.badInput;
      return failWith(io, 'demo', json, outcome.error, code);
    }
    const { ledger, verify } = outcome.value;
    if (json) {
      printJson(io, { command: 'demo', ...outcome.value, ok: verify.ok, seconds: watch.seconds()['total'] });
    } else {
      printFindings(io, outcome.value.package, verify);
      const nameOf = new Map(SAMPLE_TABLES.map((table) => [table.tableId, table.name]));
      io.out(`\n${ledgerText(ledger, (tableId) => nameOf.get(tableId) ?? tableId)}`);
    }
    return verify.ok ? EXIT.done : EXIT.refused;
  },
};

/** Plays into a free folder; when it fails, nothing of it is left there. */
function demonstrate(out: string, io: CliIo, quiet: boolean): Promise<Result<DemoOutcome>> {
  return capture(() =>
    during(`write to ${out}`, async () => {
      await requireFree(out);
      const folders = { project: join(out, 'project'), package: join(out, 'package') };
      try {
        await mkdir(out, { recursive: true });
        return await playInto(folders, io, quiet);
      } catch (cause) {
        for (const folder of Object.values(folders)) await rm(folder, { recursive: true, force: true });
        throw cause;
      }
    }),
  );
}

async function playInto(
  folders: { readonly project: string; readonly package: string },
  io: CliIo,
  quiet: boolean,
): Promise<DemoOutcome> {
  const steps: string[] = [];
  const { samplesFolder, version } = findInstallation();
  const played = await play({
    projectsFolder: folders.project,
    packageFolder: folders.package,
    samplesFolder,
    version,
    report: taskOf(io).report,
    tell: (text) => {
      steps.push(text);
      io.settle();
      if (!quiet) io.out(`${text}\n`);
    },
  });
  return {
    project: played.projectFolder,
    package: folders.package,
    steps,
    ledger: played.ledger,
    verify: await verifyAt(folders.package),
  };
}
