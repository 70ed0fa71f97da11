/** How the records of a cluster are grouped while a person decides; pure, so that it can be tested without a window. */
export interface Partition {
  /** Group number per member, in member order. Equal = one thing. */
  readonly groups: readonly number[];
}

/** The suggested grouping, numbered in order of first appearance. */
export function suggestedPartition(groupOfMember: readonly number[]): Partition {
  const numbers = new Map<number, number>();
  return {
    groups: groupOfMember.map((group) => {
      const known = numbers.get(group);
      if (known !== undefined) return known;
      numbers.set(group, numbers.size);
      return numbers.size - 1;
    }),
  };
}

/** The largest group: what "the group" means when a record is taken out or put back. */
export function mainGroup({ groups }: Partition): number {
  const size = new Map<number, number>();
  for (const group of groups) size.set(group, (size.get(group) ?? 0) + 1);
  return [...size].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 0;
}

/** Takes a member out of the main group to stand alone, or puts it back. */
export function toggleMember(partition: Partition, member: number): Partition {
  const main = mainGroup(partition);
  const alone = Math.max(-1, ...partition.groups) + 1;
  const inside = partition.groups[member] === main;
  const groups = partition.groups.map((group, index) => (index === member ? (inside ? alone : main) : group));
  return suggestedPartition(groups);
}

/** Everything together. */
export function together(members: number): Partition {
  return { groups: new Array<number>(members).fill(0) };
}

/** Everything apart. */
export function apart(members: number): Partition {
  return { groups: Array.from({ length: members }, (_, index) => index) };
}

/** Member indices by group, in group order. */
export function membersByGroup({ groups }: Partition): readonly (readonly number[])[] {
  const out: number[][] = [];
  groups.forEach((group, member) => {
    out[group] ??= [];
    out[group].push(member);
  });
  return out.filter((group) => group !== undefined);
}

/** What the journal calls this grouping. */
export function verdictOf(partition: Partition): 'merge' | 'separate' | 'split' {
  const groups = membersByGroup(partition);
  if (groups.length === 1) return 'merge';
  return groups.every((group) => group.length === 1) ? 'separate' : 'split';
}

/** The words on the primary button: "Merge 3, keep 9902 apart". */
export function actionLabel(partition: Partition, names: readonly string[]): string {
  const groups = membersByGroup(partition);
  const joined = groups.filter((group) => group.length > 1);
  const alone = groups.filter((group) => group.length === 1).flat();
  if (joined.length === 0) return 'Keep all apart';
  const merge = joined.map((group) => group.length).join(' and ');
  if (alone.length === 0)
    return joined.length === 1 ? `Merge ${merge}` : `Merge as ${joined.length}: ${merge}`;
  const rest = alone.length === 1 ? (names[alone[0]!] ?? 'one') : `${alone.length}`;
  return `Merge ${merge}, keep ${rest} apart`;
}

/** A letter per member whose group has company, where more than one group has; null for everybody else. */
export function groupLetters(partition: Partition): readonly (string | null)[] {
  const joined = membersByGroup(partition).filter((group) => group.length > 1);
  if (joined.length < 2) return partition.groups.map(() => null);
  const letter = new Map(
    joined.flatMap((group, at) => group.map((member) => [member, letterOf(at)] as const)),
  );
  return partition.groups.map((_, member) => letter.get(member) ?? null);
}

/** A, B, … Z, 27, 28, … */
function letterOf(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : String(at + 1);
}

/** The grouping that groups of records make of the members, in member order. */
export function partitionOf(members: readonly number[], groups: readonly (readonly number[])[]): Partition {
  const number = new Map(groups.flatMap((group, at) => group.map((record) => [record, at] as const)));
  return suggestedPartition(members.map((member, at) => number.get(member) ?? groups.length + at));
}
