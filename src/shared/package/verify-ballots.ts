import { canonicalJson } from '../base/canonical';
import { parseBallots, verifyBallot } from '../govern/ballot';
import type { Ballot } from '../govern/types';
import type { ProjectState } from '../journal/types';
import { jsonBytes, sameBytes } from './manifest';
import type { ContentReader } from './read';
import type { Manifest, VerifyFinding } from './types';
import { counted } from './words';

export const BALLOTS = 'ballots.json';

/** What was found, and the signatures of the ballots in the journal that are those of the keys they name. */
export interface BallotCheck {
  readonly findings: readonly VerifyFinding[];
  readonly verified: ReadonlySet<string>;
}

/**
 * Every ballot's signature, and that `ballots.json` holds exactly what was cast in the journal on the items of the
 * manifest. A ballot with a bad signature that stands in the journal as well is no fault of the package: it was cast,
 * it never counted, and it is reported as such.
 */
export async function verifyBallots(
  content: ContentReader,
  manifest: Manifest | null,
  state: ProjectState | null,
): Promise<BallotCheck> {
  const ballots = readBallots(await content(BALLOTS));
  const cast = new Map<string, boolean>();
  const verified = new Set<string>();
  for (const ballot of state?.ballots ?? []) {
    const valid = ballot.projectId === state?.projectId && (await verifyBallot(ballot));
    cast.set(canonicalJson(ballot), valid);
    if (valid) verified.add(ballot.signature);
  }
  const fault = (sentence: string): VerifyFinding => ({
    check: 'signatures',
    ok: false,
    sentence,
    path: BALLOTS,
  });
  if (typeof ballots === 'string') return { findings: [fault(ballots)], verified };

  const faults: VerifyFinding[] = [];
  let good = 0;
  for (const ballot of ballots) {
    const known = cast.get(canonicalJson(ballot));
    const valid = known ?? (await verifyBallot(ballot));
    if (valid) good++;
    if (known !== undefined) continue;
    if (!valid) {
      faults.push(fault(`${title(ballot)} carries a signature that is not that of the key it names.`));
    } else if (state) faults.push(fault(`${title(ballot)} was never cast in the journal.`));
  }
  if (manifest && state) {
    const listed = new Set(manifest.approvals.map(({ itemId }) => itemId));
    const present = new Set(ballots.map((ballot) => canonicalJson(ballot)));
    for (const ballot of state.ballots) {
      if (listed.has(ballot.itemId) && !present.has(canonicalJson(ballot))) {
        faults.push(fault(`${title(ballot)} was cast in the journal and is missing in ballots.json.`));
      }
    }
  }
  if (faults.length > 0) return { findings: faults, verified };
  const bad = ballots.length - good;
  const sentence = `${counted(good, 'ballot')} with the valid signature of the key each names${bad > 0 ? `; ${counted(bad, 'ballot')} whose signature was never valid for this project and that did not count` : ''}.`;
  return { findings: [{ check: 'signatures', ok: true, sentence, path: BALLOTS }], verified };
}

function title(ballot: Ballot): string {
  return `The ballot of ${ballot.name} on ${ballot.itemId}`;
}

/** The ballots, or what is wrong with their file. */
function readBallots(bytes: Uint8Array | null): readonly Ballot[] | string {
  if (!bytes) return 'ballots.json is missing.';
  try {
    const json: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    );
    const parsed = parseBallots(json);
    if (!parsed.ok) return `ballots.json cannot be read. ${parsed.error.message}`;
    return sameBytes(jsonBytes(json), bytes)
      ? parsed.value
      : 'ballots.json was changed: its text is not as Winnow writes it.';
  } catch {
    return 'ballots.json is not JSON in UTF-8.';
  }
}
