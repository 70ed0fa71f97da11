/**
 * As the `ref` of what a person asked for or sees first: gives the focus to its element marked `data-autofocus` once it
 * is shown. Dialogs and popovers do so by themselves.
 */
export function focusWanted(shown: HTMLElement | null): void {
  shown?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
}
