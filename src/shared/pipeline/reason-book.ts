import type { Disposition } from './types';

/** Why a record ends where it does. Codes are rule line ids, loader error codes, or the words below. */
export interface Fate {
  readonly disposition: Disposition;
  readonly reason: string;
  readonly code: string;
}

/** Collects fates and numbers them; equal ones share a number. */
export class ReasonBook {
  readonly all: Fate[] = [];
  private readonly byText = new Map<string, number>();

  index(fate: Fate): number {
    const text = `${fate.disposition}\u0000${fate.code}\u0000${fate.reason}`;
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    this.byText.set(text, this.all.length);
    this.all.push(fate);
    return this.all.length - 1;
  }
}
