/** The words behind the codes of `TableDispositions.disposition`, in ledger order. */
export const DISPOSITION_WORDS = ['exported', 'merged', 'excluded', 'rejected', 'held'] as const;
export type DispositionWord = (typeof DISPOSITION_WORDS)[number];
