import { NO_REFERENCE, type RecordSet } from '../mapping/types';
import { defaultRule } from '../rules/default-rule';
import { evaluateRule, type RuleContext } from '../rules/evaluate';
import { keepParents } from '../rules/keep-parents';
import { type ActiveRule, NO_DATE, type RuleOutcome, type RuleReason, VERDICT_CODES } from '../rules/types';
import type { GoldenSet } from '../survive/types';
import type { Model } from './model';

/** Line id of reasons that come from a person's word on one record. */
export const SETTLED_LINE = 'settled';
/** Line id of "no rule agreed yet". */
export const NO_RULE_LINE = 'no-rule';

/** What a rule is evaluated against, for one object. */
export async function ruleContext(model: Model, object: string): Promise<RuleContext> {
  const related: { object: string; records: RecordSet }[] = [];
  for (const other of model.objects) {
    related.push({ object: other.object.name, records: await model.records(other.object.name) });
  }
  return {
    raw: await model.records(object),
    golden: await model.golden(object),
    related,
    lists: await model.lists(),
  };
}

/** The rule in force, or the one Winnow would propose while none is agreed. */
export async function ruleOrProposal(
  model: Model,
  object: string,
  referenceDate: string,
): Promise<{ rule: ActiveRule; saved: boolean }> {
  const saved = model.state.rules[object];
  if (saved) return { rule: saved, saved: true };
  const mapped = model.mapped(object);
  const fieldsOf = (name: string): string[] => [
    ...new Set(model.mapped(name).mappings.flatMap((mapping) => mapping.fields.map((field) => field.field))),
  ];
  const related = model.objects.flatMap((other) =>
    other.object.fields
      .filter((field) => field.references?.objects.includes(object) && other.object.name !== object)
      .filter((field) => fieldsOf(other.object.name).includes(field.api))
      .map((field) => ({ object: other.object, field: field.api, mapped: fieldsOf(other.object.name) })),
  );
  const lists = [...(await model.lists())].flatMap(([tableId, table]) =>
    listColumns(
      table.columns.map((column) => column.name),
      fieldsOf(object),
    ).map((match) => ({ tableId, ...match })),
  );
  return { rule: defaultRule(mapped.object, fieldsOf(object), related, lists, referenceDate), saved: false };
}

/** Columns of a reference list that can be looked up by a mapped field: e-mail against e-mail. */
function listColumns(
  columns: readonly string[],
  fields: readonly string[],
): { column: string; field: string }[] {
  const field = fields.find((api) => /^(email|hs_email|emailaddress1|email_address)$/i.test(api));
  const column = columns.find((name) => /e-?mail/i.test(name));
  return field && column ? [{ column, field }] : [];
}

/** Evaluates a rule, then a person's word on single records on top of it. */
export async function evaluateWithSettled(model: Model, rule: ActiveRule): Promise<RuleOutcome> {
  const context = await ruleContext(model, rule.object);
  return applySettled(evaluateRule(rule, context), context.golden, settledOf(model, rule.object));
}

function settledOf(
  model: Model,
  object: string,
): ReadonlyMap<string, { verdict: 'keep' | 'exclude'; sentence: string }> {
  const nameOf = new Map(model.state.people.map((person) => [person.id, person.name]));
  return new Map(
    model.state.settled
      .filter((item) => item.object === object)
      .map((item) => [
        item.key,
        {
          verdict: item.verdict,
          sentence: `${item.verdict === 'keep' ? 'Kept' : 'Left behind'} by ${nameOf.get(item.actor) ?? item.actor}: ${item.reason}`,
        },
      ]),
  );
}

/** A copy of the outcome in which settled records carry the person's verdict. */
export function applySettled(
  outcome: RuleOutcome,
  golden: GoldenSet,
  settled: ReadonlyMap<string, { verdict: 'keep' | 'exclude'; sentence: string }>,
): RuleOutcome {
  if (settled.size === 0) return outcome;
  const verdict = outcome.verdict.slice();
  const reason = outcome.reason.slice();
  const reasons: RuleReason[] = [...outcome.reasons];
  golden.records.keys.forEach((key, index) => {
    const word = settled.get(key);
    if (!word) return;
    verdict[index] = VERDICT_CODES.indexOf(word.verdict);
    reason[index] = reasonIndex(reasons, {
      lineId: SETTLED_LINE,
      verdict: word.verdict,
      sentence: word.sentence,
    });
  });
  return { ...outcome, verdict, reason, reasons };
}

function reasonIndex(reasons: RuleReason[], wanted: RuleReason): number {
  const at = reasons.findIndex((item) => item.lineId === wanted.lineId && item.sentence === wanted.sentence);
  if (at >= 0) return at;
  reasons.push(wanted);
  return reasons.length - 1;
}

/** Verdicts of every mapped object under the agreed rules, with parents of exported children kept. */
export async function verdicts(model: Model): Promise<ReadonlyMap<string, RuleOutcome>> {
  const inputs = {
    golden: model.objects.map(({ object }) => model.goldenKey(object.name)),
    rules: model.state.rules,
    settled: model.state.settled,
    lists: model.listKeys(),
  };
  return model.stage('verdicts', 1, inputs, async () => {
    const outcomes: { object: string; outcome: RuleOutcome; golden: GoldenSet; keepParents: boolean }[] = [];
    for (const { object } of model.objects) {
      const golden = await model.golden(object.name);
      const rule = model.state.rules[object.name];
      const outcome = rule
        ? await evaluateWithSettled(model, rule)
        : applySettled(
            noRule(object.name, object.labelPlural, golden),
            golden,
            settledOf(model, object.name),
          );
      outcomes.push({ object: object.name, outcome, golden, keepParents: rule?.keepParents ?? false });
    }
    const parents: { child: string; parent: string; target: Int32Array }[] = [];
    for (const { object, golden } of outcomes) {
      for (const reference of golden.records.references) {
        const parent = outcomes.find((item) => item.object === reference.object);
        if (parent) {
          parents.push({
            child: object,
            parent: reference.object,
            target: goldenTargets(reference.target, parent.golden),
          });
        }
      }
    }
    return keepParents(outcomes, parents);
  });
}

/** Parent golden index per child golden record; NO_REFERENCE where there is none. */
export function goldenTargets(target: Int32Array, parent: GoldenSet): Int32Array {
  const out = new Int32Array(target.length);
  for (let i = 0; i < target.length; i++) {
    const raw = target[i]!;
    out[i] = raw >= 0 ? parent.goldenOf[raw]! : NO_REFERENCE;
  }
  return out;
}

function noRule(object: string, labelPlural: string, golden: GoldenSet): RuleOutcome {
  const count = golden.records.count;
  return {
    object,
    verdict: new Uint8Array(count).fill(VERDICT_CODES.indexOf('unknown')),
    reason: new Uint16Array(count),
    reasons: [
      {
        lineId: NO_RULE_LINE,
        verdict: 'unknown',
        sentence: `No rule says yet which ${labelPlural.toLowerCase()} are active.`,
      },
    ],
    lastActivity: new Int32Array(count).fill(NO_DATE),
  };
}
