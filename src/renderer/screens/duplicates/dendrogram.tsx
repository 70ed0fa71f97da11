import type { Cluster, DendrogramStep } from '@shared/match/types';
import classes from './dendrogram.module.css';

const ROW = 18;
const WIDTH = 260;
const LEFT = 8;

interface Node {
  readonly members: readonly number[];
  readonly x: number;
  readonly y: number;
}

interface Line {
  readonly key: string;
  readonly d: string;
  readonly joined: boolean;
}

/** How the records were joined, step by step: the further right, the weaker the join; refused joins in grey. */
export function Dendrogram({
  cluster,
  order,
}: {
  readonly cluster: Cluster;
  readonly order: readonly number[];
}) {
  const { lines, cut } = layout(cluster.steps, order);
  const height = order.length * ROW + 10;
  return (
    <svg className={classes.tree} width={WIDTH} height={height} role="img" aria-label={spoken(cluster)}>
      {lines.map((line) => (
        <path key={line.key} d={line.d} className={line.joined ? classes.joined : classes.refused} />
      ))}
      {cut !== null ? <line className={classes.cut} x1={cut} x2={cut} y1={2} y2={height - 2} /> : null}
    </svg>
  );
}

function layout(
  steps: readonly DendrogramStep[],
  order: readonly number[],
): { lines: Line[]; cut: number | null } {
  const weights = steps.map((step) => step.weight);
  const top = Math.max(1, ...weights);
  const low = Math.min(0, ...weights);
  const x = (weight: number): number => LEFT + 30 + ((top - weight) / (top - low || 1)) * (WIDTH - 60);
  const nodes = new Map<string, Node>(
    order.map((member, row) => [String(member), { members: [member], x: LEFT, y: row * ROW + ROW / 2 + 4 }]),
  );
  const lines: Line[] = [];
  let cut: number | null = null;
  steps.forEach((step, index) => {
    const a = nodes.get(step.a.join());
    const b = nodes.get(step.b.join());
    if (!a || !b) return;
    const at = Math.max(x(step.weight), a.x + 6, b.x + 6);
    lines.push({
      key: `${index}`,
      d: `M${a.x} ${a.y}H${at}V${b.y}H${b.x}`,
      joined: step.joined,
    });
    if (!step.joined && cut === null) cut = at - 8;
    const members = [...step.a, ...step.b].sort((p, q) => p - q);
    nodes.set(members.join(), { members, x: at, y: (a.y + b.y) / 2 });
  });
  return { lines, cut };
}

function spoken(cluster: Cluster): string {
  const joined = cluster.steps.filter((step) => step.joined).length;
  const refused = cluster.steps.length - joined;
  return `${joined} ${joined === 1 ? 'join' : 'joins'} taken, ${refused} refused as too weak`;
}
