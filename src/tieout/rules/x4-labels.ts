import type { ChartModel, ChartText } from '../../model/chart.ts'
import { plainText, type Tile } from '../../model/content.ts'
import { chartsOf, type Slide, type TableModel } from '../../model/deck.ts'
import type { Place } from '../../model/source-file.ts'
import type { Finding } from '../finding.ts'
import { finding, type Rule } from '../rule.ts'

/** What a visual prints under a label: texts in a fixed order, "" where there is nothing. */
interface Labelled {
  readonly label: string
  readonly texts: readonly string[]
}

/** The first two texts that differ where both visuals have one. */
function differing(a: Labelled, b: Labelled): readonly [string, string] | undefined {
  const index = a.texts.findIndex((text, at) => text !== '' && b.texts[at] !== '' && b.texts[at] !== text)
  return index < 0 ? undefined : [a.texts[index] ?? '', b.texts[index] ?? '']
}

function clashes(items: readonly Labelled[]): readonly string[] {
  return items.flatMap((item, index) => {
    const other = items.slice(0, index).find(({ label }) => label !== '' && label === item.label)
    const values = other && differing(other, item)
    return values ? [`"${item.label}" is ${values[0]} and ${values[1]}`] : []
  })
}

const textOf = (mark: ChartText | null | undefined): string => mark?.text ?? ''

/** What a field of dots counts its parts against, which it names beside them. */
const countedAgainst = ({ own, totals = [] }: ChartModel): readonly Labelled[] =>
  typeof own?.name === 'string' && totals[0] ? [{ label: own.name, texts: [textOf(totals[0])] }] : []

function chartClashes(chart: ChartModel, rounding: string): readonly string[] {
  const { series, categories, panels = [] } = chart
  const isRounding = (index: number): boolean =>
    categories[index]?.label === rounding && series.every(({ marks }) => !marks[index]?.fact)
  // Beside items in no group a heading is a bracket round some: all their names stand in one column.
  const isOneColumn = categories.some(({ group }) => group === undefined)
  const columns = categories.flatMap(({ label: whole, group }, index) => {
    const label = isOneColumn ? (group?.name ?? whole) : whole
    return isRounding(index) ? [] : [{ label, texts: series.map(({ marks }) => textOf(marks[index])) }]
  })
  const parts = series.map(({ label, marks }) => ({ label, texts: marks.map(textOf) }))
  const rows = [...parts, ...countedAgainst(chart)]
  const titled = panels.map((panel) => ({
    label: panel.title,
    texts: panel.series.flatMap(({ marks }) => marks.map(textOf)),
  }))
  return [
    ...clashes(columns),
    ...clashes(rows),
    ...clashes(titled),
    ...panels.flatMap((each) => chartClashes(each, rounding)),
  ]
}

/** Columns of figures; changes and shares stand beside the figures that they are of, so their heads repeat. */
function tableClashes({ columns, rows }: TableModel): readonly string[] {
  const labelled = columns.flatMap(({ kind, head = [], label, sub = [] }, index) =>
    kind === 'figure'
      ? [
          {
            label: [head, label, sub].map(plainText).join(' ').trim(),
            texts: rows.map(({ cells }) => plainText(cells[index - 1]?.runs ?? [])),
          },
        ]
      : [],
  )
  return clashes(labelled)
}

const tileClashes = (tiles: readonly Tile[]): readonly string[] =>
  clashes(
    tiles.map(({ label, period, value, note }) => ({
      label: [label, period, note].map(plainText).join(' ').trim(),
      texts: [plainText(value)],
    })),
  )

interface Visual {
  readonly id: string
  readonly place: Place
  readonly found: readonly string[]
}

function visualsOf(slide: Slide, rounding: string): readonly Visual[] {
  const charts = chartsOf(slide).map(({ chart, place }) => ({
    id: chart.id,
    place,
    found: chartClashes(chart, rounding),
  }))
  const others = slide.visuals.flatMap((visual): readonly Visual[] => {
    if (visual.kind === 'table')
      return [{ id: visual.id, place: visual.table.place, found: tableClashes(visual.table) }]
    const place = visual.kind === 'tiles' ? visual.tiles[0]?.place : undefined
    return visual.kind === 'tiles' && place ? [{ id: visual.id, place, found: tileClashes(visual.tiles) }] : []
  })
  return [...charts, ...others]
}

export const x4: Rule = {
  id: 'X4',
  title: 'one label of a visual has one value',
  check: ({ deck }) =>
    deck.slides.flatMap((slide) =>
      visualsOf(slide, deck.config.language.charts.rounding).flatMap(({ id, place, found }): readonly Finding[] => {
        const about = { slide: slide.id, place, facts: [] }
        if (found.length === 0) return [finding('X4', 'ticked', { ...about, message: `labels of ${id} differ` })]
        return found.map((clash) =>
          finding('X4', 'error', {
            ...about,
            message: `ambiguous label in ${id}: ${clash}`,
            hint: 'Give each of the two a label that says what it is.',
          }),
        )
      }),
    ),
}
