import { sha256Hex } from '../base/canonical';
import { sumWords, totals } from './ledger-sums';
import { UNLISTED } from './manifest';
import type { ContentReader } from './read';
import { inTallyOrder, PackageTally } from './tally';
import type { Manifest, PackageReader, VerifyFinding, VerifyReport } from './types';
import { type Audit, verifyAudit } from './verify-audit';
import { verifyBallots } from './verify-ballots';
import { verifyClaims } from './verify-claims';
import { verifyManifest, verifyManifestSignature } from './verify-manifest';
import { counted, grouped } from './words';

/**
 * Checks a package with nothing else at hand: every byte against the manifest, the journal's chain and checkpoint,
 * every signature, what the manifest says against journal and ballots, and the ledger counted anew from the files.
 * One changed byte anywhere is found and its file named. Reads one file at a time.
 *
 * What it cannot show: that the keys belong to the people. Compare fingerprints (docs/formats.md).
 */
export async function verifyPackage(read: PackageReader): Promise<VerifyReport> {
  const findings: VerifyFinding[] = [];
  const paths = new Set(await read.list());
  const content = async (path: string): Promise<Uint8Array | null> => {
    if (!paths.has(path)) return null;
    try {
      return await read.bytes(path);
    } catch {
      return null;
    }
  };

  const checked = await verifyManifest(content);
  findings.push(...checked.findings);
  const { manifest } = checked;
  if (manifest) findings.push(...(await verifyFiles(manifest, paths, content)));
  else {
    findings.push({
      check: 'files',
      ok: false,
      sentence: 'The files could not be compared, because there is no manifest to trust.',
    });
  }
  const audit: Audit = await verifyAudit(content, manifest);
  findings.push(...audit.findings);
  findings.push(await verifyManifestSignature(content, checked, audit.state?.people ?? []));
  const ballots = await verifyBallots(content, manifest, audit.state);
  findings.push(...ballots.findings);
  if (manifest && audit.state) findings.push(...verifyClaims(manifest, audit.state, ballots.verified));
  return { ok: findings.every((finding) => finding.ok), findings };
}

/** Presence, size and hash of every file, then the sums over the intact ones. */
async function verifyFiles(
  manifest: Manifest,
  paths: ReadonlySet<string>,
  content: ContentReader,
): Promise<readonly VerifyFinding[]> {
  const wrong: VerifyFinding[] = [];
  const listed = new Set<string>(UNLISTED);
  const tally = new PackageTally(manifest);
  let countable = true;
  for (const file of inTallyOrder(manifest.files)) {
    const problem = (sentence: string): void => {
      wrong.push({ check: 'files', ok: false, sentence, path: file.path });
      if (file.rows !== null) countable = false;
    };
    if (listed.has(file.path)) {
      problem(`${file.path} is listed twice.`);
      continue;
    }
    listed.add(file.path);
    const bytes = await content(file.path);
    if (!bytes) problem(`${file.path} is ${paths.has(file.path) ? 'not readable' : 'missing'}.`);
    else if (sha256Hex(bytes) !== file.sha256) {
      problem(
        bytes.length === file.bytes
          ? `${file.path} was changed: its SHA-256 is not the one in the manifest.`
          : `${file.path} was changed: it has ${counted(bytes.length, 'byte')} instead of ${grouped(file.bytes)}.`,
      );
    } else if (bytes.length !== file.bytes) problem(`${file.path} has another size than the manifest says.`);
    else tally.add(file, bytes);
  }
  for (const path of [...paths].sort()) {
    if (!listed.has(path)) {
      wrong.push({ check: 'files', ok: false, sentence: `${path} does not belong to the package.`, path });
    }
  }
  if (wrong.length === 0) {
    const sentence = `All ${counted(manifest.files.length, 'file')} are there and no other, each with the size and SHA-256 of the manifest.`;
    return [{ check: 'files', ok: true, sentence }, ...verifySums(manifest, tally)];
  }
  if (countable) return [...wrong, ...verifySums(manifest, tally)];
  const sentence = 'The rows could not be counted anew, because files with rows were changed.';
  return [...wrong, { check: 'reconciliation', ok: false, sentence }];
}

function verifySums(manifest: Manifest, tally: PackageTally): readonly VerifyFinding[] {
  const problems = tally.problems();
  if (problems.length > 0) {
    return problems.map(({ sentence, path }) => ({ check: 'reconciliation', ok: false, sentence, path }));
  }
  const sum = totals(manifest.ledger);
  return [
    {
      check: 'reconciliation',
      ok: true,
      sentence: `${sumWords(sum)}, counted anew from load files, crosswalk and lists; every legacy key is unique and every link leads to an exported record.`,
    },
  ];
}
