import { stat } from 'node:fs/promises';
import { capture } from '@shared/base/result';
import type { VerifyReport } from '@shared/package/types';
import { verifyPackage } from '@shared/package/verify';
import { during } from '../files/errors';
import { parseArguments } from './arguments';
import { type CliIo, type Command, EXIT, failWith, printJson } from './io';
import { folderReader, openZipReader } from './package-reader';

const HELP = `winnow verify PACKAGE [--json]

Checks a migration package with no project at hand: every file against the manifest, the journal's chain, its
checkpoint, every signature, and that the sums of the ledger close over the files themselves.

PACKAGE  the folder of a package, or the zip of one
--json   the findings as JSON, see docs/cli.md

Ends with 0 when everything holds, 2 when something does not, 1 when there is no package to check.
`;

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'check a migration package: hashes, chain, signatures, sums',
  help: HELP,
  async run(args, io) {
    const parsed = parseArguments('verify', args, {});
    if (!parsed.ok) return failWith(io, 'verify', args.includes('--json'), parsed.error);
    const { files, json } = parsed.value;
    const [path] = files;
    if (path === undefined || files.length > 1) {
      return failWith(io, 'verify', json, {
        code: 'ONE_PACKAGE',
        message: 'Name one package to verify: its folder or its zip file.',
      });
    }
    const report = await capture(() => during(`open ${path}`, () => verifyAt(path)));
    if (!report.ok) return failWith(io, 'verify', json, report.error);
    if (json) printJson(io, { command: 'verify', package: path, ...report.value });
    else printFindings(io, path, report.value);
    return report.value.ok ? EXIT.done : EXIT.refused;
  },
};

/** Verifies the package in a folder or a zip file. */
export async function verifyAt(path: string): Promise<VerifyReport> {
  if ((await stat(path)).isDirectory()) return verifyPackage(folderReader(path));
  const zip = await openZipReader(path);
  try {
    return await verifyPackage(zip.reader);
  } finally {
    await zip.close();
  }
}

/** Prints what was found, faults first. */
export function printFindings(io: CliIo, path: string, report: VerifyReport): void {
  io.settle();
  const faults = report.findings.filter((finding) => !finding.ok);
  for (const finding of faults) {
    io.out(`FAULT  ${finding.check}: ${finding.sentence}\n`);
  }
  for (const finding of report.findings) {
    if (finding.ok) io.out(`ok     ${finding.check}: ${finding.sentence}\n`);
  }
  io.out(
    report.ok
      ? `${path} is whole: everything in it is as it was signed.\n`
      : `${path} does not hold: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} found.\n`,
  );
}
