import type { ReactNode } from 'react';
import classes from './field-group.module.css';

export interface FieldGroupProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** Fields that belong together, under one label as a single field would have it. */
export function FieldGroup({ label, children }: FieldGroupProps) {
  return (
    <fieldset className={classes.group}>
      <legend>{label}</legend>
      {children}
    </fieldset>
  );
}
