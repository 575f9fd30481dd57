import type { ChartModel } from '../model/chart.ts'
import { type FieldContent, type Inline, plainText, type Text, textsIn } from '../model/content.ts'
import type { Slide } from '../model/deck.ts'

/** A line of a slide: as it is read, and its words alone, with signs for figures and periods. */
export interface SlideLine {
  readonly where: 'title' | 'subtitle' | 'takeaway' | 'text' | 'table' | 'tile' | 'chart' | 'note'
  readonly text: string
  readonly words: string
  /** What it is printed from; of a chart's line none. */
  readonly runs?: readonly Inline[]
}

const wordsOf = (runs: readonly Inline[]): string =>
  runs
    .map((run) => (run.kind === 'figure' ? '#' : run.kind === 'period' ? '§' : plainText([run])))
    .join('')
    .replace(/\s+/g, ' ')

function line(where: SlideLine['where'], runs: readonly Inline[]): readonly SlideLine[] {
  const text = plainText(runs).trim()
  return text === '' ? [] : [{ where, text, words: wordsOf(runs), runs }]
}

const plain = (where: SlideLine['where'], text: string): readonly SlideLine[] =>
  text === '' ? [] : [{ where, text, words: text.replace(/[+−-]?\d[\d,.]*/g, '#') }]

/** The texts of a field of the front matter, lists and maps within it among them. */
function fieldTexts(field: FieldContent): readonly Text[] {
  if (field.kind === 'text') return [field.text]
  if (field.kind === 'list') return field.items.flatMap(fieldTexts)
  return field.kind === 'map' ? Object.values(field.entries).flatMap(fieldTexts) : []
}

/** Every line of a slide in reading order; of charts the titles and notes, of tables the rows. */
export function slideLines({
  title,
  subtitle,
  takeaway,
  lead,
  groups,
  visuals,
  fields,
  footnotes,
  notes,
}: Slide): readonly SlideLine[] {
  const texts = (list: readonly Text[], where: SlideLine['where']): readonly SlideLine[] =>
    list.flatMap(({ runs }) => line(where, runs))
  return [
    ...(title ? line('title', title.runs) : []),
    ...(subtitle ? line('subtitle', subtitle.runs) : []),
    ...texts(textsIn(lead), 'text'),
    ...groups.flatMap(({ heading, blocks }) => [...line('text', heading.runs), ...texts(textsIn(blocks), 'text')]),
    ...visuals.flatMap((visual): readonly SlideLine[] => {
      if (visual.kind === 'chart')
        return [visual.chart.title, ...visual.chart.notes].flatMap((text) => plain('chart', text))
      if (visual.kind === 'tiles')
        return visual.tiles.flatMap(({ label, period, value, change, note }) =>
          line('tile', [label, period, value, change, note].filter((part) => part.length > 0).flatMap(spaced)),
        )
      const { caption, columns, rows, notes: tableNotes } = visual.table
      return [
        ...(caption ? line('table', caption.runs) : []),
        ...line(
          'table',
          columns.flatMap(({ head = [], label, sub = [] }) =>
            [head, label, sub].filter((part) => part.length > 0).flatMap(spaced),
          ),
        ),
        ...rows.flatMap(({ label, cells }) => line('table', [label, ...cells.map(({ runs }) => runs)].flatMap(spaced))),
        ...texts(tableNotes, 'text'),
      ]
    }),
    ...texts(Object.values(fields).flatMap(fieldTexts), 'text'),
    ...(takeaway ? line('takeaway', takeaway.runs) : []),
    ...texts(footnotes, 'text'),
    ...texts(textsIn(notes), 'note'),
  ]
}

const spaced = (runs: readonly Inline[]): readonly Inline[] => [...runs, { kind: 'text', text: ' ' }]

const unitOf = ({ unit }: ChartModel): string => (unit === '' ? '' : ` (${unit})`)

/** The marks of a chart's series, by the names of series in the order in which they are drawn: "1Q08 100, 2Q08 120". */
function seriesWords({ series, categories, panels }: ChartModel): readonly (readonly [name: string, words: string])[] {
  const own = series.map(({ label, marks }) => {
    const texts = categories.map(({ label: at }, index) => `${at} ${marks[index]?.tip.value ?? '–'}`)
    return [label, texts.join(', ')] as const
  })
  return [...own, ...(panels ?? []).flatMap(seriesWords)]
}

/** What a chart is of: its type, its series and its periods, and by the name of each series what it shows. */
export function chartWords({ visuals }: Slide): ReadonlyMap<string, string> {
  return new Map(
    visuals.flatMap((visual): readonly (readonly [string, string])[] => {
      if (visual.kind !== 'chart') return []
      const { type, series, categories } = visual.chart
      const words = `${type} of ${series.map(({ label }) => label).join(', ')}${unitOf(visual.chart)}, ${categories.length} columns`
      return [
        [visual.id, words],
        ...seriesWords(visual.chart).map(([name, shown]) => [`${visual.id} ${name}`, shown] as const),
      ]
    }),
  )
}

/** The charts of a slide in words, a line for each and one for each of its series. */
export const chartLines = (slide: Slide): readonly SlideLine[] =>
  [...chartWords(slide)].map(([name, words]) => {
    const series = name.slice(name.indexOf(' ') + 1) // ids of charts have no blanks
    const text = name.includes(' ') ? `${series}: ${words}` : words
    return { where: 'chart', text, words: text }
  })
