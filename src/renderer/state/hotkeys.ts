import { useEffect, useEffectEvent } from 'react';

/**
 * Keys in one spelling: modifiers in the order Ctrl, Shift, Alt, then the key: `Ctrl+Shift+Z`, `Enter`, `N`.
 * Ctrl stands for Cmd on a Mac.
 */
export function keyName(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl');
  if (event.shiftKey && (event.key.length > 1 || key !== key.toLowerCase() || parts.length > 0))
    parts.push('Shift');
  if (event.altKey) parts.push('Alt');
  parts.push(key === ' ' ? 'Space' : key);
  return parts.join('+');
}

interface Target {
  readonly tagName: string;
  readonly isContentEditable: boolean;
  readonly type?: string;
  closest(selector: string): unknown;
}

/** Keys that finish what is being typed; no field uses them itself. */
const FINISHING: ReadonlySet<string> = new Set(['Ctrl+Enter', 'Ctrl+S']);

/** Whether a key pressed in this element belongs to the element, not to the screen. */
export function ownsKey(target: Target | null, key: string): boolean {
  if (!target || FINISHING.has(key)) return false;
  const { tagName } = target;
  if (target.isContentEditable || tagName === 'TEXTAREA' || tagName === 'SELECT') return true;
  if (tagName === 'INPUT')
    return target.type !== 'checkbox' && target.type !== 'radio' && target.type !== 'button';
  // Enter and Space press what has the focus.
  if (key === 'Enter' || key === 'Space')
    return target.closest('button, a, [role="button"], [role="menuitem"]') !== null;
  return false;
}

/** Runs `action` on a key, unless a field, a dialog or a menu has it. `null` binds nothing. */
export function useHotkey(key: string | null, action: () => void): void {
  const run = useEffectEvent(action);
  useEffect(() => {
    if (key === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || keyName(event) !== key) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (ownsKey(target, key)) return;
      if (target?.closest('[role="dialog"], [role="menu"]')) return;
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [key]);
}
