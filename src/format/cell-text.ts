/**
 * Whether a spreadsheet program would run the text: it begins as a formula does (in full width too, which Japanese ones take)
 * and is no number.
 */
export const isFormula = (text: string): boolean =>
  /^\s*[=@＝＠]|^[\t\r]|^\s*[+\-＋－](?!\s?\p{Sc}?\s?[\d.,'’\u00a0\u202f]+\s?(?:%|\p{L}{0,6})?$)/u.test(text)

/** Text that a spreadsheet program would run stays text; numbers are as they were. */
export const defused = (text: string): string => (isFormula(text) ? `'${text}` : text)

interface Separators {
  readonly cell: string
  readonly line: string
}

/** As RFC 4180 has it. */
const comma: Separators = { cell: ',', line: '\r\n' }

/** Rows of cells as text: quoted where needed, formulas defused. */
export function separatedText(rows: readonly (readonly string[])[], { cell, line }: Separators = comma): string {
  const written = (text: string): string => {
    const plain = defused(text)
    return plain.includes(cell) || /["\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
  }
  return rows.map((cells) => `${cells.map(written).join(cell)}${line}`).join('')
}
