import { TextInput } from '@mantine/core';
import { useState } from 'react';

export interface DateFieldProps {
  readonly label: string;
  /** ISO date, or null when not known. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly width?: number;
  readonly testId?: string;
}

/** A day, written as everywhere in Winnow: 2026-11-14. Empty = not known; anything else is not taken. */
export function DateField({ label, value, onChange, width, testId }: DateFieldProps) {
  const [text, setText] = useState(value ?? '');
  const wrong = text.trim() !== '' && !isDay(text.trim());
  return (
    <TextInput
      label={label}
      placeholder="2026-11-14"
      value={text}
      w={width}
      error={wrong ? 'year-month-day' : undefined}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        const day = typed.trim();
        if (day === '') onChange(null);
        else if (isDay(day)) onChange(day);
      }}
      data-testid={testId}
    />
  );
}

/** True for a day of the calendar as `yyyy-MM-dd`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
