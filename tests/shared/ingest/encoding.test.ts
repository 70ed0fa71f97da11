import { AppFailure } from '@shared/base/result';
import { detectEncoding } from '@shared/ingest/encoding';
import { decode } from '@shared/ingest/source';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, rowsOf } from './support';

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Text in a one-byte encoding, found by decoding every byte. */
function encoded(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) table.set(decode(bytes(byte), encoding, 'f.csv'), byte);
  return Uint8Array.from(text, (char) => table.get(char) ?? 63);
}

function utf16(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

const detect = (content: Uint8Array<ArrayBuffer>): string => detectEncoding([content], 'f.csv').encoding;

describe('detectEncoding', () => {
  it('believes byte order marks', () => {
    expect(detect(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('utf-8');
    expect(detect(bytes(0xff, 0xfe, 0x61, 0))).toBe('utf-16le');
    expect(detect(bytes(0xfe, 0xff, 0, 0x61))).toBe('utf-16be');
  });

  it('refuses UTF-32 with a sentence', () => {
    expect(() => detect(bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0))).toThrow(AppFailure);
    expect(() => detect(bytes(0x61, 0, 0, 0, 0x62, 0, 0, 0, 0x63, 0, 0, 0))).toThrow(/UTF-32/);
  });

  it('knows UTF-16 without a mark by its zero bytes', () => {
    expect(detect(utf16('name;ort\nMüller;Köln\n', true))).toBe('utf-16le');
    expect(detect(utf16('name;ort\nMüller;Köln\n', false))).toBe('utf-16be');
    expect(detect(utf16('氏名,都市\n田中,東京\n佐藤,大阪\n', true))).toBe('utf-16le');
  });

  it('does not take a stray zero byte for UTF-16', () => {
    expect(detect(utf8('a,b\n1,x\0y\n'))).toBe('utf-8');
  });

  it('believes valid UTF-8, also when a piece of the file is cut inside a character', () => {
    expect(detect(utf8('Zoë,漢字'))).toBe('utf-8');
    const cut = utf8('ééé').subarray(1, 5);
    expect(detectEncoding([utf8('abc'), cut], 'f.csv')).toMatchObject({
      encoding: 'utf-8',
      certainty: 'sure',
    });
  });

  it('says how many bytes of a mostly sound UTF-8 file are not', () => {
    const guess = detectEncoding([Uint8Array.from([...utf8('é'.repeat(50)), 0xe9, 0x2c])], 'f.csv');
    expect(guess).toMatchObject({ encoding: 'utf-8', certainty: 'likely' });
    expect(guess.text).toMatch(/but 1 bytes are not/);
  });

  it('takes UTF-8 with a few damaged bytes for what it is, though it has few letters outside ASCII', () => {
    const damaged = [
      ...utf8('tit'),
      0xca,
      ...utf8(';Genr'),
      0xeb,
      0xa8,
      ...utf8(';Kátia;É;Léon;Amélie;WALL·E;Più'),
    ];
    expect(detectEncoding([Uint8Array.from(damaged)], 'f.csv')).toMatchObject({
      encoding: 'utf-8',
      certainty: 'likely',
    });
  });

  it.each([
    ['windows-1252', 'Name;Straße\nMüller;Königsallee 5 – „Hof“\nGarçon;Rue de l’Été'],
    [
      'windows-1251',
      'Имя;Город\nИванов Сергей;Москва\nПетрова Анна;Санкт-Петербург\nСмирнов Олег;Новосибирск',
    ],
    ['koi8-r', 'Имя;Город\nИванов Сергей;Москва\nПетрова Анна;Санкт-Петербург\nСмирнов Олег;Новосибирск'],
    ['iso-8859-7', 'Όνομα;Πόλη\nΓιώργος Παπαδόπουλος;Αθήνα\nΜαρία Νικολάου;Θεσσαλονίκη'],
    ['windows-1255', 'שם;עיר\nדוד כהן;ירושלים\nרחל לוי;תל אביב\nמשה פרץ;חיפה\nשרה מזרחי;באר שבע'],
    ['macintosh', 'Name;Straße\nMüller;Königsallee\nSchröder;Löwenstraße\nGärtner;Übersee'],
  ])('recognises %s', (encoding, text) => {
    const found = detect(encoded(text, encoding));
    const aliases: Readonly<Record<string, string>> = {
      'iso-8859-8': 'windows-1255',
      'windows-1253': 'iso-8859-7',
    };
    expect(aliases[found] ?? found).toBe(encoding);
  });

  const CZECH = 'Jiří Černý;Třebíč\nŠárka Dvořáková;Děčín\nLuděk Šťastný;Ústí nad Labem';
  const HUNGARIAN = 'Kővári László;Győr\nErdős Erzsébet;Székesfehérvár\nSzabó Győző;Pécs';
  const TURKISH = 'Işıl Yıldız;İstanbul\nÇağlar Güneş;Diyarbakır\nŞebnem Öztürk;Muğla';
  const LITHUANIAN =
    'Žydrūnas Černiauskas;Šiauliai\nEglė Žukauskaitė;Klaipėda\nJūratė Kazlauskienė;Panevėžys';

  it.each([
    ['windows-1250', CZECH, 'Czech'],
    ['iso-8859-2', CZECH, 'Czech'],
    ['ibm852', CZECH, 'Czech'],
    ['windows-1250', HUNGARIAN, 'Hungarian'],
    ['windows-1250', 'Łukasz Wiśniewski;Łódź\nŻaneta Dąbrowska;Gdańsk', 'Polish'],
    ['windows-1250', 'Ştefan Bălănescu;Bucureşti\nMihăiţă Ciocârlan;Iaşi', 'Romanian'],
    ['windows-1254', TURKISH, 'Turkish'],
    ['ibm857', TURKISH, 'Turkish'],
    ['windows-1257', LITHUANIAN, 'Lithuanian'],
    ['macintosh', 'Loïc Bénard;Nîmes\nHélène Lefèvre;Orléans\nFrançois Garçon;Nîmes', 'French'],
    ['ibm850', 'Søren Kjær;Køge\nÅse Bøgh;Ålborg\nBjørn Kjær;Ålborg', 'Danish'],
  ])('tells encodings of the Latin script apart by their languages: %s, %s', (encoding, text, language) => {
    const guess = detectEncoding([encoded(text, encoding)], 'f.csv');
    expect(guess.encoding).toBe(encoding);
    expect(guess.text).toContain(`letters of ${language} in`);
  });

  it('reads names of all Western Europe, and signs beside numbers, as windows-1252 in any mixture', () => {
    const words =
      'José Müller Peña Zoë André Søren Gonçalves João Ünal Åsa Öberg Façade naïve François Hélène Groß Malmö Città Perché più Ñuñoa Íñigo £500 20m² 30°C §5 ©2019 ¿Qué ¡Hola ½ € – „so“ 3º 1ª ®Brand Nº Ø'.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 40 }), (some) => {
        const text = `id;name\n${some.map((word, i) => `${i};${word} Smith\n`).join('')}`;
        const content = encoded(text, 'windows-1252');
        expect(decode(content, detect(content), 'f.csv')).toBe(text);
      }),
    );
  });

  it.each(['21 °C\n22 °C\n', '30°C\nÅsa\n30°C\n', '21°C\n70°F\n§B 5\n', 'ÉLODIE\nÀ JOUR\nÖL\n'])(
    'takes signs and capitals before ASCII letters for Western ones, not for East Asian characters: %j',
    (text) => {
      expect(detect(encoded(text, 'windows-1252'))).toBe('windows-1252');
    },
  );

  it('looks at a text without any gap in time that grows with its length alone', () => {
    const long = Uint8Array.from([...utf8('a'.repeat(200_000)), 0xe9, ...utf8(';b')]);
    expect(detect(long)).toBe('windows-1252');
  });

  it('does not take letters inside Latin words for East Asian characters', () => {
    expect(detect(encoded('Loïc Bénard;Nîmes\nLoïc Bénard;Orléans', 'macintosh'))).toBe('macintosh');
  });

  it('recognises the double-byte encodings of East Asia', () => {
    const shiftJis = bytes(
      0x8e,
      0x81,
      0x96,
      0xbc,
      0x2c,
      0x93,
      0x73,
      0x8e,
      0x73,
      0x0a,
      0x93,
      0x63,
      0x92,
      0x86,
      0x2c,
      0x93,
      0x8c,
      0x8b,
      0x9e,
    );
    const eucKr = bytes(
      0xc0,
      0xcc,
      0xb8,
      0xa7,
      0x2c,
      0xb5,
      0xb5,
      0xbd,
      0xc3,
      0x0a,
      0xb1,
      0xe8,
      0xc3,
      0xb6,
      0xbc,
      0xf6,
      0x2c,
      0xbc,
      0xad,
      0xbf,
      0xef,
    );
    expect(detect(shiftJis)).toBe('shift_jis');
    expect(detect(eucKr)).toBe('euc-kr');
  });

  it('knows ISO-2022-JP by its escape sequences', () => {
    expect(detect(bytes(0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42, 0x2c, 0x61))).toBe('iso-2022-jp');
  });

  it('reads one odd byte as windows-1252 rather than something exotic', () => {
    expect(detect(bytes(0x61, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0xa9))).toBe('windows-1252');
  });
});

describe('reading by encoding', () => {
  it('keeps characters whole across the pieces a file is read in', async () => {
    const line = 'Zürich,漢字😀\n';
    const many = `city,sign\n${line.repeat(130_000)}`;
    const { table } = await read(many);
    expect(table.columns.map(({ values }) => values)).toEqual([
      ['', 'Zürich'],
      ['', '漢字😀'],
    ]);
    expect(table.rowCount).toBe(130_000);
  });

  it('reads windows-1252 with its own signs, not as ISO-8859-1', async () => {
    const { table } = await read(encoded('preis,wort\n5 €,„so“\n', 'windows-1252'));
    expect(rowsOf(table)).toEqual([['5 €', '„so“']]);
  });

  it('switches between plain ASCII pieces and others without losing a character or a mark', async () => {
    const plain = 'a,b\n'.repeat(262_144);
    const { table, warnings } = await read(`x,y\n${plain}ä,ö\n${plain}`);
    expect(table.rowCount).toBe(524_289);
    expect(table.columns.map(({ values }) => values)).toEqual([
      ['', 'a', 'ä'],
      ['', 'b', 'ö'],
    ]);
    expect(warnings).toEqual([]);
  });

  it('warns of bytes it could not decode and of NUL characters', async () => {
    const file = Uint8Array.from([...utf8(`a,b\n${'é,1\n'.repeat(40)}`), 0xe9, 0x2c, 0x00, 0x0a]);
    const { warnings } = await read(file);
    expect(warnings).toEqual([
      '1 character could not be read as utf-8 and show as �. Another encoding may fit better.',
      '1 NUL character stands inside cells and were kept.',
    ]);
  });
});
