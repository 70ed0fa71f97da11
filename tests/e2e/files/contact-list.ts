import type { Upload } from './estate';

/** A contact list people have lived in: persons and organisations in one table, employers as text, interests as lists. */
export const CONTACT_LIST: Upload = {
  name: 'Contact list.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'No,Kind,First name,Last name,E-mail,Company,City,Interests',
      '1,Person,Ada,Moser,ada.moser@bell.example,Bell AG,Basel,Fair; Mailing',
      '2,Person,Ben,Keller,ben.keller@bell.example,Bell AG,Basel,Fair',
      '3,Company,,Curie SA,office@curie.example,,Paris,Mailing',
      '4,Person,Cid,Brunner,cid.brunner@dane.example,Dane GmbH,Kiel,Fair; Web; Mailing',
      '5,Person,Dora,Huber,dora.huber@dane.example,Dane GmbH,Kiel,Mailing; Fair',
      '6,Person,Eve,Frei,eve.frei@dane.example,Dane GmbH,Kiel,Web',
      '7,Company,,Eiger Trust,info@eiger.example,,Thun,',
      '8,Person,Finn,Graf,finn.graf@bell.example,Bell AG,Basel,Web; Fair',
      '',
    ].join('\n'),
  ),
};
