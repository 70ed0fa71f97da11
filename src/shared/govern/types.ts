export type Role = 'steward' | 'committee' | 'implementer';

/** A person known to the project; the key proves who signed. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** What they answer for, e.g. "Head of Sales". */
  readonly title: string;
  /** Ed25519 public key, 64 hex digits. */
  readonly publicKey: string;
}

/** The live thing a checklist item decides on. */
export type ArtefactRef =
  | { readonly kind: 'sources' }
  | { readonly kind: 'mapping' }
  | { readonly kind: 'picklists' }
  | { readonly kind: 'validation' }
  | { readonly kind: 'matching'; readonly object: string }
  | { readonly kind: 'merges' }
  | { readonly kind: 'survivorship' }
  | { readonly kind: 'activeRule'; readonly object: string }
  | { readonly kind: 'exclusions' }
  | { readonly kind: 'reconciliation' }
  /** Something only people can state: a freeze window, a rollback plan. The text is the artefact. */
  | { readonly kind: 'statement' };

/** What a signature covers: hash, sentence and the counts shown. */
export interface Artefact {
  readonly ref: ArtefactRef;
  /** SHA-256 over the artefact's content and its counts. */
  readonly hash: string;
  /** The proposal as a sentence with its numbers. */
  readonly statement: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Short facts a member reads before signing: what changed, examples. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
}

export interface ChecklistItem {
  readonly id: string;
  readonly area: string;
  /** Asked in plain words: "Is this the right definition of an active account?" */
  readonly question: string;
  readonly guidance: string;
  /** One accountable role, by title. */
  readonly accountable: string;
  readonly artefact: ArtefactRef;
  /** Approvals needed from committee members other than the proposer. */
  readonly quorum: number;
  /** Export waits for it. */
  readonly blocking: boolean;
}

export interface Proposal {
  readonly itemId: string;
  readonly artefactHash: string;
  readonly statement: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly proposer: string;
  readonly at: string;
}

export type BallotDecision = 'approve' | 'approveWithCondition' | 'reject' | 'abstain';

/** What is signed; the signature covers the canonical JSON of this, domain-separated. */
export interface BallotBody {
  readonly format: 'winnow-ballot';
  readonly version: 1;
  readonly projectId: string;
  readonly itemId: string;
  readonly artefactHash: string;
  readonly statement: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly decision: BallotDecision;
  /** Condition or reason; required for a reject and for a condition. */
  readonly reason: string;
  readonly personId: string;
  readonly name: string;
  readonly publicKey: string;
  readonly at: string;
}

export interface Ballot extends BallotBody {
  /** Ed25519 over "winnow-ballot:1\n" + canonical JSON of the body, 128 hex digits. */
  readonly signature: string;
}

/** A request for decisions, out by file. */
export interface DecisionPacket {
  readonly format: 'winnow-decision-packet';
  readonly version: 1;
  readonly projectId: string;
  readonly projectName: string;
  readonly journalHead: string;
  readonly journalCount: number;
  readonly createdAt: string;
  readonly items: readonly {
    readonly item: ChecklistItem;
    readonly proposal: Proposal;
    readonly artefact: Artefact;
  }[];
}

export type ItemStatus = 'open' | 'proposed' | 'approved' | 'rejected' | 'stale' | 'waived';

/** An item as it stands now. */
export interface ItemState {
  readonly item: ChecklistItem;
  readonly artefact: Artefact;
  readonly proposal: Proposal | null;
  /** Valid ballots on the current hash. */
  readonly ballots: readonly Ballot[];
  /** Ballots on an older hash, or by the proposer, or with a broken signature, each with why it does not count. */
  readonly lapsed: readonly { readonly ballot: Ballot; readonly why: string }[];
  readonly status: ItemStatus;
  /** e.g. "2 of 3 signed; waiting for one more committee member." */
  readonly sentence: string;
}

export interface Gate {
  readonly open: boolean;
  /** What still blocks it, each with a way to fix it. */
  readonly waitsFor: readonly {
    readonly code: string;
    readonly sentence: string;
    readonly step: string;
    readonly itemId?: string;
  }[];
  readonly waivers: readonly { readonly subject: string; readonly reason: string; readonly actor: string }[];
}
