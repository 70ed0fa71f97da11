import type { Role } from '@shared/govern/types';
import type { HostApi, HostInfo } from '@shared/host/types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { IdentityRow, WinnowDatabase } from '../store/database';
import { loadIdentities, personOf, rememberIdentity } from '../store/identities';
import type { DexieJournalCopy } from '../store/journal-copy';
import type { ActingPerson } from './open-project';

/** What the whole window stands on, made once at start. */
export interface Surroundings {
  readonly host: HostApi;
  readonly info: HostInfo;
  readonly database: WinnowDatabase;
  readonly journalCopy: DexieJournalCopy;
}

/** Who sits here, in which role. */
export interface AppModel {
  readonly people: readonly IdentityRow[];
  readonly current: IdentityRow | null;
  readonly role: Role;
  /** Another window upgraded the working store; this one must be loaded again. */
  readonly superseded: boolean;
  /** What the menu asked of the home screen; it takes it and sets it back. */
  readonly intent: 'new-project' | 'import' | null;
}

export type AppStore = StoreApi<AppModel>;

export function createAppStore(): AppStore {
  return createStore<AppModel>()(() => ({
    people: [],
    current: null,
    role: 'steward',
    superseded: false,
    intent: null,
  }));
}

/** Reads the people of this machine into the store. */
export async function refreshPeople(store: AppStore, database: WinnowDatabase): Promise<void> {
  const { people, current } = await loadIdentities(database);
  store.setState((model) => ({ people, current, role: roleFor(current, model.role) }));
}

/** Makes another person the one who acts. */
export async function switchPerson(store: AppStore, database: WinnowDatabase, id: string): Promise<void> {
  await rememberIdentity(database, id);
  await refreshPeople(store, database);
}

/** The current person as the actor of the next entry; null before the first run is done. */
export function actingPerson(model: AppModel): ActingPerson | null {
  if (!model.current) return null;
  return { actor: { id: model.current.id, role: model.role }, person: personOf(model.current) };
}

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  steward: 'Steward',
  committee: 'Committee',
  implementer: 'Implementer',
};

function roleFor(person: IdentityRow | null, wanted: Role): Role {
  if (!person) return wanted;
  return person.roles.includes(wanted) ? wanted : (person.roles[0] ?? 'steward');
}
