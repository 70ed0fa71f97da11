import {
  Checkbox,
  Combobox,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Loader,
  type MantineColorsTuple,
  Menu,
  Modal,
  NumberInput,
  Popover,
  Select,
  Switch,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

/** Index 6 is the light accent, index 4 the dark one; the rest only fill the scale Mantine asks for. */
const ACCENT: MantineColorsTuple = [
  '#ebeefc',
  '#d5dbfa',
  '#b7c1ff',
  '#a3b1ff',
  '#8ea0ff',
  '#5c74ec',
  '#2f4bd8',
  '#263fbd',
  '#1f349c',
  '#17277a',
];

/** Mantine, pressed into the tokens of `tokens.css`: dense, hairlines, radius 6 and 8, no shadows but on floats. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  colors: { accent: ACCENT },
  autoContrast: true,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '17px' },
  lineHeights: { xs: '1.4', sm: '1.42', md: '1.42', lg: '1.5', xl: '1.5' },
  spacing: { xs: '6px', sm: '10px', md: '14px', lg: '18px', xl: '22px' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '8px', xl: '8px' },
  defaultRadius: 'sm',
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  components: {
    TextInput: TextInput.extend({ defaultProps: { size: 'xs' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'xs' } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'xs' } }),
    // Options of a closed list stay out of the page: a mapping has dozens of lists with a line per column each.
    Combobox: Combobox.extend({ defaultProps: { keepMounted: false } }),
    Select: Select.extend({
      defaultProps: {
        size: 'xs',
        allowDeselect: false,
        checkIconPosition: 'right',
        comboboxProps: { shadow: 'md' },
        // Mantine hides it from keys and screen readers, which have no other way to take a value away.
        clearButtonProps: { 'aria-label': 'Clear', 'aria-hidden': false, tabIndex: 0 },
      },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', radius: 'xs' } }),
    Switch: Switch.extend({ defaultProps: { size: 'xs' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, withArrow: false, fz: 12, px: 8, py: 4 } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-end', offset: 4 } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', position: 'bottom-start', offset: 4 } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        radius: 'lg',
        padding: 'lg',
        closeButtonProps: { 'aria-label': 'Close', size: 'sm' },
        transitionProps: { duration: 90 },
      },
    }),
    Drawer: Drawer.extend({
      defaultProps: {
        padding: 'lg',
        closeButtonProps: { 'aria-label': 'Close', size: 'sm' },
        transitionProps: { duration: 90 },
      },
    }),
    Loader: Loader.extend({ defaultProps: { type: 'oval', size: 16 } }),
  },
});

const shared = {
  '--mantine-color-body': 'var(--panel)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-2)',
  '--mantine-color-default': 'var(--panel)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-color-error': 'var(--rejected-ink)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-tint)',
  '--mantine-primary-color-light-color': 'var(--accent-ink)',
};

/** Points every colour Mantine uses at a token, so that light and dark follow one file. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-shadow-md': 'var(--shadow-float)',
    '--mantine-shadow-xl': 'var(--shadow-float)',
  },
  light: shared,
  dark: shared,
});
