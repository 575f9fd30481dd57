import { chartTitleSize, unitBeside } from '../../../charts/chart-types.ts'
import { linesIn, estimatedTypesetter as typesetter } from '../../../charts/layout/letters.ts'
import type { ChartModel } from '../../../model/chart.ts'
import type { Box } from '../../../model/deck.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { chartTitleTooLong } from '../../diagnostics/chart-room.ts'
import { classesOf } from '../../parse/slides/slide-source.ts'
import type { Layout } from '../../parse/templates/layouts.ts'
import type { ResolvedSlide } from '../slides/resolved-slide.ts'
import { slideRoom } from '../slides/slide-room.ts'

/** As the theme sets them: a title of one line has room in the head of a chart, whose button stands at its right. */
const title = { line: 1.25, head: 40, button: 96, gap: 12 }
const note = { size: 20, line: 26, above: 10 }

/** What a title takes of several lines besides the first; its unit stands in its last line, or in one of its own. */
function furtherLines(model: ChartModel, { width }: Box): number {
  const room = width - title.button
  const size = chartTitleSize(width)
  const beside = [unitBeside(model), model.scaleNote ?? ''].filter((text) => text !== '')
  const units = beside.reduce((all, text) => all + title.gap + typesetter.width(text, size), 0)
  const lines = linesIn(model.title, { width: room, size, weight: 600 })
  const isOne = lines === 1 && typesetter.width(model.title, size, 600) + units <= room
  return Math.max(0, (lines + (isOne || beside.length === 0 ? 0 : 1)) * title.line * size - title.head)
}

function heightOfNotes({ notes }: ChartModel, { width }: Box): number {
  return notes.length === 0 ? 0 : note.above + linesIn(notes.join('   '), { width, size: note.size }) * note.line
}

const chartsOf = ({ visuals }: ResolvedSlide) => visuals.flatMap((visual) => (visual.kind === 'chart' ? [visual] : []))

/** What charts take besides their boxes: further lines of the longest title, and the most notes. */
export function heightOfChartWords(resolved: ResolvedSlide, box: Box): number {
  const most = (heights: readonly number[]): number => Math.max(0, ...heights)
  const models = chartsOf(resolved).map(({ model }) => model)
  return most(models.map((model) => furtherLines(model, box))) + most(models.map((model) => heightOfNotes(model, box)))
}

/** A title and notes of a chart that need more than its layout leaves beside the chart. */
export function checkChartWords(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] {
  const { chart, spare } = slideRoom(resolved, layout, classesOf(resolved.parsed.source.front))
  if (spare === undefined) return []
  return chartsOf(resolved).flatMap(({ model, place }) => {
    const needed = furtherLines(model, chart) + heightOfNotes(model, chart)
    const height = Math.max(0, spare)
    return needed > height ? [chartTitleTooLong({ needed, height, layout: layout.name, place })] : []
  })
}
