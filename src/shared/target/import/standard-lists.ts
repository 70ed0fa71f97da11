/**
 * Salesforce keeps the values of standard picklists apart from their fields, in `standardValueSets`: which fields each set
 * is the list of (Metadata API, "StandardValueSet Names and Standard Picklist Fields").
 */
const FIELDS: ReadonlyMap<string, readonly (readonly [object: string, field: string])[]> = new Map([
  ['AccountContactMultiRoles', [['AccountContactRelation', 'Roles']]],
  ['AccountOwnership', [['Account', 'Ownership']]],
  [
    'AccountRating',
    [
      ['Account', 'Rating'],
      ['Lead', 'Rating'],
    ],
  ],
  ['AccountType', [['Account', 'Type']]],
  ['CampaignMemberStatus', [['CampaignMember', 'Status']]],
  ['CampaignStatus', [['Campaign', 'Status']]],
  ['CampaignType', [['Campaign', 'Type']]],
  ['CaseOrigin', [['Case', 'Origin']]],
  ['CasePriority', [['Case', 'Priority']]],
  ['CaseReason', [['Case', 'Reason']]],
  ['CaseStatus', [['Case', 'Status']]],
  ['CaseType', [['Case', 'Type']]],
  ['ContactRole', [['OpportunityContactRole', 'Role']]],
  [
    'Industry',
    [
      ['Account', 'Industry'],
      ['Lead', 'Industry'],
    ],
  ],
  [
    'LeadSource',
    [
      ['Account', 'AccountSource'],
      ['Contact', 'LeadSource'],
      ['Lead', 'LeadSource'],
      ['Opportunity', 'LeadSource'],
    ],
  ],
  ['LeadStatus', [['Lead', 'Status']]],
  ['OpportunityStage', [['Opportunity', 'StageName']]],
  ['OpportunityType', [['Opportunity', 'Type']]],
  [
    'Salutation',
    [
      ['Contact', 'Salutation'],
      ['Lead', 'Salutation'],
    ],
  ],
  ['TaskPriority', [['Task', 'Priority']]],
  ['TaskStatus', [['Task', 'Status']]],
  ['TaskType', [['Task', 'Type']]],
]);

/** The fields whose values a set holds. */
export function fieldsOfSet(set: string): readonly { readonly object: string; readonly field: string }[] {
  return (FIELDS.get(set) ?? []).map(([object, field]) => ({ object, field }));
}
