/** Placeholder until the tables of ISO 3166-2 are read in: nothing is known yet. */
export function subdivisionText(_text: string, _country: string, _to: 'name' | 'code'): string | null {
  return null;
}
