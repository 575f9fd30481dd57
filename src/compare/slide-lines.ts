import { type Inline, plainText, type Text, textsIn } from '../model/content.ts'
import type { Slide } from '../model/deck.ts'

/** A line of a slide: as it is read, and its words alone, with signs for figures and periods. */
export interface SlideLine {
  readonly where: 'title' | 'subtitle' | 'takeaway' | 'text' | 'table' | 'tile' | 'chart' | 'note'
  readonly text: string
  readonly words: string
}

const wordsOf = (runs: readonly Inline[]): string =>
  runs
    .map((run) => (run.kind === 'figure' ? '#' : run.kind === 'period' ? '§' : plainText([run])))
    .join('')
    .replace(/\s+/g, ' ')

function line(where: SlideLine['where'], runs: readonly Inline[]): readonly SlideLine[] {
  const text = plainText(runs).trim()
  return text === '' ? [] : [{ where, text, words: wordsOf(runs) }]
}

const plain = (where: SlideLine['where'], text: string): readonly SlideLine[] =>
  text === '' ? [] : [{ where, text, words: text.replace(/[+−-]?\d[\d,.]*/g, '#') }]

/** Every line of a slide in reading order; of charts the titles and notes, of tables the rows. */
export function slideLines({ title, subtitle, takeaway, lead, groups, visuals, notes }: Slide): readonly SlideLine[] {
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
      const { caption, columns, rows } = visual.table
      return [
        ...(caption ? line('table', caption.runs) : []),
        ...line(
          'table',
          columns.flatMap(({ label }) => spaced(label)),
        ),
        ...rows.flatMap(({ label, cells }) => line('table', [label, ...cells.map(({ runs }) => runs)].flatMap(spaced))),
      ]
    }),
    ...(takeaway ? line('takeaway', takeaway.runs) : []),
    ...texts(textsIn(notes), 'note'),
  ]
}

const spaced = (runs: readonly Inline[]): readonly Inline[] => [...runs, { kind: 'text', text: ' ' }]

/** What a chart is of: its type, its series and how many periods; its numbers are figures of the deck. */
export function chartWords({ visuals }: Slide): ReadonlyMap<string, string> {
  return new Map(
    visuals.flatMap((visual) => {
      if (visual.kind !== 'chart') return []
      const { type, series, categories, unit } = visual.chart
      const words = `${type} of ${series.map(({ label }) => label).join(', ')} (${unit}), ${categories.length} columns`
      return [[visual.id, words] as const]
    }),
  )
}

/** The charts of a slide in words, a line each. */
export const chartLines = (slide: Slide): readonly SlideLine[] =>
  [...chartWords(slide).values()].map((text) => ({ where: 'chart', text, words: text }))
