import { unwrap } from '@shared/base/result';
import { MOST_USERS, readUsers, type TargetUser, userFinder } from '@shared/mapping/users';
import { targetUsersSchema } from '@shared/mapping/users-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const read = (text: string): readonly TargetUser[] => unwrap(readUsers(text));

describe('a list of users', () => {
  it('is read from an export with any columns, with who is active', () => {
    expect(
      read(
        '\uFEFFId,First Name,Last Name,Username,Email,IsActive\n005A,Mara,Voss,mvoss,mara@winnow.example,true\n005B,Karl,Lang,klang,karl@winnow.example,FALSE\n',
      ),
    ).toEqual([
      {
        email: 'mara@winnow.example',
        name: 'Mara Voss',
        aliases: ['005A', 'Mara', 'Voss', 'mvoss'],
        active: true,
      },
      {
        email: 'karl@winnow.example',
        name: 'Karl Lang',
        aliases: ['005B', 'Karl', 'Lang', 'klang'],
        active: false,
      },
    ]);
  });

  it('takes the column that is called e-mail for the address, where logins look like addresses', () => {
    const [user] = read(
      'Username,Email,Name\nmara.voss@winnow.example.production,mara@winnow.example,Mara Voss\n',
    );
    expect(user).toMatchObject({
      email: 'mara@winnow.example',
      aliases: ['mara.voss@winnow.example.production'],
    });
  });

  it('is read as pasted, with names or without', () => {
    expect(
      read('Mara Voss\tmara@winnow.example\nnobody here\nkarl@winnow.example\nMARA@winnow.example'),
    ).toEqual([
      { email: 'mara@winnow.example', name: 'Mara Voss', aliases: [], active: true },
      { email: 'karl@winnow.example', name: '', aliases: [], active: true },
    ]);
  });

  it('without an address is refused', () => {
    for (const text of ['', 'Name,Email\nMara Voss,\n'])
      expect(readUsers(text)).toMatchObject({ ok: false, error: { code: 'USERS_NONE' } });
  });

  it('with more users than are kept is refused as a whole; lines that are no users of their own do not count', () => {
    const users = Array.from({ length: MOST_USERS }, (_, at) => `user${at}@winnow.example`);
    const text = ['Email', 'nobody', ...users, 'USER7@winnow.example'].join('\n');
    expect(read(text)).toHaveLength(MOST_USERS);
    expect(read(text).at(-1)?.email).toBe(users.at(-1));
    expect(readUsers(`${text}\none.more@winnow.example`)).toEqual({
      ok: false,
      error: {
        code: 'USERS_TOO_MANY',
        message:
          'This list has 20,001 users, and at most 20,000 are kept. Nothing was taken over; export only those who may own records and try again.',
        details: { users: 20_001 },
      },
    });
  });

  it('keeps no text that several users share, and few of the others', () => {
    const list = read(
      'email,name,profile,a,b,c,d,e,f,g\na@x.example,Ann Ash,Sales,1,2,3,4,5,6,7\nb@x.example,Bob Birk,Sales,11,12,13,14,15,16,17\n',
    );
    expect(list.map(({ aliases }) => aliases)).toEqual([
      ['1', '2', '3', '4', '5', '6'],
      ['11', '12', '13', '14', '15', '16'],
    ]);
  });

  it.each(['Inactive', 'no', '0', 'inaktiv'])('takes the status %s for somebody who left', (status) => {
    expect(read(`email,status\na@b.example,${status}`)[0]?.active).toBe(false);
  });

  it('reads any text without failing, each address once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const found = readUsers(text);
        const users = found.ok ? found.value : [];
        expect(new Set(users.map(({ email }) => email.toLowerCase())).size).toBe(users.length);
        expect(targetUsersSchema.safeParse(users).success).toBe(true);
      }),
    );
  });
});

describe('the user an owner stands for', () => {
  const find = userFinder(
    read(
      'name;login;email;active\nMara Voss;mv7;mara@winnow.example;yes\nKarl Lang;;karl.lang@winnow.example;no\nJan Kern;;jan@winnow.example;yes\nJo Kraft;;jo@winnow.example;yes\n',
    ),
  );

  it.each([
    ['MARA@winnow.example', 'mara@winnow.example', 'same address'],
    ['Voss, Mara', 'mara@winnow.example', 'same name'],
    ['mv7', 'mara@winnow.example', 'same login'],
    ['karl.lang', 'karl.lang@winnow.example', 'same name'],
    ['Jan', 'jan@winnow.example', 'same login'],
    ['MV', 'mara@winnow.example', 'initials'],
  ] as const)('%s is %s: %s', (owner, email, reason) => {
    const found = find(owner);
    expect([found?.user.email, found?.reason]).toEqual([email, reason]);
  });

  it('is nobody where two fit, or none', () => {
    expect([find('JK'), find('xx'), find(''), find('Voss')]).toEqual([null, null, null, null]);
  });
});
