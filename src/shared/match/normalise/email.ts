import { ascii } from './fold';

/** Mailboxes of a role, not of a person. */
const ROLES = new Set(
  `info mail email office contact kontakt sales vertrieb admin administrator support service help hello hallo post
buero office team noreply no-reply donotreply webmaster postmaster marketing accounts billing invoice rechnung
buchhaltung einkauf bestellung order orders hr jobs careers bewerbung reception empfang zentrale test`.split(
    /\s+/,
  ),
);

/**
 * An address in lower case, without a plus tag; dots are dropped for Gmail, which ignores them. '' when there is no
 * `local@domain`.
 */
export function email(text: string): string {
  const plain = ascii(text)
    .trim()
    .replace(/^mailto:/, '')
    .replace(/[<>\s"]/g, '');
  const at = plain.lastIndexOf('@');
  if (at <= 0 || at === plain.length - 1) return '';
  const domain = plain.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com');
  let local = plain.slice(0, at).replace(/\+.*$/, '');
  if (domain === 'gmail.com') local = local.replace(/\./g, '');
  return local === '' ? '' : `${local}@${domain}`;
}

/** True for "info@…" and the like: an address many people share. */
export function isRoleAddress(address: string): boolean {
  return ROLES.has(address.slice(0, address.indexOf('@')));
}
