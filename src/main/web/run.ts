import { failure, systemCode } from '../files/errors';
import { HELLO, HELLO_PATH, startWebServer, type WebServer, type WebServerOptions } from './server';

export interface RunOptions extends WebServerOptions {
  readonly say: (text: string) => void;
  /** Opens an address in a browser; false when there is none to open. */
  readonly open: (url: string) => boolean;
  /** The terminal Winnow was started in, where there is one: Enter there prints a new address. */
  readonly terminal: NodeJS.ReadStream | null;
}

/** Starts the browser host, says where it is and opens it. Throws an `AppFailure` when the port is taken. */
export async function runBrowserHost(options: RunOptions): Promise<WebServer> {
  const server = await startWebServer(options).catch(async (cause: unknown) => {
    throw systemCode(cause) === 'EADDRINUSE' ? await portTaken(options.port) : cause;
  });
  const address = server.newAddress();
  const opened = options.open(address);
  options.say(
    `Winnow is running. ${opened ? 'It opens in your browser; if not, open' : 'Open'} this address (it works once):\n\n` +
      `  ${address}\n\n${options.terminal ? 'Press Enter for a new address, ' : ''}Ctrl+C to stop.\n`,
  );
  options.terminal?.on('data', () => options.say(`  ${server.newAddress()}\n`));
  return server;
}

/** The failure that says who has the port. */
async function portTaken(port: number) {
  if (await isWinnow(port)) {
    return failure(
      'ALREADY_RUNNING',
      `Winnow is already running at http://127.0.0.1:${port}/ . Use its open window, or press Enter where it was started for a new address.`,
      { port },
    );
  }
  return failure(
    'PORT_TAKEN',
    `Port ${port} is used by another program. Your browser keeps Winnow's working data under this port, so Winnow does not move by itself: close the other program, or set WINNOW_PORT to another port for good.`,
    { port },
  );
}

async function isWinnow(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${HELLO_PATH}`, {
      signal: AbortSignal.timeout(1500),
    });
    return response.ok && (await response.text()).trim() === HELLO;
  } catch {
    return false;
  }
}
