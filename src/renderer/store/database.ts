import type { Role } from '@shared/govern/types';
import Dexie, { type Table } from 'dexie';

/** A slice of one long array of a stage result, about 1 MiB. */
export interface ChunkRow {
  readonly project: string;
  /** Stage key and number of the array among those of the result. */
  readonly column: string;
  readonly part: number;
  readonly bytes: Uint8Array;
}

/** A stage result without its long arrays. */
export interface StageRow {
  readonly project: string;
  readonly key: string;
  /** The result with markers where arrays were taken out. */
  readonly skeleton: unknown;
  /** How many long parts were taken out. */
  readonly columns: number;
  readonly bytes: number;
  /** Milliseconds since 1970, for dropping what was not used longest. */
  readonly usedAt: number;
}

/** A person who works on this machine. The private key cannot be read, only used. */
export interface IdentityRow {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly publicKey: string;
  readonly pair: CryptoKeyPair;
  readonly createdAt: string;
}

export interface PreferenceRow {
  readonly key: string;
  readonly value: unknown;
}

/** Work begun and not yet decided, e.g. an import being set up. */
export interface DraftRow {
  readonly project: string;
  readonly key: string;
  readonly value: unknown;
  readonly savedAt: string;
}

/** Journal lines of one append, with their line ends. */
export interface JournalRow {
  readonly project: string;
  readonly part: number;
  readonly text: string;
}

/**
 * The renderer's working store. The project folder is the truth; all of this can be rebuilt from it, except the
 * identity keys. Only keys and indexes stand in the schema text.
 */
export class WinnowDatabase extends Dexie {
  declare readonly chunks: Table<ChunkRow, [string, string, number]>;
  declare readonly stages: Table<StageRow, [string, string]>;
  declare readonly identities: Table<IdentityRow, string>;
  declare readonly preferences: Table<PreferenceRow, string>;
  declare readonly drafts: Table<DraftRow, [string, string]>;
  declare readonly journals: Table<JournalRow, [string, number]>;

  constructor(name: string, durability: 'relaxed' | 'strict') {
    super(name, { chromeTransactionDurability: durability, cache: 'disabled' });
    this.version(1).stores({
      chunks: '[project+column+part]',
      stages: '[project+key], [project+usedAt]',
      identities: 'id',
      preferences: 'key',
      drafts: '[project+key]',
      journals: '[project+part]',
    });
  }
}

export const DATABASE_NAME = 'winnow';

/** Told when another window needs a newer schema, or waits for this one to let go. */
export interface DatabaseWatcher {
  /** This connection was closed because another window upgrades the database. */
  readonly onSuperseded: () => void;
  /** An upgrade waits until other windows are closed. */
  readonly onBlocked: () => void;
}

/** Opens a connection that gives way to upgrades and says so. */
export function openDatabase(
  durability: 'relaxed' | 'strict',
  watcher: DatabaseWatcher,
  name: string = DATABASE_NAME,
): WinnowDatabase {
  const database = new WinnowDatabase(name, durability);
  database.on('versionchange', () => {
    database.close();
    watcher.onSuperseded();
  });
  database.on('blocked', watcher.onBlocked);
  return database;
}
