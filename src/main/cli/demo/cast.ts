import { hexToBytes } from '@noble/hashes/utils.js';
import { sha256Hex } from '@shared/base/canonical';
import { type Signer, signerFromSeed } from '@shared/govern/identity';
import type { Person, Role } from '@shared/govern/types';
import type { Actor } from '@shared/journal/types';

/** Somebody in the play, with the key they sign with. */
export interface CastMember {
  readonly person: Person;
  readonly actor: Actor;
  readonly signer: Signer;
}

/** Who takes part in the demonstration. */
export interface Cast {
  readonly steward: CastMember;
  /** The committee; two approve every item. */
  readonly committee: readonly CastMember[];
}

/**
 * The people of the demonstration. Their keys come from their names, so that two runs give the same signatures; for
 * anything real a key is made once on a person's own machine and never leaves it.
 */
export async function demoCast(): Promise<Cast> {
  return {
    steward: await member('mara', 'Mara Lindqvist', 'Data steward', 'steward'),
    committee: [
      await member('henrik', 'Henrik Vossberg', 'Head of Sales', 'committee'),
      await member('adaeze', 'Adaeze Obi', 'Head of Finance', 'committee'),
    ],
  };
}

async function member(id: string, name: string, title: string, role: Role): Promise<CastMember> {
  const signer = await signerFromSeed(hexToBytes(sha256Hex(`winnow demo key of ${id}`)));
  return {
    person: { id, name, title, roles: [role], publicKey: signer.publicKey },
    actor: { id, role },
    signer,
  };
}
