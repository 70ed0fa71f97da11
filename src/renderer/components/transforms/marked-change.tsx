import classes from './transforms.module.css';

export interface MarkedChangeProps {
  readonly from: string;
  readonly to: string;
  /** Which of the two texts is shown. */
  readonly show: 'from' | 'to';
}

/** One of two texts with what differs from the other marked; blanks at the ends are shown as such. */
export function MarkedChange({ from, to, show }: MarkedChangeProps) {
  const text = show === 'from' ? from : to;
  if (text === '') return <i className="soft">empty</i>;
  const seen = visible(text);
  if (from === to) return <span className={classes.text}>{seen}</span>;
  const [start, end] = differingPart(from, to, show);
  return (
    <span className={classes.text}>
      {seen.slice(0, start)}
      {start < end ? <mark className={classes.mark}>{seen.slice(start, end)}</mark> : null}
      {seen.slice(end)}
    </span>
  );
}

/** The range of one text that differs from the other: what is left between their common beginning and end. */
export function differingPart(from: string, to: string, show: 'from' | 'to'): readonly [number, number] {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  let tail = 0;
  while (tail < shorter - start && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  return [start, (show === 'from' ? from : to).length - tail];
}

/** Blanks at the ends and doubled ones, tabs and line breaks would not be seen: they stand as signs, one for one. */
export function visible(text: string): string {
  if (!/^\s|\s$|\s{2}|[\t\r\n\u00a0\u200b-\u200f\ufeff]/.test(text)) return text;
  return text
    .replace(/[\r\n]/g, '⏎')
    .replace(/\t/g, '⇥')
    .replace(/[\u200b-\u200f\ufeff]/g, '◦')
    .replace(/\u00a0/g, '⍽')
    .replace(/^ +| +$| {2,}/g, (blanks) => '·'.repeat(blanks.length));
}
