/**
 * Node 20 warns at every start that Ed25519 in WebCrypto is experimental. The algorithm is settled (RFC 8032) and the
 * warning says nothing a person at a terminal can act on, so this one is kept quiet; all others are printed as ever.
 */
export function quietEd25519Warning(): void {
  const printers = process.listeners('warning');
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (isEd25519Warning(warning)) return;
    for (const print of printers) print.call(process, warning);
  });
}

/** True for the one warning that is kept quiet. */
export function isEd25519Warning(warning: Error): boolean {
  return (
    warning.name === 'ExperimentalWarning' &&
    /\bEd25519\b.*\bWeb ?Crypto\b|\bWeb ?Crypto\b.*\bEd25519\b/i.test(warning.message)
  );
}
