import { formatDates, formatPeriod } from '../../../format/calendar.ts'
import { missingEnd } from '../../../format/fiscal.ts'
import type { DeckConfig } from '../../../model/deck.ts'
import type { PlainTable } from '../../../model/source-file.ts'
import { missingPeriodEnd } from '../../diagnostics/data.ts'
import { unknownField, unknownTable } from '../../diagnostics/placeholders.ts'
import type { DeckContext } from '../deck-context.ts'
import type { Helper } from './helper-call.ts'
import { fields, type List, list, unknownValue, type Value } from './value.ts'

const periodHelper = (context: DeckContext): Helper => ({
  name: 'period',
  parameters: ['period'],
  options: ['style'],
  run(call) {
    const style = call.choice('style', ['label', 'long']) ?? 'label'
    const period = call.period(0, context)
    if (!period) return undefined
    return {
      kind: 'period',
      period: period.label,
      text: formatPeriod(period, context.data.config, style),
    }
  },
})

const datesHelper = (context: DeckContext): Helper => ({
  name: 'dates',
  parameters: ['period'],
  options: ['style'],
  run(call) {
    const style = call.choice('style', ['long', 'short', 'end']) ?? 'long'
    const period = call.period(0, context)
    if (!period) return undefined
    const { calendar, language } = context.data.config
    const unlisted = missingEnd(period, calendar)
    if (unlisted !== undefined) call.report(missingPeriodEnd(unlisted, call.placeOf(0)))
    return { kind: 'period', period: period.label, text: formatDates(period, language, style) }
  },
})

const labelHelper = (context: DeckContext): Helper => ({
  name: 'label',
  parameters: ['metric'],
  options: ['short'],
  run(call) {
    const short = call.flag('short') ?? false
    const metric = call.metric(0, context)
    return metric && { kind: 'text', text: short ? (metric.short ?? metric.label) : metric.label }
  },
})

/** Plain text of deck.yaml by the name it is written with there. */
export function deckFields(config: DeckConfig): ReadonlyMap<string, string> {
  const own: readonly (readonly [string, unknown])[] = [
    ...Object.entries(config.fields),
    ['company', config.company],
    ['short-name', config.shortName],
    ['title', config.title],
    ['date', config.date],
    ['date-text', config.dateText],
    ['speaker', config.speaker],
    ['address', config.address],
  ]
  return new Map(own.flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]])))
}

const fieldHelper = (context: DeckContext): Helper => ({
  name: 'field',
  parameters: ['name'],
  options: [],
  run(call) {
    const name = call.text(0)
    if (name === undefined) return undefined
    const known = deckFields(context.data.config)
    const text = known.get(name)
    if (text === undefined) return void call.report(unknownField(name, known.keys(), call.placeOf(0)))
    return { kind: 'text', text }
  },
})

const plainHelper: Helper = {
  name: 'plain',
  parameters: ['text'],
  options: [],
  run(call) {
    const text = call.text(0)
    return text === undefined ? undefined : { kind: 'plain', text }
  },
}

/** "Ownership (%)" is the field ownership. */
export const fieldName = (column: string): string =>
  column
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** A table of data/tables as a list of rows, each with a field a column. */
export function tableRows(table: PlainTable): List {
  const names = table.columns.map(fieldName)
  const row = (cells: readonly string[]): Value =>
    fields(
      Object.fromEntries(
        names.map((name, index) => {
          const text = cells[index] ?? ''
          return [name, text === '' ? '' : ({ kind: 'text', text } as const)]
        }),
      ),
    )
  return list(
    table.rows.map(({ cells }) => row(cells)),
    fields(Object.fromEntries(names.map((name) => [name, unknownValue]))),
  )
}

const tableHelper = (context: DeckContext): Helper => ({
  name: 'table',
  parameters: ['name'],
  options: [],
  run(call) {
    const name = call.text(0)
    const table = name === undefined ? undefined : context.data.tables.get(name)
    if (name !== undefined && !table) call.report(unknownTable(name, context.data.tables.keys(), call.placeOf(0)))
    return table && tableRows(table)
  },
})

/** Placeholders that print words: periods, labels, fields, marked text, rows of tables. */
export function wordHelpers(context: DeckContext): readonly Helper[] {
  return [
    periodHelper(context),
    datesHelper(context),
    labelHelper(context),
    fieldHelper(context),
    plainHelper,
    tableHelper(context),
  ]
}
