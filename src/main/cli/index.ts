#!/usr/bin/env node
import { AppFailure } from '@shared/base/result';
import { findInstallation } from './installation';
import { EXIT } from './io';
import { runProgram } from './program';
import { terminalIo } from './terminal';
import { quietEd25519Warning } from './warnings';

quietEd25519Warning();

// A reader that closes early (`| head`) is no fault.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code === 'EPIPE') process.exit(EXIT.done);
  throw cause;
});

const io = terminalIo();
try {
  process.exitCode = await runProgram(process.argv.slice(2), io, findInstallation().version);
} catch (cause) {
  io.settle();
  const sentence =
    cause instanceof AppFailure
      ? cause.error.message
      : `Winnow met a fault of its own: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\nPlease report it with the lines above.`;
  io.err(`winnow: ${sentence}\n`);
  process.exitCode = EXIT.badInput;
}
