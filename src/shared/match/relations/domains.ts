import { webAddress } from '../normalise/codes';
import { email } from '../normalise/email';

/** Providers of mailboxes for everybody; a name with a dot at the end stands for all its countries. */
const PROVIDERS =
  `gmail.com yahoo. ymail.com hotmail. outlook. live. msn.com icloud.com aol. gmx. web.de t-online.de
freenet.de arcor.de mail.com mail.ru bk.ru list.ru inbox.ru yandex.ru proton.me tutanota.com zoho.com fastmail.com
orange.fr wanadoo.fr free.fr sfr.fr laposte.net libero.it virgilio.it alice.it tiscali.it bluewin.ch
telenet.be skynet.be ziggo.nl kpnmail.nl hetnet.nl planet.nl xs4all.nl btinternet.com sky.com virginmedia.com
comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net shaw.ca rogers.com bigpond.com
optusnet.com.au uol.com.br bol.com.br terra.com.br terra.es telefonica.net qq.com 163.com 126.com sina.com foxmail.com
naver.com hanmail.net daum.net docomo.ne.jp ezweb.ne.jp softbank.ne.jp wp.pl onet.pl o2.pl interia.pl seznam.cz
rediffmail.com`
    .trim()
    .split(/\s+/);

const WHOLE: ReadonlySet<string> = new Set(PROVIDERS.filter((name) => !name.endsWith('.')));
const FAMILIES: ReadonlySet<string> = new Set(PROVIDERS.filter((name) => name.endsWith('.')));

/** Whether a domain gives mailboxes to everybody and so says nothing about who they work for. */
export function isProvider(domain: string): boolean {
  return WHOLE.has(domain) || FAMILIES.has(domain.slice(0, domain.indexOf('.') + 1));
}

/** The domain of an e-mail address or of a web address; '' where there is none or it belongs to a provider. */
export function ownDomain(text: string): string {
  const address = email(text);
  const domain =
    address === '' ? webAddress(text).split('/')[0]! : address.slice(address.lastIndexOf('@') + 1);
  return domain.includes('.') && !isProvider(domain) ? domain : '';
}
