import { failure } from '../files/errors';

/**
 * The one port of the local server. It is part of the address the browser keeps this person's working data under, so it
 * never changes by itself.
 */
export const WEB_PORT = 17717;

/** The port: `WINNOW_PORT` when it is set, else the one port. Throws `BAD_PORT`. */
export function portFrom(env: Readonly<Record<string, string | undefined>>): number {
  const text = env['WINNOW_PORT'];
  if (text === undefined || text === '') return WEB_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw failure('BAD_PORT', `WINNOW_PORT is "${text}"; it must be a port number from 1 to 65535.`);
}
