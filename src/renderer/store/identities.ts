import { generateKeyPair, signerOf } from '@shared/govern/identity';
import type { Person, Role } from '@shared/govern/types';
import type { IdentityRow, WinnowDatabase } from './database';

/** What a person tells about themselves. */
export interface IdentityDraft {
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
}

const LAST_USED = 'identity.lastUsed';

/** Makes a key pair that cannot be read out, and keeps it with the person's name. */
export async function createIdentity(
  database: WinnowDatabase,
  draft: IdentityDraft,
  surroundings: { readonly now: () => string; readonly randomHex: (bytes: number) => string },
): Promise<IdentityRow> {
  const pair = await generateKeyPair();
  const signer = await signerOf(pair);
  const row: IdentityRow = {
    ...draft,
    id: `p-${surroundings.randomHex(8)}`,
    publicKey: signer.publicKey,
    pair,
    createdAt: surroundings.now(),
  };
  await database.identities.put(row);
  await rememberIdentity(database, row.id);
  return row;
}

/** Everybody who works on this machine, oldest first, and who did last. */
export async function loadIdentities(
  database: WinnowDatabase,
): Promise<{ readonly people: readonly IdentityRow[]; readonly current: IdentityRow | null }> {
  const people = (await database.identities.toArray()).sort((a, b) =>
    a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1,
  );
  const last = await database.preferences.get(LAST_USED);
  return { people, current: people.find((row) => row.id === last?.value) ?? people[0] ?? null };
}

/** Changes name, title or roles; the key stays. */
export async function updateIdentity(
  database: WinnowDatabase,
  id: string,
  draft: IdentityDraft,
): Promise<void> {
  await database.identities.update(id, { name: draft.name, title: draft.title, roles: draft.roles });
}

export async function rememberIdentity(database: WinnowDatabase, id: string): Promise<void> {
  await database.preferences.put({ key: LAST_USED, value: id });
}

/** The person as the project's journal knows them: everything but the private key. */
export function personOf(row: IdentityRow): Person {
  return { id: row.id, name: row.name, roles: row.roles, title: row.title, publicKey: row.publicKey };
}
