import { fail, ok, type Result } from '@shared/base/result';
import { type HostAnswer, type HostMethod, type HostRequest, hostOver } from '@shared/host/contract';
import type { HostApi } from '@shared/host/types';
import { decodeWire, encodeWire, WIRE_TYPE } from '@shared/host/wire';

/** The local server that served this page, asked over HTTP. Same origin; the session is a cookie it set. */
export function webHost(): Result<HostApi> {
  return ok(hostOver(send));
}

/** From so many bytes on a message is sent as a Blob; making one takes longer than sending a short message. */
const BLOB_FROM = 1 << 16;

/** A Blob goes over in one piece; many bytes alone are copied again and again on the way. */
function bodyOf(message: Uint8Array<ArrayBuffer>): BodyInit {
  return message.byteLength < BLOB_FROM ? message : new Blob([message]);
}

async function send<M extends HostMethod>(
  method: M,
  request: HostRequest<M>,
): Promise<Result<HostAnswer<M>>> {
  let response: Response;
  try {
    response = await fetch(`/api/${method}`, {
      method: 'POST',
      headers: { 'content-type': WIRE_TYPE },
      body: bodyOf(encodeWire(request)),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
    });
  } catch (cause) {
    return fail(
      'HOST_UNREACHABLE',
      'Winnow does not answer. It was probably closed. Start it again, then load this page again; what was saved is safe.',
      { method, cause: String(cause) },
    );
  }
  if (response.status === 401 || response.status === 403) {
    return fail(
      'HOST_REFUSED',
      'This page is not signed in to Winnow. Open the address Winnow printed when it started.',
      { method, status: response.status },
    );
  }
  const decoded = decodeWire(new Uint8Array(await response.arrayBuffer()));
  if (!decoded.ok) return decoded;
  // The host is ours and typed by the same contract; the envelope is what can be damaged on the way.
  if (!isResult<HostAnswer<M>>(decoded.value)) {
    return fail('BAD_MESSAGE', 'A message between the window and Winnow arrived damaged. Try again.', {
      method,
      status: response.status,
    });
  }
  return decoded.value;
}

function isResult<T>(value: unknown): value is Result<T> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'value' in value : 'error' in value;
}
