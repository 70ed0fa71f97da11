import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { type OfferContext, offersFor, type StepOffer } from './step-offers';

export interface ColumnMenuItemsProps {
  readonly context: OfferContext;
  readonly onPick: (offer: StepOffer) => void;
}

/** All that can be done with a column: what is usual for it at hand, the rest by group. */
export function ColumnMenuItems({ context, onPick }: ColumnMenuItemsProps) {
  const [usual, ...groups] = offersFor(context);
  const items = (offers: readonly StepOffer[]) =>
    offers.map((offer) => (
      <Menu.Item key={offer.id} onClick={() => onPick(offer)} data-testid={`offer-${offer.id}`}>
        {offer.label}
        {offer.opens === 'apply' ? '' : ' …'}
      </Menu.Item>
    ));
  return (
    <>
      <Menu.Label>{context.column.name}</Menu.Label>
      {usual ? items(usual.offers) : null}
      <Menu.Divider />
      {groups.map((group) => (
        <Fragment key={group.label}>
          <Menu.Sub>
            <Menu.Sub.Target>
              <Menu.Sub.Item data-testid={`offers-${group.label.split(' ')[0]?.toLowerCase()}`}>
                {group.label}
              </Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown>{items(group.offers)}</Menu.Sub.Dropdown>
          </Menu.Sub>
        </Fragment>
      ))}
    </>
  );
}
