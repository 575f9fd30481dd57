import { chartsOf, type BoundDeck as Deck } from '../../src/model/deck.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { cellsOf, figureCells } from './cells.ts'
import { type Mutation, type TextFile, textFiles } from './mutation.ts'

/** The figures that are parts of printed totals, as "metric@period". */
function partsOfTotals(deck: Deck): ReadonlySet<string> {
  const charts = deck.slides.flatMap(chartsOf).filter(({ chart }) => chart.totals?.some((total) => total?.text))
  const marks = charts.flatMap(({ chart }) => chart.series.flatMap((series) => series.marks))
  return new Set(marks.flatMap((mark) => mark?.fact ?? []))
}

/**
 * A part of a printed total whose figure is lost: the stack would be drawn without it. A ratio of two line items is computed
 * from these then, and stays as it was.
 */
function lostParts(files: readonly SourceFile[], deck: Deck): readonly Mutation[] {
  const parts = partsOfTotals(deck)
  const isComputed = (metric: string): boolean => deck.data.metrics.get(metric)?.definition?.kind === 'ratio'
  return textFiles(files, 'data/figures/', '.csv').flatMap(({ path, text }) =>
    figureCells(path, text)
      .filter(
        ({ metric, period, measure, scenario }) =>
          measure === 'value' && scenario === '' && parts.has(`${metric}@${period}`) && !isComputed(metric),
      )
      .map(({ start, end }): Mutation => ({ kind: 'lose a part of a printed total', path, start, end, text: '' })),
  )
}

interface Label {
  readonly text: string
  /** Of a tile, which prints it beside the label. */
  readonly period: string
  readonly start: number
  readonly end: number
}

/** The labels of the items in a fenced block. */
function labelsIn(block: string, at: number): readonly Label[] {
  return [...block.matchAll(/label: ('[^'\n]*'|"[^"\n]*"|[^'",}\n]+)(?=[,}])/g)].map((match) => {
    const start = at + match.index + 'label: '.length
    const line = block.slice(block.lastIndexOf('\n', match.index) + 1).split('\n', 1)[0] ?? ''
    const period = block.startsWith('```tiles') ? (/period: ([^,}]+)/.exec(line)?.[1] ?? '') : ''
    return { text: match[1] ?? '', period, start, end: start + (match[1] ?? '').length }
  })
}

/** Two items of one visual under one label: a copied line of which only the metric was changed. */
function sharedLabels({ path, text }: TextFile): readonly Mutation[] {
  return [...text.matchAll(/^```(?:chart|tiles)\n[\s\S]*?^```/gm)].flatMap((block) => {
    const labels = labelsIn(block[0], block.index)
    return labels.flatMap((label, index): readonly Mutation[] => {
      const before = labels[index - 1]
      if (!before || before.text === label.text || before.period !== label.period) return []
      return [{ kind: 'give two items one label', path, start: label.start, end: label.end, text: before.text }]
    })
  })
}

/** A row of a second document that says something else of a figure, and does not say why. */
function otherVintages({ path, text }: TextFile, documents: readonly string[]): readonly Mutation[] {
  const cells = cellsOf(text)
  const sourceColumn = cells.find(({ line, value }) => line === 0 && value === 'source')?.column
  const lines = text.split('\n')
  return figureCells(path, text).flatMap((cell): readonly Mutation[] => {
    const source = cells.find(({ line, column }) => line === cell.line && column === sourceColumn)
    const other = documents.find((document) => !source?.value.includes(document))
    if (!source || source.value === '' || other === undefined) return []
    const start = lines.slice(0, cell.line).join('\n').length + (cell.line > 0 ? 1 : 0)
    const end = start + (lines[cell.line] ?? '').length
    const digits = cell.value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 5) % 10))
    const value = digits.includes(',') ? `"${digits}"` : digits
    const parts = [
      [cell, value],
      [source, other],
    ] as const
    const row = parts
      .toSorted(([a], [b]) => b.start - a.start)
      .reduce(
        (line, [part, words]) => line.slice(0, part.start - start) + words + line.slice(part.end - start),
        lines[cell.line] ?? '',
      )
    return [{ kind: 'let a second document differ', path, start: end, end, text: `\n${row}` }]
  })
}

/** Faults of charts and tiles (X3, X4), and of figures that two documents state (V1). */
export function visualMutations(files: readonly SourceFile[], deck: Deck): readonly Mutation[] {
  const documents = [...deck.data.documents.keys()]
  return [
    ...lostParts(files, deck),
    ...textFiles(files, 'slides/', '.md').flatMap(sharedLabels),
    ...textFiles(files, 'data/figures/', '.csv').flatMap((file) => otherVintages(file, documents)),
  ]
}
