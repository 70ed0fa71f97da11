import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is not answered. */
export interface Refusal {
  readonly status: number;
  readonly sentence: string;
}

/** The facts of a request that decide whether it may come in at all. */
export interface RequestFacts {
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Whether a request comes from a page of this very server. `Host` must name the one address (else another site's name
 * was pointed at this computer: DNS rebinding); a page of another site or another port is told by `Origin` and
 * `Sec-Fetch-Site`. Opening the page itself from a link elsewhere is fine: without the cookie it shows nothing.
 */
export function refusalOf(request: RequestFacts, origin: string): Refusal | null {
  const { method, headers } = request;
  if (method !== 'GET' && method !== 'POST') {
    return { status: 405, sentence: 'Winnow answers GET and POST only.' };
  }
  if (`http://${headers.host}` !== origin) {
    return { status: 403, sentence: `Winnow answers only at ${origin}/ . Open that address.` };
  }
  const foreign = { status: 403, sentence: 'Winnow answers only its own pages.' };
  if (headers.origin !== undefined ? headers.origin !== origin : method === 'POST') return foreign;
  const site = headers['sec-fetch-site'];
  const isVisit = method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isVisit) return foreign;
  return null;
}
