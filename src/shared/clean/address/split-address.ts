import type { AddressPart } from '../types';

export type AddressParts = Readonly<Record<AddressPart, string>>;

export function splitAddress(_text: string, _country: string): AddressParts | null {
  return null;
}
