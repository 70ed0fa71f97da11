/** One line of a CSV file by RFC 4180, without its line end. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(csvCell).join();
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
