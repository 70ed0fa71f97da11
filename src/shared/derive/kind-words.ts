/** Words of a column that tells people from organisations, folded (`foldText`), in the languages Winnow reads headers in. */

/** "Person", "Privatkunde", "particulier" … */
export const PERSON_WORDS: ReadonlySet<string> = new Set(
  (
    'person|persons|people|individual|individuals|contact|contacts|private|b2c|consumer|p|' +
    'privatperson|privatkunde|privat|kontakt|personne|particulier|individu|persona|particular|individuo|privato|' +
    'contatto|contacto|pessoa|pessoa fisica|persona fisica|personne physique|persoon|particulier|個人|개인'
  ).split('|'),
);

/** "Company", "Firma", "entreprise" … */
export const COMPANY_WORDS: ReadonlySet<string> = new Set(
  (
    'company|companies|organisation|organization|organisations|organizations|org|business|account|b2b|firm|' +
    'corporate|firma|firmenkunde|geschaftskunde|unternehmen|gesellschaft|entreprise|societe|personne morale|' +
    'empresa|sociedad|compania|azienda|societa|persona giuridica|persona juridica|pessoa juridica|bedrijf|' +
    'organisatie|法人|会社|企業|회사|기업|법인'
  ).split('|'),
);
