/** What of some bytes is UTF-8. */
export interface Census {
  /** Bytes above ASCII that start something. */
  readonly high: number;
  /** Valid sequences of several bytes. */
  readonly multi: number;
  /** Bytes above ASCII that are part of no valid sequence. */
  readonly invalid: number;
}

/** The census of pieces cut from one file. */
export function censusOf(pieces: readonly Uint8Array[]): Census {
  const total = { high: 0, multi: 0, invalid: 0 };
  for (const piece of pieces) {
    const part = utf8Census(piece);
    total.high += part.high;
    total.multi += part.multi;
    total.invalid += part.invalid;
  }
  return total;
}

/** Counts UTF-8 sequences and bytes that are none; sequences cut at either end of the piece are forgiven. */
function utf8Census(bytes: Uint8Array): Census {
  let high = 0;
  let multi = 0;
  let invalid = 0;
  let at = 0;
  while (at < 3 && at < bytes.length && (bytes[at]! & 0xc0) === 0x80) at++;
  if (at === bytes.length) at = 0;
  invalid += at > 0 && at < 3 ? 0 : at;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      at++;
      continue;
    }
    high++;
    const size = sequenceLength(byte);
    let end = at + 1;
    while (end < at + size && end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end++;
    if (size > 1 && end === at + size) {
      multi++;
      at = end;
    } else if (size > 1 && end === bytes.length) at = end;
    else {
      invalid++;
      at++;
    }
  }
  return { high, multi, invalid };
}

/** Length of the UTF-8 sequence a byte leads; 0 for a byte that cannot lead one. */
function sequenceLength(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0;
}
