import type { Locator, Page } from 'playwright-core';
import type { Upload } from '../files/estate';

/** Drags files from outside the window onto an element and lets them go. */
export async function dropFiles(page: Page, onto: Locator, files: readonly Upload[]): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    (items) => {
      const transfer = new DataTransfer();
      for (const { name, type, base64 } of items) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
      }
      return transfer;
    },
    files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, base64: buffer.toString('base64') })),
  );
  await onto.dispatchEvent('dragenter', { dataTransfer });
  await onto.dispatchEvent('dragover', { dataTransfer });
  await onto.dispatchEvent('drop', { dataTransfer });
}
