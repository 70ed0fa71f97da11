import { describe, expect, it } from 'vitest';
import { keyName, ownsKey } from '../../../src/renderer/state/hotkeys';

const press = (
  key: string,
  mods: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => keyName({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...mods });

describe('keyName', () => {
  it('names letters in capitals and tells shift apart', () => {
    expect(press('n')).toBe('N');
    expect(press('N', { shiftKey: true })).toBe('Shift+N');
  });
  it('leaves shift out where it only makes the sign', () => {
    expect(press('?', { shiftKey: true })).toBe('?');
  });
  it('takes Cmd for Ctrl', () => {
    expect(press('z', { metaKey: true })).toBe('Ctrl+Z');
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+Z');
  });
  it('names the space bar', () => {
    expect(press(' ')).toBe('Space');
  });
});

describe('ownsKey', () => {
  const element = (tagName: string, extra: object = {}) => ({
    tagName,
    isContentEditable: false,
    closest: () => null,
    ...extra,
  });
  it('leaves every key to text fields', () => {
    expect(ownsKey(element('INPUT', { type: 'text' }), 'N')).toBe(true);
    expect(ownsKey(element('TEXTAREA'), 'N')).toBe(true);
    expect(ownsKey(element('DIV', { isContentEditable: true }), 'N')).toBe(true);
  });
  it('finishes what is typed from inside a field, and leaves undo to it', () => {
    const field = element('INPUT', { type: 'text' });
    expect(['Ctrl+S', 'Ctrl+Enter', 'Ctrl+Z'].map((key) => ownsKey(field, key))).toEqual([
      false,
      false,
      true,
    ]);
  });
  it('does not let a checkbox swallow letters', () => {
    expect(ownsKey(element('INPUT', { type: 'checkbox' }), 'N')).toBe(false);
  });
  it('leaves Enter and Space to a focused button, other keys not', () => {
    const button = element('BUTTON', { closest: () => ({}) });
    expect(ownsKey(button, 'Enter')).toBe(true);
    expect(ownsKey(button, 'N')).toBe(false);
  });
  it('owns nothing when nothing has the focus', () => {
    expect(ownsKey(null, 'Enter')).toBe(false);
  });
});
