import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Most windows signed in at once; the one signed in longest ago is signed out. */
const MAX_SESSIONS = 16;

/**
 * Who may use the local server. The address Winnow prints carries a token that works once; it is exchanged for a session
 * cookie that no script can read and no other site can send. Only hashes are kept here.
 */
export class Access {
  /** Carries the port: cookies are shared between all ports of an address. */
  readonly cookieName: string;
  #token: Buffer | null = null;
  readonly #sessions: Buffer[] = [];

  constructor(port: number) {
    this.cookieName = `winnow-${port}`;
  }

  /** A fresh token; one issued before and not used ends. */
  newToken(): string {
    const token = randomBytes(32).toString('hex');
    this.#token = digest(token);
    return token;
  }

  /** Uses a token up. Answers the value of the `set-cookie` header, or null when the token is not the current one. */
  exchange(token: string): string | null {
    if (this.#token === null || !timingSafeEqual(this.#token, digest(token))) return null;
    this.#token = null;
    const session = randomBytes(32).toString('hex');
    this.#sessions.push(digest(session));
    if (this.#sessions.length > MAX_SESSIONS) this.#sessions.shift();
    return `${this.cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** Whether a `cookie` header carries a session of this server. */
  isSignedIn(cookieHeader: string | undefined): boolean {
    for (const part of (cookieHeader ?? '').split(';')) {
      const [name, value] = part.trim().split('=', 2);
      if (name !== this.cookieName || value === undefined) continue;
      const hash = digest(value);
      if (this.#sessions.some((session) => timingSafeEqual(session, hash))) return true;
    }
    return false;
  }
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
