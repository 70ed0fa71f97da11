/** Gives names no column has yet: `City`, else `City 2`, `City 3` … Every name is given once. */
export function freeNames(columns: readonly string[]): (wanted: string) => string {
  const taken = new Set(columns);
  return (wanted) => {
    let name = wanted;
    for (let at = 2; taken.has(name); at++) name = `${wanted} ${at}`;
    taken.add(name);
    return name;
  };
}
