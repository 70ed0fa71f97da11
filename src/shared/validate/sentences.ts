import { countText } from '../profile/text';
import type { TargetField, TargetObject, TargetSystem } from '../target/types';
import { longestValue } from './check-value';
import type { RuleName } from './codes';
import { groupsEndingAt } from './fields-beside';

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
  const have = one ? 'has' : 'have';
  const target = system.label;
  const value = `${article(field.label)} ${field.label}`;
  switch (rule) {
    case 'required':
      return `${who} ${have} no ${field.label}, which ${target} requires.`;
    case 'requiredGroup':
      return `${who} ${have} none of ${groupLabels(field, object)}, of which ${target} requires one.`;
    case 'tooLong':
    case 'keyTooLong':
      return `${who} ${have} ${value} longer than the ${countText(longestValue(field, system.file))} characters ${target} accepts.`;
    case 'email':
      return `${who} ${have} ${value} that is not a valid e-mail address.`;
    case 'url':
      return `${who} ${have} ${value} that is not a web address.`;
    case 'domain':
      return `${who} ${have} ${value} that is not a bare domain like example.com.`;
    case 'phone':
      return `${who} ${have} ${value} that is not a telephone number.`;
    case 'date':
      return `${who} ${have} ${value} that is not a date ${target} can read.`;
    case 'dateRange':
      return `${who} ${have} ${value} outside the years ${target} accepts (1700 to 4000).`;
    case 'number':
      return `${who} ${have} ${value} that is not ${field.type === 'integer' ? 'a whole number' : 'a number'}.`;
    case 'numberRange':
      return `${who} ${have} ${value} with more digits than ${target} can hold.`;
    case 'boolean':
      return `${who} ${have} ${value} that is neither yes nor no.`;
    case 'id':
      return `${who} ${have} ${value} that is not an id of ${target}.`;
    case 'picklist':
      return field.restricted
        ? `${who} ${have} ${value} that is not in the list of ${target}; the loader refuses it.`
        : `${who} ${have} ${value} that is not in the list of ${target}; it would load silently and pollute the list.`;
    case 'ambiguousOption':
      return `${who} ${have} ${value} that is also the label of another option; ${target} cannot tell which is meant.`;
    case 'country':
      return `${who} ${have} ${value} that is not the name of a country; ${target} refuses it where country lists are switched on.`;
    case 'stateWithoutCountry':
      return `${who} ${have} ${value} without a country; ${target} refuses that where country lists are switched on.`;
    case 'owner':
      return `${who} ${have} ${value} that is not an e-mail address, by which ${target} finds its users.`;
    case 'ownerUnknown':
      return `${who} ${have} ${value} that is not in the list of users.`;
    case 'ownerInactive':
      return `${who} ${have} ${value} that names a user who is no longer active${system.system === 'salesforce' ? `; ${target} refuses it` : ''}.`;
    case 'reference':
      return `${who} ${one ? 'points' : 'point'} to ${value} that no record has.`;
    case 'parentName':
      return `${who} ${one ? 'points' : 'point'} to ${parentLabel(field, system)} whose name others have, too; ${target} links by name and may take the wrong one.`;
    case 'repeatedKey':
      return `${who} ${have} a key that an earlier row of the same source has, too; references go to the earlier row.`;
    case 'duplicateValue':
      return `${who} share ${value} that must be unique in ${target}.`;
    case 'possibleDuplicate':
      return `${who} share ${value} with others; duplicate rules of ${target} may stop them.`;
    case 'checkDigits':
      return `${who} ${have} ${value} whose check digits are wrong.`;
    case 'characters':
      return `${who} ${have} ${value} with control characters or halves of characters, which nobody can read.`;
    case 'dateUnlikely':
      return `${who} ${have} ${value} before 1900 or after 2100, which is usually a placeholder or a slip.`;
    case 'dateShifted':
      return `${who} ${have} ${value} at the same hour, as days do that were moved by a time zone; they may load as the day before.`;
    case 'auditField':
      return `${who} ${have} ${value}, which ${target} takes only from users with the permission "Set Audit Fields upon Record Creation".`;
    case 'postcode':
      return `${who} ${have} ${value} that does not look like one of its country.`;
    case 'region':
      return `${who} ${have} ${value} that is not in its country${system.system === 'salesforce' ? `; ${target} refuses that where country lists are switched on` : ''}.`;
    case 'dependentValue': {
      const controller = object.fields.find(({ api }) => api === field.dependsOn?.field);
      return `${who} ${have} ${value} that does not go with ${one ? 'its' : 'their'} ${controller?.label ?? field.dependsOn?.field ?? ''}${field.restricted ? '; the loader refuses it' : `; ${target} would never offer it there`}.`;
    }
    case 'duplicateTogether':
      return `${who} ${have} the same ${togetherLabels(field, object)} as another; ${target} takes each combination once.`;
    case 'ownRule':
      return `${who} ${one ? 'breaks' : 'break'} a rule of your own on ${field.label}.`;
  }
}

function groupLabels(field: TargetField, object: TargetObject): string {
  const labels = object.fields
    .filter((other) => other.requiredGroup === field.requiredGroup)
    .map((other) => other.label);
  return labels.length < 3 ? labels.join(' and ') : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)!}`;
}

function togetherLabels(field: TargetField, object: TargetObject): string {
  const labels = groupsEndingAt(field, object)
    .flat()
    .map((api) => object.fields.find((other) => other.api === api)?.label ?? api);
  return [...new Set(labels)].join(' and ');
}

/** What a lookup usually points to: "an Organization". */
function parentLabel(field: TargetField, system: TargetSystem): string {
  const name = field.references?.objects[0];
  const label = system.objects.find((object) => object.name === name)?.label ?? field.label;
  return `${article(label)} ${label}`;
}

/** "an Email", "a Phone"; a U that sounds like "you" takes "a". */
function article(label: string): string {
  return /^(?:[AEIO]|U(?!RL|S|N))/i.test(label) ? 'an' : 'a';
}
