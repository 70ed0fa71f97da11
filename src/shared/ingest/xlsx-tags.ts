/** Elements of worksheets and shared strings that are looked at. */
export const XLSX_TAGS = ['c', 'v', 'row', 'is', 'si', 't', 'rPh', 'mergeCell', 'sst'] as const;

/** The places of the names in `XLSX_TAGS`, as the tag scanner tells them. */
export const TAG = {
  c: 0,
  v: 1,
  row: 2,
  is: 3,
  si: 4,
  t: 5,
  rPh: 6,
  mergeCell: 7,
  sst: 8,
} as const satisfies Record<(typeof XLSX_TAGS)[number], number>;
