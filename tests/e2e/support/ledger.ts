import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { settled } from './journey';

/** The figures in the foot of the window. */
export interface LedgerFigures {
  readonly read: number;
  readonly exported: number;
  readonly merged: number;
  readonly excluded: number;
  readonly rejected: number;
  readonly held: number;
}

/** The ledger bar as it reads once nothing is being counted. */
export async function readLedger(page: Page): Promise<LedgerFigures> {
  await settled(page);
  const figure = async (part: keyof LedgerFigures): Promise<number> => {
    const text = await page.getByTestId(`ledger-${part}`).locator('b').innerText();
    return Number(text.replaceAll(',', ''));
  };
  return {
    read: await figure('read'),
    exported: await figure('exported'),
    merged: await figure('merged'),
    excluded: await figure('excluded'),
    rejected: await figure('rejected'),
    held: await figure('held'),
  };
}

/** Rows read = exported + merged + excluded + rejected + held, and the bar says so. Answers the figures. */
export async function expectLedgerCloses(page: Page, read: number): Promise<LedgerFigures> {
  const ledger = await readLedger(page);
  const { exported, merged, excluded, rejected, held } = ledger;
  expect(ledger.read).toBe(read);
  expect(exported + merged + excluded + rejected + held).toBe(read);
  expect(await page.getByTestId('ledger-verdict').innerText()).toContain('adds up');
  return ledger;
}
