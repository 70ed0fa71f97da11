/** Small files in the formats the systems give, written by hand from their documentation. */

export const DESCRIBE = {
  name: 'Account',
  label: 'Customer',
  labelPlural: 'Customers',
  fields: [
    { name: 'Id', label: 'Account ID', type: 'id', length: 18, nillable: false, createable: false },
    { name: 'Name', label: 'Account Name', type: 'string', length: 255, nillable: false, createable: true },
    {
      name: 'Industry',
      label: 'Industry',
      type: 'picklist',
      length: 255,
      nillable: true,
      createable: true,
      restrictedPicklist: true,
      picklistValues: [
        { value: 'Machinery', label: 'Maschinenbau', active: true, defaultValue: true },
        { value: 'Retail', label: 'Handel', active: true, defaultValue: false },
        { value: 'Tobacco', label: 'Tabak', active: false, defaultValue: false },
      ],
    },
    {
      name: 'Tier__c',
      label: 'Tier',
      type: 'double',
      length: 0,
      precision: 4,
      scale: 1,
      nillable: false,
      createable: true,
      defaultedOnCreate: false,
    },
    { name: 'Score__c', label: 'Score', type: 'double', nillable: true, createable: false, calculated: true },
    { name: 'Active__c', label: 'Active', type: 'boolean', nillable: false, createable: true },
    {
      name: 'ParentId',
      label: 'Parent Account ID',
      type: 'reference',
      nillable: true,
      createable: true,
      referenceTo: ['Account'],
      relationshipName: 'Parent',
    },
    {
      name: 'Broker__c',
      label: 'Broker',
      type: 'reference',
      nillable: true,
      createable: true,
      referenceTo: ['Contact'],
      relationshipName: 'Broker__r',
    },
    {
      name: 'Handler__c',
      label: 'Handler',
      type: 'reference',
      nillable: true,
      createable: true,
      referenceTo: ['User'],
      relationshipName: 'Handler__r',
    },
    {
      name: 'Territory__c',
      label: 'Territory',
      type: 'reference',
      nillable: true,
      createable: true,
      referenceTo: ['Territory2'],
      relationshipName: null,
    },
    {
      name: 'BillingStateCode',
      label: 'State',
      type: 'picklist',
      nillable: true,
      createable: true,
      dependentPicklist: true,
      controllerName: 'BillingCountryCode',
      picklistValues: [{ value: 'BY', label: 'Bavaria', active: true }],
    },
    { name: 'BillingAddress', label: 'Address', type: 'address', nillable: true, createable: true },
    { name: 'Blob__c', label: 'Blob', type: 'anyType', nillable: true, createable: true },
  ],
} as const;

export const FIELD_XML = `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Segment__c</fullName>
    <label>Segment</label>
    <inlineHelpText>Who looks after them &amp; how</inlineHelpText>
    <required>true</required>
    <type>Picklist</type>
    <valueSet>
        <restricted>true</restricted>
        <valueSetDefinition>
            <sorted>false</sorted>
            <value><fullName>A</fullName><default>true</default><label>Key account</label></value>
            <value><fullName>B</fullName><default>false</default><label>Standard</label></value>
            <value><fullName>Z</fullName><default>false</default><isActive>false</isActive><label>Old</label></value>
        </valueSetDefinition>
    </valueSet>
</CustomField>`;

export const OBJECT_XML = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>Site</label>
    <pluralLabel>Sites</pluralLabel>
    <nameField><label>Site name</label><type>Text</type></nameField>
    <fields><fullName>Account__c</fullName><label>Account</label><referenceTo>Account</referenceTo>
        <relationshipName>Sites</relationshipName><type>MasterDetail</type></fields>
    <fields><fullName>Area__c</fullName><label>Area</label><precision>10</precision><scale>2</scale><type>Number</type></fields>
    <fields><fullName>Kind__c</fullName><label>Kind</label><type>Picklist</type>
        <valueSet><valueSetName>SiteKinds</valueSetName></valueSet></fields>
    <fields><fullName>Total__c</fullName><formula>Area__c * 2</formula><label>Total</label><type>Number</type></fields>
    <fields><fullName>No__c</fullName><label>No</label><type>AutoNumber</type></fields>
</CustomObject>`;

export const VALUE_SET_XML = `<?xml version="1.0" encoding="UTF-8"?>
<GlobalValueSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <customValue><fullName>Office</fullName><default>false</default><label>Office</label></customValue>
    <customValue><fullName>Plant</fullName><default>false</default><label>Plant</label></customValue>
    <masterLabel>Site kinds</masterLabel><sorted>false</sorted>
</GlobalValueSet>`;

export const HUBSPOT = {
  results: [
    { name: 'email', label: 'Email', type: 'string', fieldType: 'text', hasUniqueValue: false },
    { name: 'firstname', label: 'First Name', type: 'string', fieldType: 'text' },
    { name: 'lastname', label: 'Last Name', type: 'string', fieldType: 'text' },
    {
      name: 'lifecyclestage',
      label: 'Lifecycle Stage',
      type: 'enumeration',
      fieldType: 'radio',
      options: [
        { value: 'lead', label: 'Lead', hidden: false },
        { value: '1234', label: 'Trial', hidden: false },
        { value: 'old', label: 'Old', hidden: true },
      ],
    },
    {
      name: 'topics',
      label: 'Topics',
      type: 'enumeration',
      fieldType: 'checkbox',
      options: [{ value: 'a', label: 'A' }],
    },
    {
      name: 'vip',
      label: 'VIP',
      type: 'bool',
      fieldType: 'booleancheckbox',
      options: [{ value: 'true', label: 'Yes' }],
    },
    { name: 'birth', label: 'Birth', type: 'date', fieldType: 'date' },
    { name: 'mobilephone', label: 'Mobile', type: 'string', fieldType: 'phonenumber' },
    { name: 'erp_number', label: 'ERP', type: 'string', fieldType: 'text', hasUniqueValue: true },
    {
      name: 'createdate',
      label: 'Create Date',
      type: 'datetime',
      fieldType: 'date',
      modificationMetadata: { readOnlyValue: true },
    },
    { name: 'score', label: 'Score', type: 'number', fieldType: 'calculation_equation', calculated: true },
    { name: 'where', label: 'Where', type: 'object_coordinates', fieldType: 'text' },
  ],
} as const;

const label = (Label: string) => ({ UserLocalizedLabel: { Label } });

export const DATAVERSE = {
  LogicalName: 'account',
  DisplayName: label('Firma'),
  DisplayCollectionName: label('Firmen'),
  Attributes: [
    {
      LogicalName: 'accountid',
      AttributeType: 'Uniqueidentifier',
      IsPrimaryId: true,
      IsValidForCreate: true,
    },
    {
      LogicalName: 'name',
      AttributeType: 'String',
      DisplayName: label('Firmenname'),
      RequiredLevel: { Value: 'ApplicationRequired' },
      MaxLength: 120,
      FormatName: { Value: 'Text' },
      IsValidForCreate: true,
    },
    {
      LogicalName: 'emailaddress1',
      AttributeType: 'String',
      DisplayName: label('E-Mail'),
      MaxLength: 100,
      FormatName: { Value: 'Email' },
      IsValidForCreate: true,
    },
    {
      LogicalName: 'nordpol_tier',
      AttributeType: 'Picklist',
      DisplayName: label('Stufe'),
      IsValidForCreate: true,
    },
    {
      LogicalName: 'nordpol_tiername',
      AttributeType: 'Virtual',
      AttributeOf: 'nordpol_tier',
      IsValidForCreate: true,
    },
    {
      LogicalName: 'nordpol_founded',
      AttributeType: 'DateTime',
      DisplayName: label('Gegründet'),
      Format: 'DateOnly',
      IsValidForCreate: true,
    },
    {
      LogicalName: 'revenue',
      AttributeType: 'Money',
      DisplayName: label('Umsatz'),
      Precision: 2,
      IsValidForCreate: true,
    },
    {
      LogicalName: 'parentaccountid',
      AttributeType: 'Lookup',
      DisplayName: label('Mutter'),
      Targets: ['account'],
      IsValidForCreate: true,
    },
    {
      LogicalName: 'statecode',
      AttributeType: 'State',
      DisplayName: label('Status'),
      RequiredLevel: { Value: 'SystemRequired' },
      IsValidForCreate: true,
    },
    { LogicalName: 'nordpol_logo', AttributeType: 'Image', IsValidForCreate: true },
  ],
} as const;

/** The options of a column come in an answer of their own. */
export const DATAVERSE_OPTIONS = {
  value: [
    {
      LogicalName: 'nordpol_tier',
      EntityLogicalName: 'account',
      AttributeType: 'Picklist',
      DisplayName: label('Stufe'),
      IsValidForCreate: true,
      OptionSet: {
        Options: [
          { Value: 1, Label: label('Gold') },
          { Value: 2, Label: label('Silber') },
        ],
      },
    },
  ],
} as const;

export const ZOHO = {
  fields: [
    { api_name: 'id', field_label: 'Record Id', data_type: 'bigint', read_only: true },
    {
      api_name: 'Last_Name',
      field_label: 'Last Name',
      data_type: 'text',
      length: 80,
      system_mandatory: true,
      unique: {},
    },
    {
      api_name: 'Email',
      field_label: 'Email',
      data_type: 'email',
      length: 100,
      unique: { casesensitive: 'false' },
    },
    {
      api_name: 'Lead_Source',
      field_label: 'Lead Source',
      data_type: 'picklist',
      length: 120,
      pick_list_values: [
        { display_value: '-None-', actual_value: '-None-', type: 'used' },
        { display_value: 'Messe', actual_value: 'Trade Show', type: 'used' },
        { display_value: 'Fax', actual_value: 'Fax', type: 'unused' },
      ],
    },
    {
      api_name: 'Account_Name',
      field_label: 'Account Name',
      data_type: 'lookup',
      lookup: { module: { api_name: 'Accounts', id: '1' } },
    },
    { api_name: 'Owner', field_label: 'Contact Owner', data_type: 'ownerlookup', lookup: {} },
    { api_name: 'Bonus', field_label: 'Bonus', data_type: 'currency', length: 16, decimal_place: 2 },
    { api_name: 'Mailing_City', field_label: 'Mailing City', data_type: 'text', length: 100 },
    { api_name: 'Mood', field_label: 'Mood', data_type: 'hologram' },
    { api_name: 'Total', field_label: 'Total', data_type: 'formula' },
  ],
} as const;
