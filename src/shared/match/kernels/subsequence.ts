/** Length of the longest common subsequence of two texts, in UTF-16 code units. Time grows with the product of lengths. */
export function longestCommonSubsequence(a: string, b: string): number {
  let above = new Uint32Array(b.length + 1);
  let row = new Uint32Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const unit = a.charCodeAt(i);
    for (let j = 0; j < b.length; j++)
      row[j + 1] = unit === b.charCodeAt(j) ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!);
    [above, row] = [row, above];
  }
  return above[b.length]!;
}

/** Share of the longer text that is common in this order, 0..1; two empty texts are equal (1). */
export function subsequenceSimilarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : longestCommonSubsequence(a, b) / longer;
}
