import { z } from 'zod';
import template from '../../../resources/checklists/default.json';
import { checklistItemSchema } from './schemas';
import type { ChecklistItem } from './types';

/** Stands for "each mapped object" in a template. */
const EACH_OBJECT = '*';

const templateSchema = z.strictObject({
  format: z.literal('winnow-checklist'),
  version: z.literal(1),
  name: z.string(),
  items: z.array(checklistItemSchema),
});

const TEMPLATE = templateSchema.parse(template);

/**
 * The checklist a project starts with: the items of the built-in template, those about one object once for every mapped
 * object, in template order. Ids are stable: `mapping`, `active-rule:Account`.
 */
export function checklistFor(
  objects: readonly { readonly name: string; readonly label: string }[],
): ChecklistItem[] {
  return TEMPLATE.items.flatMap((item): ChecklistItem[] => {
    const { artefact } = item;
    if (!('object' in artefact) || artefact.object !== EACH_OBJECT) return [item];
    return objects.map(({ name, label }) => ({
      ...item,
      id: `${item.id}:${name}`,
      question: item.question.replace('{object}', label.toLowerCase()),
      artefact: { ...artefact, object: name },
    }));
  });
}
