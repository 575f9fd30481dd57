/** Text that a spreadsheet would run stays text. */
function csvCell(text: string): string {
  const isNumber = /^[-+−]?[\d.,]+%?$/.test(text)
  const plain = /^[=+\-−@\t\r]/.test(text) && !isNumber ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Rows of cells as CSV. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('')
