/** The number counted most often, of equally common ones the largest; 1 where nothing was counted. */
export function commonest(counts: ReadonlyMap<number, number>): number {
  let best = 1;
  for (const [number, count] of counts) {
    const most = counts.get(best) ?? 0;
    if (count > most || (count === most && number > best)) best = number;
  }
  return best;
}
