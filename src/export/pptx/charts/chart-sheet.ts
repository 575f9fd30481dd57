import { type Cell, sheetName } from '../../workbook/sheet.ts'
import { workbookFile } from '../../workbook/workbook-file.ts'
import type { Categories, NativeSeries, Sheet } from './chart-xml.ts'

const word = (text: string | undefined): Cell => (text === undefined || text === '' ? undefined : { text })

/** Where series and their labels stand: categories first, then a column a series, then columns of labels. */
export function sheetOf(title: string, categories: Categories, series: readonly NativeSeries[]): Sheet {
  const before = categories.groups ? 2 : 1
  const labelled = series.flatMap((one, index) => (one.labelTexts ? [index] : []))
  return {
    name: sheetName(title, []),
    categories,
    columnOf: (index) => before + 1 + index,
    labelColumnOf: (index) => before + 1 + series.length + labelled.indexOf(index),
  }
}

/** The workbook behind a chart: whoever edits it sees the chart move. */
export function chartWorkbook(
  sheet: Sheet,
  series: readonly NativeSeries[],
  { title, date }: { readonly title: string; readonly date: string },
): Buffer {
  const { labels, groups } = sheet.categories
  const labelled = series.filter(({ labelTexts }) => labelTexts !== undefined)
  const head: readonly Cell[] = [
    ...(groups ? [undefined] : []),
    undefined,
    ...series.map(({ name }) => word(name)),
    ...labelled.map(({ name }) => word(name)),
  ]
  const rows = labels.map((label, row): readonly Cell[] => [
    ...(groups ? [word(groups[row])] : []),
    word(label),
    ...series.map(({ values }): Cell => {
      const value = values[row]
      if (!value) return undefined
      const format = value.format === 'General' ? {} : { format: value.format }
      return value.formula === undefined
        ? { number: value.digits, ...format }
        : { formula: value.formula, result: value.digits, ...format }
    }),
    ...labelled.map(({ labelTexts }) => word(labelTexts?.[row])),
  ])
  const widths = head.map((_, index) => (index === 0 ? 24 : 14))
  return workbookFile({ title, date, sheets: [{ name: sheet.name, rows: [head, ...rows], widths }], names: [] })
}
