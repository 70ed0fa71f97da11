import { Menu } from '@mantine/core';
import { transformSentence } from '@shared/clean/step-sentence';
import type { ValueTransform } from '@shared/clean/types';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { cx } from '../../base/format';
import { IconButton } from '../button';
import { focusWanted } from '../focus';
import { hasFields, TransformFields } from './transform-fields';
import { TRANSFORM_GROUPS, TRANSFORM_OFFERS, transformGap } from './transform-offers';
import classes from './transforms.module.css';

export interface TransformChainProps {
  readonly transforms: readonly ValueTransform[];
  readonly onChange: (transforms: readonly ValueTransform[]) => void;
  /** Which link is open at first; null = none. */
  readonly opened?: number | null;
  readonly testId?: string;
}

/** Transforms in the order they are applied: add, set, move (Alt and arrows), take away. */
export function TransformChain({ transforms, onChange, opened = null, testId }: TransformChainProps) {
  const [open, setOpen] = useState<number | null>(opened);
  const replace = (at: number, transform: ValueTransform) =>
    onChange(transforms.map((item, index) => (index === at ? transform : item)));
  const move = (from: number, to: number) => {
    const moved = transforms[from];
    if (!moved || to < 0 || to >= transforms.length) return;
    const others = transforms.filter((_, index) => index !== from);
    onChange([...others.slice(0, to), moved, ...others.slice(to)]);
    setOpen(open === from ? to : open);
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(at, event.key === 'ArrowUp' ? at - 1 : at + 1);
  };
  const add = (transform: ValueTransform, asks: boolean) => {
    onChange([...transforms, transform]);
    setOpen(asks ? transforms.length : null);
  };
  return (
    <div data-testid={testId}>
      {transforms.length > 0 ? (
        <ol className={classes.chain}>
          {transforms.map((transform, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place in the chain.
            <li key={`${at}:${transform.op}`} className={classes.link}>
              <Link
                transform={transform}
                open={open === at}
                first={at === 0}
                last={at === transforms.length - 1}
                onToggle={() => setOpen(open === at ? null : at)}
                onChange={(next) => replace(at, next)}
                onMove={(by) => move(at, at + by)}
                onRemove={() => {
                  onChange(transforms.filter((_, index) => index !== at));
                  setOpen(null);
                }}
                onKeyDown={(event) => onKeyDown(event, at)}
              />
            </li>
          ))}
        </ol>
      ) : null}
      <Menu position="bottom-start" withinPortal width={280}>
        <Menu.Target>
          <button type="button" className={classes.add} data-testid="add-transform">
            <IconPlus size={13} /> {transforms.length === 0 ? 'Choose what is done' : 'Then also'}
          </button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu ?? ''}>
          {TRANSFORM_GROUPS.map((group) => (
            <div key={group}>
              <Menu.Label>{group}</Menu.Label>
              {TRANSFORM_OFFERS.filter((offer) => offer.group === group).map((offer) => (
                <Menu.Item
                  key={offer.id}
                  onClick={() => add(offer.transform, offer.asks)}
                  data-testid={`transform-${offer.id}`}
                >
                  {offer.label}
                  {offer.asks ? ' …' : ''}
                </Menu.Item>
              ))}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

interface LinkProps {
  readonly transform: ValueTransform;
  readonly open: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onToggle: () => void;
  readonly onChange: (transform: ValueTransform) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Link({ transform, open, first, last, ...on }: LinkProps) {
  const sentence = transformSentence(transform);
  const gap = transformGap(transform);
  const settable = hasFields(transform);
  return (
    <>
      <div className={classes.linkHead}>
        <button
          type="button"
          className={classes.linkName}
          aria-expanded={settable ? open : undefined}
          onClick={settable ? on.onToggle : undefined}
          onKeyDown={on.onKeyDown}
          title={settable ? 'Set it; Alt and arrows move it' : 'Alt and arrows move it'}
          data-testid="transform-link"
        >
          {sentence}
        </button>
        {first ? null : (
          <IconButton
            label={`Move “${sentence}” up`}
            icon={<IconArrowUp size={13} />}
            onClick={() => on.onMove(-1)}
          />
        )}
        {last ? null : (
          <IconButton
            label={`Move “${sentence}” down`}
            icon={<IconArrowDown size={13} />}
            onClick={() => on.onMove(1)}
          />
        )}
        <IconButton
          label={`Take “${sentence}” away`}
          icon={<IconX size={13} />}
          onClick={on.onRemove}
          testId="transform-remove"
        />
      </div>
      {open && settable ? (
        <div ref={focusWanted} className={classes.linkBody}>
          <TransformFields transform={transform} onChange={on.onChange} />
        </div>
      ) : null}
      {gap !== null ? <p className={cx(classes.gap)}>{gap}</p> : null}
    </>
  );
}
