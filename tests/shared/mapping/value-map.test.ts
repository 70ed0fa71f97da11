import { suggestValueMap, valueMatcher } from '@shared/mapping/value-map';
import { builtInTarget, fieldNamed, objectNamed } from '@shared/target/catalogue';
import type { TargetField } from '@shared/target/types';
import { describe, expect, it } from 'vitest';

function field(system: string, object: string, api: string): TargetField {
  const target = builtInTarget(system);
  const found = target && fieldNamed(objectNamed(target, object)!, api);
  if (!found) throw new Error(api);
  return found;
}

const stage = field('salesforce', 'Opportunity', 'StageName');
const industry = field('salesforce', 'Account', 'Industry');
const salutation = field('salesforce', 'Contact', 'Salutation');
const dealStage = field('hubspot', 'deals', 'dealstage');

describe('picklist values', () => {
  it.each([
    [stage, 'Closed Won', 'Closed Won', 'same'],
    [stage, 'closed won', 'Closed Won', 'spelling'],
    [stage, 'CLOSED_WON', 'Closed Won', 'spelling'],
    [stage, 'gewonnen', 'Closed Won', 'meaning'],
    [stage, '失注', 'Closed Lost', 'meaning'],
    [stage, 'Angebot', 'Proposal/Price Quote', 'meaning'],
    [dealStage, 'Closed Won', 'closedwon', 'spelling'],
    [dealStage, 'Verloren', 'closedlost', 'meaning'],
    [salutation, 'Mr', 'Mr.', 'spelling'],
    [salutation, 'Herr', 'Mr.', 'meaning'],
    [salutation, 'Frau', 'Ms.', 'meaning'],
    [industry, 'Maschinenbau', 'Machinery', 'meaning'],
    [industry, 'Technolgy', 'Technology', 'fuzzy'],
    [industry, 'Telecommunication', 'Telecommunications', 'fuzzy'],
  ] as const)('%# %s', (target, value, to, how) => {
    expect(valueMatcher(target).closest(value)).toMatchObject({ to, how });
  });

  it('find values by the labels people see', () => {
    const level = { ...industry, picklist: ['L1', 'L2'], optionLabels: ['Key account', 'Standard'] };
    const matcher = valueMatcher(level);
    expect(matcher.closest('KEY ACCOUNT')).toEqual({ to: 'L1', how: 'spelling', score: 0.98 });
    expect(matcher.closest('Standart')).toMatchObject({ to: 'L2', how: 'fuzzy' });
    expect(matcher.closest('L2')).toMatchObject({ to: 'L2', how: 'same' });
  });

  it.each(['', '?', 'zzz', 'Familie', 'x'.repeat(5_000), '__proto__', 'constructor'])(
    '%j has none',
    (value) => {
      expect(valueMatcher(salutation).closest(value)).toBeNull();
    },
  );

  it('are mapped without asking only when sure', () => {
    expect(suggestValueMap(industry, ['Technology', 'technology', 'Bau', 'Techn', '', 'Sonstiges'])).toEqual({
      technology: 'Technology',
      Bau: 'Construction',
      Sonstiges: 'Other',
    });
  });
});
