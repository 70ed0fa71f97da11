import { useEffect, useEffectEvent } from 'react';

/** Takes what is pasted while no field, dialog or menu has the focus. */
export function usePaste(take: (data: DataTransfer) => void): void {
  const run = useEffectEvent(take);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (event.defaultPrevented || !event.clipboardData) return;
      if (target?.closest('input, textarea, [contenteditable="true"], [role="dialog"]')) return;
      event.preventDefault();
      run(event.clipboardData);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
