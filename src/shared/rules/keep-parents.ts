import type { GoldenSet } from '../survive/types';
import { DEFAULT_LINE, PARENT_LINE, WINDOW_LINE } from './reasons';
import { type RuleOutcome, type RuleReason, VERDICT_CODES } from './types';

/** The verdicts of one object, and whether its parents of exported children are kept. */
export interface ParentCandidate {
  readonly object: string;
  readonly outcome: RuleOutcome;
  readonly golden: GoldenSet;
  readonly keepParents: boolean;
}

/** Which golden parent each golden child points to. */
export interface ParentLink {
  readonly child: string;
  readonly parent: string;
  /** Golden index of the parent per golden child; negative = none. */
  readonly target: Int32Array;
}

const KEEP = VERDICT_CODES.indexOf('keep');

/** A verdict told by one of these says only that the record was quiet; a child that goes out speaks louder. */
const OVERRIDABLE: ReadonlySet<string> = new Set([WINDOW_LINE, DEFAULT_LINE]);

/**
 * The outcomes after keeping every record that a kept child points to: a contact is not exported without its account.
 * Goes up whole chains (a subsidiary keeps its parent, which keeps its own). Only what the window or the default
 * excluded or left open is kept; an exclude line and a person's word stand. Linear in records and links.
 */
export function keepParents(
  outcomes: readonly ParentCandidate[],
  parents: readonly ParentLink[],
): Map<string, RuleOutcome> {
  const drafts = new Map(outcomes.map((item) => [item.object, new Draft(item)]));
  const waiting: { readonly draft: Draft; readonly golden: number }[] = [];
  for (const draft of drafts.values()) {
    draft.outcome.verdict.forEach((code, golden) => {
      if (code === KEEP) waiting.push({ draft, golden });
    });
  }
  const linksOf = new Map<string, ParentLink[]>();
  for (const link of parents) linksOf.set(link.child, [...(linksOf.get(link.child) ?? []), link]);
  for (let child = waiting.pop(); child; child = waiting.pop()) {
    for (const link of linksOf.get(child.draft.outcome.object) ?? []) {
      const golden = link.target[child.golden] ?? -1;
      const parent = drafts.get(link.parent);
      if (golden >= 0 && parent?.keepFor(golden, link.child)) waiting.push({ draft: parent, golden });
    }
  }
  return new Map([...drafts].map(([object, draft]) => [object, draft.finish()]));
}

/** An outcome under change; copied only when something changes. */
class Draft {
  readonly outcome: RuleOutcome;
  readonly #keepParents: boolean;
  readonly #overridable: readonly boolean[];
  #changed: { verdict: Uint8Array; reason: Uint16Array; reasons: RuleReason[] } | null = null;
  readonly #reasonOf = new Map<string, number>();

  constructor({ outcome, keepParents }: ParentCandidate) {
    this.outcome = outcome;
    this.#keepParents = keepParents;
    this.#overridable = outcome.reasons.map(({ lineId }) => OVERRIDABLE.has(lineId));
  }

  /** Keeps a record because of a child; false when it is kept already or must not be. */
  keepFor(golden: number, child: string): boolean {
    if (!this.#keepParents) return false;
    const now = this.#changed ?? this.outcome;
    if (now.verdict[golden] === KEEP || !this.#overridable[this.outcome.reason[golden]!]) return false;
    this.#changed ??= {
      verdict: this.outcome.verdict.slice(),
      reason: this.outcome.reason.slice(),
      reasons: [...this.outcome.reasons],
    };
    this.#changed.verdict[golden] = KEEP;
    this.#changed.reason[golden] = this.#reason(child, this.#changed.reasons);
    return true;
  }

  finish(): RuleOutcome {
    return this.#changed ? { ...this.outcome, ...this.#changed } : this.outcome;
  }

  #reason(child: string, reasons: RuleReason[]): number {
    const known = this.#reasonOf.get(child);
    if (known !== undefined) return known;
    const sentence = `kept: parent of an exported ${singular(child)}`;
    const index = reasons.push({ lineId: PARENT_LINE, verdict: 'keep', sentence }) - 1;
    this.#reasonOf.set(child, index);
    return index;
  }
}

/** An object's name in running text: `Contact` → `contact`, `companies` → `company`, `deals` → `deal`. */
function singular(object: string): string {
  const name = object.replaceAll('_', ' ').toLowerCase();
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`;
  return /[^s]s$/.test(name) ? name.slice(0, -1) : name;
}
