import { conditionSentence, stepSentence } from '../clean/step-sentence';
import type { Recipe, Step } from '../clean/types';
import type { Model } from './model';

/** The cleaning steps in force, as a signature covers them and as people read them. */
export interface RecipeFacts {
  /** Enabled steps by table: what they do, not how they are called or noted. */
  readonly content: readonly { readonly tableId: string; readonly steps: readonly unknown[] }[];
  /** Enabled steps of all tables. */
  readonly steps: number;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
}

/** Recipes of the tables that migrate or are looked up; those of tables left behind change nothing. */
export function recipeFacts(model: Model): RecipeFacts {
  const cleaned = model.state.tables
    .filter(({ role }) => role !== 'ignored')
    .map((table) => ({ table, steps: enabledSteps(model.recipe(table.id)) }))
    .filter(({ steps }) => steps.length > 0);
  return {
    content: cleaned.map(({ table, steps }) => ({
      tableId: table.id,
      steps: steps.map(({ action, where }) => ({ action, where })),
    })),
    steps: cleaned.reduce((sum, { steps }) => sum + steps.length, 0),
    facts: cleaned.map(({ table, steps }) => ({
      label: `${table.name}, cleaned`,
      text: steps.map((step, at) => `${at + 1}. ${wholeSentence(step)}`).join('; '),
    })),
  };
}

function enabledSteps(recipe: Recipe): Recipe {
  return recipe.filter(({ enabled }) => enabled);
}

/** What a step does, with the rows it is limited to, without a full stop. */
function wholeSentence({ action, where }: Step): string {
  const sentence = stepSentence(action).replace(/\.$/, '');
  return where.length === 0
    ? sentence
    : `${sentence}, only where ${where.map(conditionSentence).join(' and ')}`;
}
