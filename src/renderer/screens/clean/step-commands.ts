import { type OfferContext, offersFor, type StepOffer } from './step-offers';

/** Every offer for a column once, with the column in its words: `City: Trim blanks`. */
export function stepsAsCommands(
  context: OfferContext,
): readonly { readonly offer: StepOffer; readonly label: string }[] {
  const seen = new Map<string, StepOffer>();
  for (const group of offersFor(context))
    for (const offer of group.offers) if (!seen.has(offer.id)) seen.set(offer.id, offer);
  return [...seen.values()].map((offer) => ({ offer, label: `${context.column.name}: ${offer.label}` }));
}
