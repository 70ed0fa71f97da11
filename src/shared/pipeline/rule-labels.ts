import type { RuleLabels } from '../rules/sentence';
import type { Model } from './model';

/** Names of objects, fields and lists in the words of the target, for sentences about rules of one object. */
export function ruleLabels(model: Model, object: string): RuleLabels {
  const objects = new Map(model.requireTarget().objects.map((item) => [item.name, item]));
  return {
    object: objects.get(object)?.label.toLowerCase() ?? object,
    field: (name, api) =>
      objects
        .get(name)
        ?.fields.find((field) => field.api === api)
        ?.label.toLowerCase() ?? api,
    list: (tableId) => model.state.tables.find((table) => table.id === tableId)?.name ?? tableId,
    related: (name) => objects.get(name)?.label.toLowerCase() ?? name,
  };
}
