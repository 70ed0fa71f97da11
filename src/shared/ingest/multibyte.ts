/** How well some bytes fit one of the double-byte encodings of East Asia, by the structure of the encoding alone. */
export interface MultibyteFit {
  /** WHATWG label. */
  readonly encoding: string;
  readonly name: string;
  /** Characters of two or more bytes. */
  readonly characters: number;
  /** Bytes that cannot be part of this encoding. */
  readonly invalid: number;
  /** Share of the characters in the rows of the table where everyday text lies, 0..1. */
  readonly common: number;
  /**
   * Share of the different characters that stand nowhere as in a text of East Asia, 0..1: each time beside a small Latin
   * letter, or alone and with an ASCII letter or sign for a second byte, as the degree sign in "21 °C".
   */
  readonly misplaced: number;
}

interface Scheme {
  readonly encoding: string;
  readonly name: string;
  /** Length of the character starting at `at`: 0 = invalid, 1 = one byte (not counted), otherwise 2 to 4. */
  readonly length: (bytes: Uint8Array, at: number) => number;
  readonly common: (lead: number, trail: number) => boolean;
}

const between = (value: number | undefined, low: number, high: number): boolean =>
  value !== undefined && value >= low && value <= high;

const high = (value: number | undefined): boolean => between(value, 0xa1, 0xfe);

/** In the order that decides between equal fits: those with fewer everyday rows first. */
const SCHEMES: readonly Scheme[] = [
  {
    encoding: 'shift_jis',
    name: 'Shift_JIS (Japanese)',
    length: (b, at) => {
      if (between(b[at], 0xa1, 0xdf)) return 1;
      const lead = between(b[at], 0x81, 0x9f) || between(b[at], 0xe0, 0xfc);
      return lead && (between(b[at + 1], 0x40, 0x7e) || between(b[at + 1], 0x80, 0xfc)) ? 2 : 0;
    },
    // Signs, full-width letters, kana, and the kanji of level 1.
    common: (lead) => between(lead, 0x81, 0x83) || between(lead, 0x88, 0x97),
  },
  {
    encoding: 'euc-kr',
    name: 'EUC-KR (Korean)',
    length: (b, at) => {
      if (high(b[at]) && high(b[at + 1])) return 2;
      const trail =
        between(b[at + 1], 0x41, 0x5a) || between(b[at + 1], 0x61, 0x7a) || between(b[at + 1], 0x81, 0xfe);
      return between(b[at], 0x81, 0xc6) && trail ? 2 : 0;
    },
    common: (lead, trail) => trail >= 0xa1 && (between(lead, 0xa1, 0xa3) || between(lead, 0xb0, 0xc8)),
  },
  {
    encoding: 'euc-jp',
    name: 'EUC-JP (Japanese)',
    length: (b, at) => {
      if (b[at] === 0x8e) return between(b[at + 1], 0xa1, 0xdf) ? 2 : 0;
      if (b[at] === 0x8f) return high(b[at + 1]) && high(b[at + 2]) ? 3 : 0;
      return high(b[at]) && high(b[at + 1]) ? 2 : 0;
    },
    common: (lead) => between(lead, 0xa1, 0xa5) || between(lead, 0xb0, 0xcf),
  },
  {
    encoding: 'gb18030',
    name: 'GB18030 (Chinese)',
    length: (b, at) => {
      if (!between(b[at], 0x81, 0xfe)) return 0;
      if (between(b[at + 1], 0x30, 0x39))
        return between(b[at + 2], 0x81, 0xfe) && between(b[at + 3], 0x30, 0x39) ? 4 : 0;
      return between(b[at + 1], 0x40, 0x7e) || between(b[at + 1], 0x80, 0xfe) ? 2 : 0;
    },
    common: (lead, trail) => trail >= 0xa1 && (between(lead, 0xa1, 0xa3) || between(lead, 0xb0, 0xd7)),
  },
  {
    encoding: 'big5',
    name: 'Big5 (Chinese)',
    length: (b, at) =>
      between(b[at], 0x81, 0xfe) && (between(b[at + 1], 0x40, 0x7e) || high(b[at + 1])) ? 2 : 0,
    common: (lead) => between(lead, 0xa1, 0xc6),
  },
];

/** The fit of each double-byte encoding; bytes may be cut in the middle of a character at the end. */
export function multibyteFits(bytes: Uint8Array): readonly MultibyteFit[] {
  return SCHEMES.map((scheme) => fitOf(scheme, bytes));
}

function fitOf({ encoding, name, length, common }: Scheme, bytes: Uint8Array): MultibyteFit {
  let characters = 0;
  let invalid = 0;
  let everyday = 0;
  const different = new Map<number, boolean>();
  let endOfLast = -1;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const size = length(bytes, at);
    if (size > 1) {
      characters++;
      const trail = bytes[at + 1]!;
      if (size === 2 && common(lead, trail)) everyday++;
      const end = at + size;
      const alone = endOfLast !== at && (bytes[end] ?? 0) < 0x80;
      const misplaced =
        isSmallLatin(bytes[at - 1]) || isSmallLatin(bytes[end]) || (alone && size === 2 && trail < 0x80);
      const key = lead * 256 + trail;
      different.set(key, misplaced && different.get(key) !== false);
      endOfLast = end;
    } else if (size === 0 && at < bytes.length - 3) invalid++;
    at += size || 1;
  }
  let misplaced = 0;
  for (const everywhere of different.values()) if (everywhere) misplaced++;
  return {
    encoding,
    name,
    characters,
    invalid,
    common: characters > 0 ? everyday / characters : 0,
    misplaced: different.size > 0 ? misplaced / different.size : 0,
  };
}

function isSmallLatin(byte: number | undefined): boolean {
  return between(byte, 0x61, 0x7a);
}
