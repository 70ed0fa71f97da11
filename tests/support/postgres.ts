import { spawnSync } from 'node:child_process';
import { PGlite } from '@electric-sql/pglite';

/** A PostgreSQL to try constraints against: the one of `DATABASE_URL`, else one inside this process. */
export interface TestDatabase {
  readonly label: string;
  /** Runs statements one after the other, each in a transaction of its own; answers what the database refused. */
  run(statements: readonly string[]): Promise<readonly string[]>;
  /** The single number a query gives. */
  count(query: string): Promise<number>;
  close(): Promise<void>;
}

/** Opens a database with nothing in it. A server is used through `psql`, in a schema of its own. */
export async function testDatabase(schema: string): Promise<TestDatabase> {
  const url = process.env['DATABASE_URL'];
  return url ? onServer(url, schema) : inProcess(schema);
}

/** Starting takes seconds, so one database serves a whole test file; every schema is a fresh one to its tests. */
let shared: Promise<PGlite> | null = null;

async function inProcess(schema: string): Promise<TestDatabase> {
  shared ??= PGlite.create();
  const database = await shared;
  await database.exec(`DROP SCHEMA IF EXISTS "${schema}" CASCADE; CREATE SCHEMA "${schema}"`);
  const here = () => database.exec(`SET search_path TO "${schema}"`);
  return {
    label: 'PGlite',
    async run(statements) {
      const refused: string[] = [];
      await here();
      for (const statement of statements) {
        try {
          await database.exec(statement);
        } catch (cause) {
          refused.push(refusalOf(cause));
          await database.exec('ROLLBACK');
        }
      }
      return refused;
    },
    async count(query) {
      await here();
      const { rows } = await database.query<{ count: number }>(`SELECT (${query})::int AS count`);
      return rows[0]?.count ?? Number.NaN;
    },
    async close() {
      await database.exec(`DROP SCHEMA "${schema}" CASCADE`);
    },
  };
}

function refusalOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const detail: unknown = Reflect.get(cause, 'detail');
  return typeof detail === 'string' ? `${cause.message} (${detail})` : cause.message;
}

function onServer(url: string, schema: string): TestDatabase {
  const psql = (script: string): { readonly output: string; readonly errors: readonly string[] } => {
    const done = spawnSync(
      'psql',
      [url, '--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '--file=-'],
      {
        // Nothing but refusals reaches stderr then, whatever language the server speaks.
        input: `SET client_min_messages TO error;\nSET search_path TO "${schema}";\n${script}`,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    );
    if (done.error) throw new Error(`DATABASE_URL is set but psql cannot be run: ${done.error.message}`);
    if (done.status !== 0) throw new Error(`The server of DATABASE_URL cannot be used: ${done.stderr}`);
    const errors = done.stderr.split('\n').filter((line) => line.startsWith('psql:<stdin>:'));
    return { output: done.stdout, errors };
  };
  const made = psql(`DROP SCHEMA IF EXISTS "${schema}" CASCADE; CREATE SCHEMA "${schema}";`);
  if (made.errors.length > 0) throw new Error(made.errors.join('\n'));
  return {
    label: 'the server of DATABASE_URL',
    run: async (statements) => psql(`${statements.join(';\n')};`).errors,
    count: async (query) => Number(psql(`SELECT (${query});`).output.trim()),
    async close() {
      psql(`DROP SCHEMA "${schema}" CASCADE;`);
    },
  };
}
