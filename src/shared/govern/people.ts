import type { Person } from './types';

/**
 * Who is who among the registered people. Entries that share an id (a person with a new key) or a key (one person under
 * two names) are the same person, also through a chain of such entries: four eyes are the eyes of two people.
 */
export class PeopleIndex {
  /** By id: one id that stands for the person. */
  readonly #personOf = new Map<string, string>();

  constructor(private readonly people: readonly Person[]) {
    const idOfKey = new Map<string, string>();
    for (const { id, publicKey } of people) {
      if (!this.#personOf.has(id)) this.#personOf.set(id, id);
      const sharing = idOfKey.get(publicKey);
      if (sharing === undefined) idOfKey.set(publicKey, id);
      else this.#unite(sharing, id);
    }
  }

  /** The id that stands for a person under all their ids; the id itself when it is not registered. */
  personOf(id: string): string {
    return this.#personOf.get(id) ?? id;
  }

  isSamePerson(a: string, b: string): boolean {
    return this.personOf(a) === this.personOf(b);
  }

  isRegistered(id: string, publicKey: string): boolean {
    return this.#entry(id, publicKey) !== undefined;
  }

  /** True when the entry of this id and key holds the committee role. */
  isMember(id: string, publicKey: string): boolean {
    return this.#entry(id, publicKey)?.roles.includes('committee') ?? false;
  }

  /** How many people with the committee role there are beside one. */
  membersBeside(id: string | null): number {
    const members = new Set(
      this.people
        .filter((person) => person.roles.includes('committee'))
        .map((person) => this.personOf(person.id)),
    );
    if (id !== null) members.delete(this.personOf(id));
    return members.size;
  }

  #entry(id: string, publicKey: string): Person | undefined {
    return this.people.find((person) => person.id === id && person.publicKey === publicKey);
  }

  #unite(a: string, b: string): void {
    const [keep, gone] = [this.personOf(a), this.personOf(b)];
    if (keep === gone) return;
    for (const [id, person] of this.#personOf) if (person === gone) this.#personOf.set(id, keep);
  }
}
