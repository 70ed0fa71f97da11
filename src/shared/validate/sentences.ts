import { countText } from '../profile/text';
import type { TargetField, TargetObject, TargetSystem } from '../target/types';
import type { RuleName } from './codes';

/** One plain sentence for a group of issues: how many, what is wrong, by whose rule. */
export function issueSentence(
  rule: RuleName,
  count: number,
  field: TargetField,
  object: TargetObject,
  system: TargetSystem,
): string {
  const one = count === 1;
  const who = `${countText(count)} ${(one ? object.label : object.labelPlural).toLowerCase()}`;
  const label = field.label;
  const have = one ? 'has' : 'have';
  const a = /^[aeiou]/i.test(label) ? 'an' : 'a';
  switch (rule) {
    case 'required':
      return `${who} ${have} no ${label}, which ${system.label} requires.`;
    case 'requiredGroup':
      return `${who} ${have} none of the fields of which ${system.label} requires one (${label} among them).`;
    case 'tooLong':
      return `${who} ${have} ${a} ${label} longer than the ${countText(field.maxLength ?? 0)} characters ${system.label} accepts.`;
    case 'email':
      return `${who} ${have} ${a} ${label} that is not a valid e-mail address.`;
    case 'url':
      return `${who} ${have} ${a} ${label} that is not a web address.`;
    case 'phone':
      return `${who} ${have} ${a} ${label} that is not a telephone number.`;
    case 'date':
      return `${who} ${have} ${a} ${label} that is not a date ${system.label} can read.`;
    case 'dateRange':
      return `${who} ${have} ${a} ${label} outside the years ${system.label} accepts (1700 to 4000).`;
    case 'number':
      return `${who} ${have} ${a} ${label} that is not ${field.type === 'integer' ? 'a whole number' : 'a number'}.`;
    case 'numberRange':
      return `${who} ${have} ${a} ${label} with more digits than ${system.label} can hold.`;
    case 'boolean':
      return `${who} ${have} ${a} ${label} that is neither yes nor no.`;
    case 'id':
      return `${who} ${have} ${a} ${label} that is not an id of ${system.label}.`;
    case 'picklist':
      return field.restricted
        ? `${who} ${have} ${a} ${label} that is not in the list of ${system.label}; the loader refuses it.`
        : `${who} ${have} ${a} ${label} that is not in the list of ${system.label}; it would load silently and pollute the list.`;
    case 'reference':
      return `${who} ${one ? 'points' : 'point'} to ${a} ${label} that no record has.`;
    case 'duplicateKey':
      return `${who} ${one ? 'shares its' : 'share their'} legacy key with another, so ${one ? 'it' : 'they'} would overwrite each other.`;
    case 'duplicateValue':
      return `${who} share ${a} ${label} that must be unique in ${system.label}.`;
  }
}
