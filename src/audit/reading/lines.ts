import type { Lexicon } from '../words/lexicon.ts'

const blank = (match: string): string => ' '.repeat(match.length)

/**
 * The line with markup blanked out and full-width forms narrowed, character for character: columns stay those of
 * the source. List tags become bullets, so that a list inside a table cell can be recognised.
 */
function maskLine(line: string, { numbers }: Lexicon): string {
  return line
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2002-\u200a\u202f\u3000]/g, ' ')
    .replace(/[−‒]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(numbers.bracketsInAmount, '-$1$2$3 ') // of the same length, for the columns of what follows
    .replace(numbers.bracketsInRate, '($1$2)')
    .replace(/&nbsp;/g, blank)
    .replace(/&amp;/g, '&    ')
    .replace(/<br\s*\/?>/gi, (match) => ';'.padEnd(match.length))
    .replace(/<(?:https?:\/\/|mailto:)[^>]*>/g, blank)
    .replace(/https?:\/\/\S+|\b[\w.-]+@[\w-]+\.\w[\w.]*/g, blank)
    .replace(/\+\d{1,3}(?:[\s-]\(?\d{1,4}\)?){2,}|\b0\d{1,4}-\d{2,4}-\d{3,4}\b/g, blank)
    .replace(/<\/?[a-zA-Z][^<>]*>/g, blank)
    .replace(/\*\*|__|`/g, blank)
}

export interface TextLine {
  readonly number: number // 1-based
  readonly kind: 'blank' | 'break' | 'heading' | 'table' | 'bullet' | 'text'
  /** Masked text of the whole line: columns are those of the source. */
  readonly text: string
  /** Where the content starts, after indent, marks of bullets, headings and quotes. */
  readonly start: number
  readonly indent: number
  /** Bullet mark, or the number of # of a heading. */
  readonly mark: string
}

const bullet = /^(\s*)((?:(?:[-*+•◆◇■□●○▪‣⁃–➤➔▶✓✔→·]|\(?\d{1,2}\))\s+)+|[•◆◇■□●○▪➤➔▶✓✔]\s*)/u
const heading = /^\s{0,3}(#{1,6})\s+/
const numbered = /^\s*(?:-\s?)?\d{0,2}\.\s+(?=\S)/
const rule = /^\s*(?:-{3,}|={3,}|\*{3,}|_{3,})\s*$/
const gapTable = /\S(?:\s{2,}|\t)\s*[-+(△$¥€£]?\s?\d/

const cellsOf = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s{2,}|\t+/)
    .filter((cell) => cell !== '')

/** A line of a table without rules: a label and two or more numbers, two or more spaces apart. */
export function isGapRow(text: string, { numbers, words }: Lexicon): boolean {
  const isNumeric = (cell: string): boolean => numbers.plainCell.test(cell)
  if (!gapTable.test(text) || text.includes('|')) return false
  const cells = cellsOf(text)
  return (
    cells.length >= 3 &&
    cells.slice(1).filter(isNumeric).length >= 2 &&
    cells.slice(1).every((cell) => isNumeric(cell) || words.phrase('notMeaningful').test(cell))
  )
}

function readLine(raw: string, number: number, lexicon: Lexicon): TextLine {
  const text = maskLine(raw, lexicon)
  const indent = text.length - text.trimStart().length
  const line = (kind: TextLine['kind'], start: number, mark = ''): TextLine => ({
    number,
    kind,
    text,
    start,
    indent,
    mark,
  })
  if (raw.includes('\f') || rule.test(text) || lexicon.words.phrase('pageMark').test(text)) return line('break', indent)
  if (text.trim() === '') return line('blank', 0)
  const hashes = heading.exec(text)
  if (hashes) return line('heading', hashes[0].length, hashes[1])
  if (/^\s*\|/.test(text) || (text.match(/\|/g)?.length ?? 0) >= 2 || isGapRow(text, lexicon))
    return line('table', indent)
  const mark = bullet.exec(text)
  if (mark) {
    const glyphs = mark[2]?.trim().split(/\s+/) ?? []
    return line('bullet', mark[0].length, glyphs.at(-1) ?? '-')
  }
  const quote = /^\s*>\s+/.exec(text)
  return line('text', quote ? quote[0].length : indent)
}

/** "-12. New services" opens a slide; in a run of numbered lines the same form is a list. */
function withNumbered(lines: readonly TextLine[]): readonly TextLine[] {
  const near = (at: number, step: number): TextLine | undefined => {
    for (let index = at + step; index >= 0 && index < lines.length; index += step)
      if (lines[index]?.kind !== 'blank') return lines[index]
    return undefined
  }
  return lines.map((line, index) => {
    const mark = numbered.exec(line.text)
    if (!mark || line.kind === 'table' || line.kind === 'heading' || line.text.trim().length > 110) return line
    const isList = [near(index, -1), near(index, 1)].some((other) => other && numbered.test(other.text))
    return { ...line, kind: isList ? 'bullet' : 'heading', start: mark[0].length, mark: isList ? '1.' : '##' }
  })
}

/** The lines of a presentation, each with the kind that its form shows. */
export function readLines(text: string, lexicon: Lexicon): readonly TextLine[] {
  return withNumbered(text.split(/\r\n|\n|\r/).map((raw, index) => readLine(raw, index + 1, lexicon)))
}
