import { type ParseArgsConfig, parseArgs } from 'node:util';
import { fail, ok, type Result } from '@shared/base/result';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options of one command after parsing; every command also has `--json` and `--help`. */
export interface Parsed {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
  flag(name: string): boolean;
  /** The value of an option, or null when it was not given. */
  text(name: string): string | null;
}

/** Splits arguments into files and options. An unknown or incomplete option is an error with a sentence. */
export function parseArguments(command: string, args: readonly string[], options: Options): Result<Parsed> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
    const value = (name: string): unknown =>
      Object.hasOwn(values, name) ? values[name as keyof typeof values] : null;
    return ok({
      files: positionals,
      json: value('json') === true,
      help: value('help') === true,
      flag: (name) => value(name) === true,
      text: (name) => {
        const found = value(name);
        return typeof found === 'string' ? found : null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return fail('BAD_ARGUMENT', `${problemOf(cause)} Run "winnow ${command} --help" to see what it takes.`);
  }
}

/** What the parser objects to, as one sentence: its first line, without its advice. */
function problemOf(cause: TypeError): string {
  const [line = ''] = cause.message.split('\n');
  const sentence = line.replace(/\. To specify a positional.*$/, '.');
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** A probability given as text, or the default. */
export function probability(text: string | null, otherwise: number): Result<number> {
  if (text === null) return ok(otherwise);
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < 1)) {
    return fail(
      'BAD_THRESHOLD',
      `"${text}" is not a probability. Give a number between 0 and 1, for example --threshold 0.9.`,
    );
  }
  return ok(value);
}

/** An ISO date given as text, or the default. */
export function isoDate(text: string | null, otherwise: string): Result<string> {
  if (text === null) return ok(otherwise);
  const real = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return real
    ? ok(text)
    : fail('BAD_DATE', `"${text}" is not a date. Write it as year-month-day, for example 2026-11-14.`);
}
