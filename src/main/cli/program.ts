import { cleanCommand } from './clean';
import { dedupeCommand } from './dedupe';
import { demoCommand } from './demo';
import { type CliIo, type Command, EXIT, type ExitCode } from './io';
import { mapCommand } from './map';
import { profileCommand } from './profile';
import { runCommand } from './run';
import { verifyCommand } from './verify';

/** Every command, in the order of the job. */
export const COMMANDS: readonly Command[] = [
  profileCommand,
  cleanCommand,
  mapCommand,
  dedupeCommand,
  runCommand,
  verifyCommand,
  demoCommand,
];

/** What `winnow --help` says. */
export function programHelp(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  const lines = COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return `winnow COMMAND …

Data migration before a CRM goes live: every row accounted for. Nothing leaves this computer.

${lines.join('\n')}

winnow COMMAND --help says what a command takes. Every command prints JSON under --json.
Exit codes: 0 done, 1 bad input, 2 gate closed or verification failed.
`;
}

/** Runs one command line and answers its exit code. */
export async function runProgram(args: readonly string[], io: CliIo, version: string): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined) {
    io.err(programHelp());
    return EXIT.badInput;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const about = COMMANDS.find((command) => command.name === rest[0]);
    io.out(about?.help ?? programHelp());
    return EXIT.done;
  }
  if (name === '--version' || name === '-v') {
    io.out(`${version}\n`);
    return EXIT.done;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) {
    io.err(`winnow: there is no command "${name}". Known are ${COMMANDS.map((c) => c.name).join(', ')}.\n`);
    return EXIT.badInput;
  }
  if (asksForHelp(rest)) {
    io.out(command.help);
    return EXIT.done;
  }
  return command.run(rest, io);
}

/** `--help` or `-h` before a `--` that ends the options. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}
