/**
 * Where the page lives. The person's working data in the window is kept under this origin, so it never changes.
 */
export const APP_SCHEME = 'app';
export const APP_HOST = 'bundle';
export const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/`;

/** Says whether an address belongs to Winnow's own page. */
export type OwnAddress = (address: string) => boolean;

/**
 * The check for a page address: same scheme and same host, both parsed and compared whole. (`URL.origin` is `null` for a
 * scheme of one's own, and a comparison of text beginnings would let `app://bundle.evil/` in.)
 */
export function ownAddress(page: string): OwnAddress {
  const own = new URL(page);
  return (address) => {
    const url = parse(address);
    return (
      url !== null &&
      url.protocol === own.protocol &&
      url.host === own.host &&
      url.username === '' &&
      url.password === ''
    );
  };
}

/**
 * What the window may load: the page's own files, what the page made itself (`blob:` of the page, `data:`), and, in
 * development only, the developer tools and the web socket of the development server.
 */
export function allowedRequest(page: string, isDevelopment: boolean): OwnAddress {
  const isOwn = ownAddress(page);
  const socket = isDevelopment ? ownAddress(page.replace(/^http/, 'ws')) : () => false;
  return (address) => {
    if (isOwn(address) || address.startsWith('data:')) return true;
    if (address.startsWith('blob:')) return isOwn(address.slice('blob:'.length));
    return isDevelopment && (address.startsWith('devtools:') || socket(address));
  };
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
