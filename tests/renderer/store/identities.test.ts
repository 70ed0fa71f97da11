import 'fake-indexeddb/auto';
import { bytesToHex } from '@noble/hashes/utils.js';
import { signerOf, verifySignature } from '@shared/govern/identity';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type WinnowDatabase } from '../../../src/renderer/store/database';
import {
  createIdentity,
  loadIdentities,
  personOf,
  rememberIdentity,
  updateIdentity,
} from '../../../src/renderer/store/identities';

let database: WinnowDatabase;
let names = 0;
let ids = 0;

const surroundings = {
  now: () => `2026-11-14T09:00:${String(ids).padStart(2, '0')}.000Z`,
  randomHex: () => `id${++ids}`,
};

beforeEach(() => {
  const watcher = { onSuperseded: () => undefined, onBlocked: () => undefined };
  database = openDatabase('relaxed', watcher, `identities-${++names}`);
});
afterEach(() => database.delete());

const mara = { name: 'Mara Voss', title: 'Data', roles: ['steward'] as const };
const ines = { name: 'Ines Carvalho', title: 'Head of Service', roles: ['committee'] as const };

describe('identities', () => {
  it('begin with nobody', async () => {
    expect(await loadIdentities(database)).toEqual({ people: [], current: null });
  });

  it('make a key that signs and cannot be read out', async () => {
    const row = await createIdentity(database, mara, surroundings);
    const stored = (await loadIdentities(database)).current;
    expect(stored?.publicKey).toBe(row.publicKey);
    const signer = await signerOf(row.pair);
    const message = new TextEncoder().encode('I approve.');
    const signature = bytesToHex(await signer.sign(message));
    expect(await verifySignature(row.publicKey, message, signature)).toBe(true);
    await expect(crypto.subtle.exportKey('pkcs8', row.pair.privateKey)).rejects.toThrow();
  });

  it('remember who worked last', async () => {
    const first = await createIdentity(database, mara, surroundings);
    const second = await createIdentity(database, ines, surroundings);
    expect((await loadIdentities(database)).current?.id).toBe(second.id);
    await rememberIdentity(database, first.id);
    const { people, current } = await loadIdentities(database);
    expect(current?.name).toBe('Mara Voss');
    expect(people.map((person) => person.name)).toEqual(['Mara Voss', 'Ines Carvalho']);
  });

  it('change name and title, never the key', async () => {
    const row = await createIdentity(database, mara, surroundings);
    await updateIdentity(database, row.id, { ...mara, name: 'Mara Voss-Lind' });
    const { current } = await loadIdentities(database);
    expect(current && personOf(current)).toEqual({
      id: row.id,
      name: 'Mara Voss-Lind',
      title: 'Data',
      roles: ['steward'],
      publicKey: row.publicKey,
    });
  });
});
