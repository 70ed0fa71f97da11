import { ascii } from './fold';

/**
 * Mailboxes of a role, not of a person: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish and
 * Japanese in Latin letters. Signs in between are left out before looking.
 */
const ROLES: ReadonlySet<string> = new Set(
  `info information mail email office contact contactus enquiries enquiry inquiry hello hi team all staff general
admin administrator administration root webmaster postmaster hostmaster abuse noreply donotreply mailerdaemon nobody test
sales support service services help helpdesk customerservice customercare orders order billing invoice invoices accounts
accounting accountspayable finance payments purchasing procurement marketing press media pr newsletter news events legal
privacy security compliance hr jobs careers recruiting recruitment reception frontdesk secretary booking bookings
reservations shop store returns feedback web it
kontakt hallo post poststelle zentrale buero empfang sekretariat verwaltung vertrieb verkauf einkauf bestellung bestellungen
auftrag rechnung rechnungen buchhaltung kundenservice kundendienst personal bewerbung bewerbungen presse technik lager anfrage
bonjour accueil commercial ventes compta comptabilite facturation achats commandes rh recrutement secretariat direction
hola contacto informacion ventas comercial compras pedidos facturacion contabilidad administracion atencioncliente recepcion
reservas rrhh empleo soporte
ciao contatti contatto informazioni vendite commerciale acquisti ordini fatture fatturazione amministrazione contabilita
segreteria assistenza personale prenotazioni
ola contato contacto vendas compras encomendas pedidos faturacao faturamento financeiro contabilidade administracao
secretaria atendimento suporte recursoshumanos reservas geral
welkom verkoop inkoop bestellingen facturen facturatie boekhouding administratie klantenservice receptie personeel vacatures
algemeen secretariaat
biuro sprzedaz zakupy zamowienia faktury ksiegowosc sekretariat kadry rekrutacja obsluga pomoc
toiawase eigyo soumu jinji keiri kouhou somu`
    .trim()
    .split(/\s+/),
);

/** Providers whose several domains lead to one mailbox. */
const SAME_MAILBOX: ReadonlyMap<string, string> = new Map([
  ['googlemail.com', 'gmail.com'],
  ['pm.me', 'proton.me'],
  ['protonmail.com', 'proton.me'],
  ['protonmail.ch', 'proton.me'],
  ['me.com', 'icloud.com'],
  ['mac.com', 'icloud.com'],
  ['ya.ru', 'yandex.ru'],
  ['yandex.com', 'yandex.ru'],
]);

/** Providers that do not see dots in a mailbox. */
const DOTLESS: ReadonlySet<string> = new Set(['gmail.com', 'proton.me']);

/** Nothing to be cut off around or inside the address. */
const PLAIN = /^[a-z0-9@._+-]+$/;

/**
 * An address in lower case, without a plus tag; several domains of one provider become one, and dots are dropped where the
 * provider ignores them (Gmail, Proton). '' when there is no `local@domain`.
 */
export function email(text: string): string {
  const lower = ascii(text);
  const plain = PLAIN.test(lower)
    ? lower
    : lower
        .trim()
        .replace(/^mailto:/, '')
        .replace(/[<>\s"]/g, '');
  const at = plain.lastIndexOf('@');
  if (at <= 0 || at === plain.length - 1) return '';
  const written = plain.endsWith('.') ? plain.slice(at + 1).replace(/\.+$/, '') : plain.slice(at + 1);
  const domain = SAME_MAILBOX.get(written) ?? written;
  const box = plain.slice(0, at);
  const tagless = box.includes('+') ? box.replace(/(?!^)\+.*$/, '') : box;
  const local = DOTLESS.has(domain) ? tagless.replace(/\./g, '') : tagless;
  return local === '' || domain === '' ? '' : `${local}@${domain}`;
}

/** True for "info@…" and the like: an address many people share. */
export function isRoleAddress(address: string): boolean {
  return ROLES.has(address.slice(0, address.indexOf('@')).replace(/[._-]/g, ''));
}
