import { describe, expect, it } from 'vitest';
import { COMMANDS, runProgram } from '../../../src/main/cli/program';
import { CapturedIo } from './capture-io';

async function run(...args: string[]) {
  const io = new CapturedIo();
  return { code: await runProgram(args, io, '1.2.3'), io };
}

describe('winnow', () => {
  it('lists its commands under --help', async () => {
    const { code, io } = await run('--help');
    expect(code).toBe(0);
    for (const command of COMMANDS)
      expect(io.stdout).toContain(`  ${command.name.padEnd(7)}  ${command.summary}`);
    expect(io.stdout).toContain('Exit codes: 0 done, 1 bad input, 2 gate closed or verification failed.');
  });

  it('shows the help of every command, also where other arguments are wrong', async () => {
    for (const command of COMMANDS) {
      const { code, io } = await run(command.name, '--nonsense', '--help');
      expect(code).toBe(0);
      expect(io.stdout).toBe(command.help);
      expect(io.stdout.startsWith(`winnow ${command.name} `)).toBe(true);
      expect((await run('help', command.name)).io.stdout).toBe(command.help);
    }
  });

  it('prints its version', async () => {
    expect((await run('--version')).io.stdout).toBe('1.2.3\n');
  });

  it('answers an unknown command with the known ones and 1', async () => {
    const { code, io } = await run('dedup');
    expect(code).toBe(1);
    expect(io.stdout).toBe('');
    expect(io.stderr).toBe(
      'winnow: there is no command "dedup". Known are profile, clean, map, dedupe, run, verify, demo.\n',
    );
  });

  it('answers nothing at all with its help on standard error and 1', async () => {
    const { code, io } = await run();
    expect(code).toBe(1);
    expect(io.stdout).toBe('');
    expect(io.stderr).toContain('winnow COMMAND');
  });

  it.each([
    ['profile', 'NO_FILE'],
    ['map --target salesforce', 'NO_FILE'],
    ['map a.csv', 'NO_TARGET'],
    ['map a.csv --target sugar', 'TARGET_UNKNOWN'],
    ['map a.csv --target salesforce --object Deal', 'OBJECT_UNKNOWN'],
    ['dedupe', 'NO_FILE'],
    ['dedupe a.csv --link', 'LINK_NEEDS_TWO'],
    ['dedupe a.csv --threshold 2', 'BAD_THRESHOLD'],
    ['dedupe a.csv --country Germany', 'BAD_COUNTRY'],
    ['profile a.csv --date yesterday', 'BAD_DATE'],
    ['run project', 'BAD_ARGUMENT'],
    ['verify', 'ONE_PACKAGE'],
    ['demo', 'BAD_ARGUMENT'],
    ['demo --out', 'BAD_ARGUMENT'],
    ['profile none-such.csv', 'FILE_MISSING'],
  ])('winnow %s fails with %s: a sentence on standard error, an object under --json', async (line, code) => {
    const { code: exit, io } = await run(...line.split(' '), '--json');
    expect(exit).toBe(1);
    expect(io.json()).toMatchObject({ command: line.split(' ')[0], ok: false, error: { code } });
    expect(io.stderr).toMatch(/^winnow \w+: \S.*[.?]\n$/);
  });
});
