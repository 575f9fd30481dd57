import type { SourceFile } from '../../src/model/source-file.ts'
import { type FigureCell, figureCells } from './cells.ts'
import { type Mutation, textFiles } from './mutation.ts'

const replace = (kind: string, { path, start, end }: FigureCell, text: string): Mutation => ({
  kind,
  path,
  start,
  end,
  text,
})
const quoted = (value: string): string => (value.includes(',') ? `"${value}"` : value)
const plain = (value: string): string => value.replaceAll(',', '')

/** The value with another one, in as many decimals as it was written. */
function scaledBy(value: string, factor: number): string {
  const decimals = plain(value).split('.')[1]?.length ?? 0
  return (Number(plain(value)) * factor).toFixed(decimals)
}

const many = ({ value }: FigureCell): boolean => plain(value).replace(/\D/g, '').length >= 3
const isLevel = ({ measure }: FigureCell): boolean => measure === 'value'
const isGrowth = ({ measure }: FigureCell): boolean => measure === 'yoy' || measure === 'qoq'

/** The next figure of the same row, for faults of two cells. */
function neighbour(cell: FigureCell, cells: readonly FigureCell[]): FigureCell | undefined {
  return cells.find((other) => other.path === cell.path && other.line === cell.line && other.column > cell.column)
}

function transposed(value: string): string | undefined {
  const digits = plain(value)
  for (let at = 0; at < digits.length - 1; at++) {
    const [a = '', b = ''] = [digits[at], digits[at + 1]]
    if (a !== b && /\d\d/.test(a + b) && !(at === 0 && b === '0'))
      return digits.slice(0, at) + b + a + digits.slice(at + 2)
  }
  return undefined
}

/** Faults that a person makes in data/figures. */
export function dataMutations(files: readonly SourceFile[]): readonly Mutation[] {
  const sources = textFiles(files, 'data/figures/', '.csv')
  const cells = sources.flatMap(({ path, text }) => figureCells(path, text))
  const texts = new Map(sources.map(({ path, text }) => [path, text]))
  return cells.flatMap((cell): readonly Mutation[] => {
    const value = plain(cell.value)
    const found: Mutation[] = []
    if (many(cell)) found.push(replace('drop a digit', cell, value.slice(0, 1) + value.slice(2)))
    const turned = many(cell) ? transposed(cell.value) : undefined
    if (turned) found.push(replace('exchange two digits', cell, turned))
    const other = neighbour(cell, cells)
    if (other && other.value !== cell.value) {
      const between = texts.get(cell.path)?.slice(cell.end, other.start) ?? ''
      found.push({
        kind: 'swap two figures',
        path: cell.path,
        start: cell.start,
        end: other.end,
        text: `${quoted(other.value)}${between}${quoted(cell.value)}`,
      })
    }
    if (isLevel(cell) && many(cell)) {
      found.push(replace('break a total', cell, scaledBy(cell.value, 1.04)))
      found.push(replace('slip the scale ×10', cell, scaledBy(cell.value, 10)))
      found.push(replace('slip the scale ÷1000', cell, scaledBy(cell.value, 0.001)))
    }
    if (isLevel(cell) && /07$|2008-03-31$/.test(cell.period) && many(cell))
      found.push(replace('restate a comparative', cell, scaledBy(cell.value, 0.97)))
    if (Number(value) !== 0)
      found.push(replace('flip a sign', cell, value.startsWith('-') ? value.slice(1) : `-${value}`))
    if (isGrowth(cell)) found.push(replace('move a growth rate', cell, (Number(value) + 0.4).toFixed(1)))
    return found
  })
}

/** Points that a row calls per cent. */
export function unitMutations(files: readonly SourceFile[]): readonly Mutation[] {
  return textFiles(files, 'data/figures/', '.csv').flatMap(({ path, text }) =>
    [...text.matchAll(/,points,/g)].map(
      (match): Mutation => ({
        kind: 'turn points into per cent (data)',
        path,
        start: match.index,
        end: match.index + match[0].length,
        text: ',%,',
      }),
    ),
  )
}
