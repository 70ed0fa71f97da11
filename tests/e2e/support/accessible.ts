import type { Page } from 'playwright-core';

/** Roles a person acts on, which are read aloud by their name. */
const ACTED_ON: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'combobox',
  'dialog',
  'grid',
  'link',
  'listbox',
  'menu',
  'menuitem',
  'radio',
  'radiogroup',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
]);

/** Everything on the page that can be acted on and has no name in the browser's own accessibility tree; as its markup. */
export async function nameless(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const found: string[] = [];
  for (const node of nodes) {
    const role: unknown = node.role?.value;
    if (node.ignored || typeof role !== 'string' || !ACTED_ON.has(role)) continue;
    if (String(node.name?.value ?? '').trim() !== '') continue;
    const { outerHTML } = await session.send('DOM.getOuterHTML', {
      backendNodeId: node.backendDOMNodeId ?? 0,
    });
    found.push(`${role}: ${outerHTML.slice(0, 240)}`);
  }
  await session.detach();
  return found;
}

/** One stop of the Tab key. */
export interface TabStop {
  /** What has the focus, for messages. */
  readonly what: string;
  /** Whether it looks different from how it looks without the focus. */
  readonly shows: boolean;
}

/** Presses of Tab that a field may take for its own parts, as a date field does. */
const MOST_PARTS = 5;

/**
 * Presses Tab from the top of the page until the focus leaves it at its end. Throws when it stays in one place or goes
 * on for longer than `most` stops, as in a keyboard trap.
 */
export async function tabThrough(page: Page, most: number): Promise<readonly TabStop[]> {
  await page.addStyleTag({ content: '* { transition: none !important; }' });
  await page.evaluate(startAtTop);
  const stops: TabStop[] = [];
  let parts = 0;
  while (stops.length < most && parts < MOST_PARTS) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(stopHere);
    if (here === 'end') return stops;
    if (here === 'same') parts++;
    else {
      stops.push(here);
      parts = 0;
    }
  }
  throw new Error(`Tab does not get past ${stops.at(-1)?.what ?? 'the top of the page'}.`);
}

/** Runs in the page: the next Tab finds the first stop. */
function startAtTop(): void {
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
}

/** Runs in the page: what has the focus now. */
function stopHere(): TabStop | 'same' | 'end' {
  const element = document.activeElement;
  const focusable = element instanceof HTMLElement || element instanceof SVGElement;
  if (!focusable || element === document.body) return 'end';
  if (element.dataset['tabbed']) return 'same';
  document.querySelector('[data-tabbed]')?.removeAttribute('data-tabbed');
  element.dataset['tabbed'] = 'yes';
  const parts = [element, element.parentElement, element.querySelector('*'), element.nextElementSibling];
  const [focused, blurred] = [false, true].map((blur) => {
    // A date field would begin again at its first part.
    const isDate = element instanceof HTMLInputElement && element.type === 'date';
    if (blur && isDate) return '';
    if (blur) element.blur();
    return parts
      .map((part) => (part ? getComputedStyle(part) : null))
      .map((style) =>
        style
          ? `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor} ${style.boxShadow} ${style.borderColor} ${style.backgroundColor} ${style.stroke}`
          : '',
      )
      .join();
  });
  element.focus({ preventScroll: true });
  return {
    what: `${element.tagName} ${element.dataset['testid'] ?? element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40)}`,
    shows: focused !== blurred,
  };
}
