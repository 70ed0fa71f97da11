import {
  areNicknames,
  isKnownGivenName,
  nicknameMarks,
  nicknameRoot,
} from '@shared/match/normalise/nicknames';
import { familyName, givenName, splitName } from '@shared/match/normalise/person';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** "given / family" of a full name. */
const split = (name: string): string => {
  const { given, family } = splitName(name);
  return `${given} / ${family}`;
};

describe('splitName', () => {
  it.each([
    ['Dr. med. Maria Curie', 'maria / curie'],
    ['Prof. Dr. h. c. mult. Hans Meier', 'mult hans / meier'],
    ['The Rt Hon John Jones', 'john / jones'],
    ['Lt. Gov. John Doe', 'john / doe'],
    ['Präsident Barack Obama', 'barack / obama'],
    ['Phil Collins', 'phil / collins'],
    ['M. Dupont', 'm / dupont'],
    ['Frank King', 'frank / king'],
    ['Sir Gerald', 'gerald / '],
    ['Mr. Smith', ' / smith'],
  ])('takes titles off in front, never a name: %s', (name, parts) => expect(split(name)).toBe(parts));

  it.each([
    ['Joe Franklin Jr', 'joe / franklin'],
    ['John Doe, CLU, CFP, LUTC', 'john / doe'],
    ['John Smith, Ph. D.', 'john / smith'],
    ['Josephine Clingan M.D.', 'josephine / clingan'],
    ['Edwin B Frost, V', 'edwin b / frost'],
    ['Jack Ma', 'jack / ma'],
    ['Adolph D', 'adolph / d'],
    ['Doe, Dr. John A. Kenneth Jr.', 'john a kenneth / doe'],
    ['JONES, TERRY M', 'terry m / jones'],
  ])('takes generations and degrees off behind: %s', (name, parts) => expect(split(name)).toBe(parts));

  it.each([
    ['pennie von bergen wessels', 'pennie / vonbergenwessels'],
    ['Dr. Juan Q. Xavier de la dos Vega III', 'juan q xavier / deladosvega'],
    ['Juan Velasquez y Garcia', 'juan / velasquezygarcia'],
    ['Maria del Carmen Garcia', 'maria del carmen / garcia'],
    ['Usama bin Laden', 'usama / binladen'],
    ['Alex Ben Johnson', 'alex ben / johnson'],
    ['Van Jeremy Johnson', 'van jeremy / johnson'],
    ["La'tanya O'Connor", 'latanya / oconnor'],
    ['Anna Bacon-Tinsley', 'anna / bacontinsley'],
    ['Jean-Claude Juncker', 'jean claude / juncker'],
  ])('keeps particles and double names together: %s', (name, parts) => expect(split(name)).toBe(parts));

  it.each([
    ['SMITH Robert', 'robert / smith'],
    ['VAN DER BERG Jan', 'jan / vanderberg'],
    ['GENA C RANDOLPH', 'gena c / randolph'],
    ['Cook Aaron', 'aaron / cook'],
    ['Boyle James P.', 'james p / boyle'],
    ['Kim Jong-un', 'jongun / kim'],
    ['Xi Jinping', 'jinping / xi'],
    ['LEE JAE MYUNG', 'jaemyung / lee'],
    ['Nguyễn Văn Anh', 'vananh / nguyen'],
    ['Tran Thi Minh Khai', 'thiminhkhai / tran'],
    ['Seyoung Kim', 'seyoung / kim'],
    ['Lee Harvey Oswald', 'lee harvey / oswald'],
    ['Ben Kim Lan', 'ben kim / lan'],
    ['Kim Basinger', 'kim / basinger'],
    ['Lee Marvin', 'lee / marvin'],
  ])('finds the family name where it stands first: %s', (name, parts) => expect(split(name)).toBe(parts));

  it.each([
    ['Benjamin "Big Ben" Franklin', 'benjamin / franklin'],
    ["Robert 'Corky' Cartwright", 'robert / cartwright'],
    ["Jose ''Joe'' L. Rivera", 'jose l / rivera'],
    ['Sam Smith 😊', 'sam / smith'],
    ['SergeiLavrov', 'sergei / lavrov'],
    ['McDonald', ' / mcdonald'],
    ['E.T. Smith', 'e t / smith'],
    ['', ' / '],
    ['Dr.', ' / dr'],
  ])('leaves out what is no name: %s', (name, parts) => expect(split(name)).toBe(parts));

  it.each([
    ['山田太郎', 'Taro Yamada'],
    ['佐々木 健一', 'Kenichi Sasaki'],
    ['さくら 高橋', 'Sakura Takahashi'],
    ['김민수', 'Minsu Kim'],
    ['박 지성', 'Jiseong Park'],
    ['習近平', 'Xi Jinping'],
    ['习近平', 'Xi Jinping'],
    ['欧阳修', 'Xiu Ouyang'],
  ])('reads native names as people spell them: %s is %s', (native, latin) =>
    expect(split(native)).toBe(split(latin)),
  );

  it('reads two plain words as it reads any: the short way out changes nothing', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'anna',
        'kim',
        'lee',
        'jr',
        'md',
        'dr',
        'king',
        'van',
        'robert',
        'cook',
        'wei',
        'ma',
        'phil',
        'bin',
        'mac',
        'sir',
      ),
      fc.stringMatching(/^[a-z]{1,8}$/),
    );
    const style = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
    );
    fc.assert(
      fc.property(word, word, style, style, (a, b, styleA, styleB) => {
        const [first, second] = [styleA(a), styleB(b)];
        expect(splitName(`${first} ${second}`)).toEqual(splitName(`${first}  ${second} `));
      }),
      { numRuns: 2000 },
    );
  });

  it('never loses all of a name with letters, and gives folded text for anything', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc
        .array(fc.constantFrom('Dr.', 'Jr', 'von', 'Anna', 'MD,', 'Kim', '"X"', '-', 'O’', 'y', 'Lee'), {
          maxLength: 6,
        })
        .map((w) => w.join(' ')),
    );
    fc.assert(
      fc.property(name, (text) => {
        const { given, family } = splitName(text);
        expect(given).toMatch(/^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/);
        expect(family).toMatch(/^[a-z0-9]*$/);
        expect(splitName(text)).toEqual({ given, family });
        if (/^[A-Za-z]/.test(text)) expect(given + family).not.toBe('');
      }),
    );
  });
});

describe('parts of names on their own', () => {
  it('lose titles and degrees, not the name', () => {
    expect(givenName('Dr. Robert J.')).toBe('robert j');
    expect(givenName('Phil')).toBe('phil');
    expect(givenName('Robert M.')).toBe('robert m');
    expect([givenName('Jae-myung'), givenName('Jean-Claude')]).toEqual(['jaemyung', 'jean claude']);
    expect(familyName('von der Leyen')).toBe('vonderleyen');
    expect(familyName('Smith Jr.')).toBe('smith');
    expect(familyName('King')).toBe('king');
    expect([familyName('山田'), givenName('太郎'), familyName('김')]).toEqual(['yamada', 'taro', 'kim']);
  });
});

describe('nicknames', () => {
  it('are known both ways, and only between names of one group or of the list', () => {
    expect([areNicknames('abigail', 'nabby'), areNicknames('nabby', 'abigail')]).toEqual([true, true]);
    expect(areNicknames('bill', 'william')).toBe(true);
    expect(areNicknames('william', 'william')).toBe(false);
    expect([areNicknames('wojtek', 'wojciech'), areNicknames('mehmet', 'mohammed')]).toEqual([true, true]);
    expect(areNicknames('aaron', 'abigail')).toBe(false);
    expect(nicknameRoot('bob')).toBe(nicknameRoot('robert'));
    expect(['bob', 'nabby', 'xqz'].map(isKnownGivenName)).toEqual([true, true, false]);
  });

  it('carry marks that two names share exactly when they are used for each other', () => {
    const names = 'bob robert rob bill william liam abby abigail nabby sasha alex alexander anna kim'.split(
      ' ',
    );
    for (const a of names)
      for (const b of names) {
        if (a === b) continue;
        const shared = nicknameMarks(a).some((mark) => nicknameMarks(b).includes(mark));
        expect(`${a} ${b} ${shared}`).toBe(`${a} ${b} ${areNicknames(a, b)}`);
      }
  });
});
