import { fail, type Result } from '@shared/base/result';
import { callHost } from '@shared/host/call';
import type { HostApi } from '@shared/host/types';
import type { IpcMain } from 'electron';
import { CALL_CHANNEL } from './channels';
import type { OwnAddress } from './origin';

/** What decides whether a message is listened to. */
interface Sender {
  readonly url: string;
  /** Null for the main frame of a page. */
  readonly parent: unknown;
}

/** The part of an IPC event that is looked at. `senderFrame` is null when the frame is gone. */
interface CallEvent {
  readonly senderFrame: Sender | null;
}

/**
 * Opens the one door between the window and the host: a message counts only from the main frame of Winnow's own page;
 * everything else about it is checked by `callHost`. Answers are values, because a rejection would lose all but its text.
 */
export function serveHost(ipc: Pick<IpcMain, 'handle'>, host: HostApi, isOwn: OwnAddress): void {
  ipc.handle(CALL_CHANNEL, (event, method: unknown, request: unknown) =>
    answerCall(event, host, isOwn, method, request),
  );
}

async function answerCall(
  event: CallEvent,
  host: HostApi,
  isOwn: OwnAddress,
  method: unknown,
  request: unknown,
): Promise<Result<unknown>> {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !isOwn(frame.url)) {
    return fail('FOREIGN_SENDER', 'Winnow answers only its own window. Restart Winnow.');
  }
  return callHost(host, typeof method === 'string' ? method : '', request);
}
