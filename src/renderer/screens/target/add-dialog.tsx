import { Modal, Select, TextInput } from '@mantine/core';
import type { AppError, Result } from '@shared/base/result';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button';
import { ErrorPanel } from '../../components/states';
import { FIELD_TYPES } from './field-types';
import classes from './target.module.css';

export interface AddRequest {
  readonly name: string;
  readonly label: string;
  readonly type: string;
}

export interface AddDialogProps {
  readonly what: 'field' | 'object';
  /** The object a field is added to. */
  readonly to: string;
  readonly onClose: () => void;
  readonly onAdd: (request: AddRequest) => Promise<Result<null>>;
}

/** Asks for the name of a new field or object, as the target calls it. */
export function AddDialog({ what, to, onClose, onAdd }: AddDialogProps) {
  const [name, setName] = useState('');
  const [label, setLabel] = useState('');
  const [type, setType] = useState('text');
  const [error, setError] = useState<AppError | null>(null);
  const add = async (event?: FormEvent) => {
    event?.preventDefault();
    if (name.trim() === '') return;
    const done = await onAdd({ name: name.trim(), label: label.trim() || name.trim(), type });
    if (done.ok) onClose();
    else setError(done.error);
  };
  const isField = what === 'field';
  return (
    <Modal opened onClose={onClose} title={isField ? `Add a field to ${to}` : 'Add an object'} size={420}>
      <form className={classes.form} onSubmit={(event) => void add(event)}>
        <TextInput
          data-autofocus
          label={isField ? 'API name' : 'Name'}
          description="As the target’s loader spells it."
          placeholder={isField ? 'Customer_Tier__c' : 'Project__c'}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-testid="add-name"
        />
        <TextInput
          label={isField ? 'Label' : 'Label, plural'}
          placeholder={isField ? 'Customer tier' : 'Projects'}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          data-testid="add-label"
        />
        {isField ? (
          <Select
            label="Type"
            data={FIELD_TYPES.filter(({ value }) => value !== 'lookup')}
            value={type}
            allowDeselect={false}
            onChange={(value) => setType(value ?? 'text')}
          />
        ) : null}
        {error ? <ErrorPanel compact error={error} /> : null}
        <div className={classes.decide}>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="primary"
            type="submit"
            disabled={name.trim() === ''}
            onClick={() => undefined}
            testId="add-ok"
          >
            {isField ? 'Add field' : 'Add object'}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
