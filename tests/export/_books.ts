import { join } from 'node:path'
import type { BookInput } from '../../src/export/databook/book.ts'
import type { Edition } from '../../src/model/deck.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { picturesOf } from '../../src/project/pictures.ts'
import { zipReader } from '../../src/project/workbook/zip.ts'
import { compile } from '../compile.ts'
import { anyLetter } from '../golden/_decks.ts'

/** What a data book of a deck is made from. */
export function bookInput(files: readonly SourceFile[], edition: Edition): BookInput {
  const { deck, evidence, diagnostics } = compile(files, {
    edition,
    fonts: anyLetter,
    pictures: picturesOf(join(import.meta.dirname, '../..')),
  })
  if (!deck || !evidence) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return { deck, data: evidence.data, facts: evidence.facts }
}

interface WrittenCell {
  readonly formula?: string
  readonly value: number
}

const plain = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[String(name)] ?? "'")

/** The numbers and formulas of a workbook's file by "Sheet!A1", and what its names stand for. */
export function writtenCells(file: Buffer): {
  readonly cells: ReadonlyMap<string, WrittenCell>
  readonly names: ReadonlyMap<string, string>
} {
  const read = zipReader(file)
  const workbook = read('xl/workbook.xml')
  const cells = new Map<string, WrittenCell>()
  for (const [, name = '', number = ''] of workbook.matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g))
    for (const [, at = '', formula, value] of read(`xl/worksheets/sheet${number}.xml`).matchAll(
      /<c r="([A-Z]+\d+)"[^>]*>(?:<f>([^<]*)<\/f>)?<v>([^<]*)<\/v>/g,
    ))
      cells.set(`${plain(name)}!${at}`, {
        value: Number(value),
        ...(formula !== undefined && { formula: plain(formula) }),
      })
  const defined = workbook.matchAll(/<definedName name="([^"]*)">([^<]*)<\/definedName>/g)
  const names = new Map(
    [...defined].map(([, name = '', at = '']) => {
      const [, sheet = '', cell = ''] = /^'(.*)'!(.*)$/.exec(plain(at)) ?? []
      return [name, `${sheet.replaceAll("''", "'")}!${cell.replaceAll('$', '')}`] as const
    }),
  )
  return { cells, names }
}

/** What a formula gives, reckoned by JavaScript: names are looked up, formulas behind them reckoned first. */
export function recalculated(
  file: Buffer,
): readonly { readonly at: string; readonly value: number; readonly result: number }[] {
  const { cells, names } = writtenCells(file)
  const valueAt = (at: string): number => {
    const cell = cells.get(at)
    if (!cell) throw new Error(`no number at ${at}`)
    if (cell.formula === undefined) return cell.value
    const script = cell.formula
      .replace(/[\p{L}_][\p{L}\p{N}._]*/gu, (name) =>
        name === 'ROUND' ? name : `(${valueAt(names.get(name) ?? name)})`,
      )
      .replaceAll('^', '**')
    const round = (value: number, places: number): number =>
      (Math.sign(value) * Math.round(Math.abs(value) * 10 ** places + 1e-9)) / 10 ** places
    return Number(new Function('ROUND', `return ${script}`)(round))
  }
  return [...cells].flatMap(([at, { formula, value }]) =>
    formula === undefined ? [] : [{ at, value, result: valueAt(at) }],
  )
}
