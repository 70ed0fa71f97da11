import { describe, expect, it } from 'vitest';
import { isEd25519Warning } from '../../../src/main/cli/warnings';

function warning(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

describe('the warning that is kept quiet', () => {
  it('is the one about Ed25519 in WebCrypto', () => {
    const text =
      'The Ed25519 Web Crypto API algorithm is an experimental feature and might change at any time';
    expect(isEd25519Warning(warning('ExperimentalWarning', text))).toBe(true);
  });

  it('is no other', () => {
    expect(isEd25519Warning(warning('ExperimentalWarning', 'buffer.File is an experimental feature'))).toBe(
      false,
    );
    expect(isEd25519Warning(warning('DeprecationWarning', 'Ed25519 Web Crypto API is old'))).toBe(false);
    expect(isEd25519Warning(warning('Warning', 'Setting NODE_TLS_REJECT_UNAUTHORIZED'))).toBe(false);
  });
});
