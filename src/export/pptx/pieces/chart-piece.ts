import { chartTitleSize, unitBeside } from '../../../charts/chart-types.ts'
import type { ChartModel } from '../../../model/chart.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import type { ChartVisual, SlideScope } from '../layouts/scope.ts'
import { heightOf } from '../text/measure.ts'
import type { Piece } from './piece.ts'
import { captionOf, notesOf } from './table-piece.ts'

const captionHeight = 40

/** Notes that begin with a letter which a mark of the chart carries have it raised, as it is there. */
function chartNotes(chart: ChartModel, { look }: SlideScope): readonly Paragraph[] {
  const marks = [chart, ...(chart.panels ?? [])].flatMap(({ series }) => series.flatMap((one) => one.marks))
  const letters = new Set(marks.flatMap((mark) => /^[a-z]/.exec(mark?.footnote ?? '')?.[0] ?? []))
  const notes = chart.notes.map((note) => {
    const [letter = '', rest = ''] = note.split(/ (.*)/s)
    const text = (words: string) => ({ runs: [{ kind: 'text', text: words } as const] })
    return letters.has(letter) ? { ...text(rest), mark: letter } : text(note)
  })
  return notesOf(notes, look)
}

/** What a chart stands under and over, in a width. */
interface About {
  readonly caption: readonly Paragraph[]
  readonly captionHeight: number
  readonly notes: readonly Paragraph[]
  readonly notesHeight: number
}

function aboutChart(scope: SlideScope, visual: ChartVisual, width: number): About {
  const { chart } = visual
  const own = captionOf([{ text: chart.title }], unitBeside(chart), scope.look)
  const { scaleNote } = chart
  const scale = scaleNote === undefined ? [] : [{ text: `  ${scaleNote}`, color: scope.look.muted }]
  const caption = own.map((line) => ({
    ...line,
    size: chartTitleSize(visual.box.width),
    runs: [...line.runs, ...scale],
  }))
  const notes = chartNotes(chart, scope)
  return {
    caption,
    captionHeight: Math.max(captionHeight, heightOf(caption, width - 16) + 10),
    notes,
    notesHeight: notes.length === 0 ? 0 : 10 + heightOf(notes, width),
  }
}

function chartItems(scope: SlideScope, visual: ChartVisual, about: About, frame: Frame): readonly Item[] {
  const { width, height } = visual.box
  const box = { x: frame.x, y: frame.y + about.captionHeight, width, height }
  const under = { ...frame, y: box.y + height + 10, height: Math.max(0, about.notesHeight - 10) }
  const text = (name: string, paragraphs: readonly Paragraph[], place: Frame): readonly Item[] =>
    paragraphs.length === 0 ? [] : [{ kind: 'text', name, frame: place, paragraphs }]
  return [
    ...text('Caption', about.caption, { ...frame, height: about.captionHeight }),
    ...scope.drawChart(visual, box),
    ...text('Notes', about.notes, under),
  ]
}

/** A chart with its title above and its notes below. */
export const chartPiece = (scope: SlideScope, visual: ChartVisual, gap = 0): Piece => ({
  gap,
  height: (width) => {
    const about = aboutChart(scope, visual, width)
    return about.captionHeight + visual.box.height + about.notesHeight
  },
  place: (frame) => chartItems(scope, visual, aboutChart(scope, visual, frame.width), frame),
})

/** Charts side by side: their titles take as many lines as the longest, so that their boxes stand in line. */
export function chartRow(
  scope: SlideScope,
  visuals: readonly ChartVisual[],
  frames: readonly Frame[],
): { readonly items: readonly Item[]; readonly height: number } {
  const abouts = visuals.map((visual, index) => aboutChart(scope, visual, frames[index]?.width ?? visual.box.width))
  const caption = Math.max(0, ...abouts.map((about) => about.captionHeight))
  const heights = visuals.map((visual, index) => caption + visual.box.height + (abouts[index]?.notesHeight ?? 0))
  const items = visuals.flatMap((visual, index) => {
    const [about, frame] = [abouts[index], frames[index]]
    return about && frame ? chartItems(scope, visual, { ...about, captionHeight: caption }, frame) : []
  })
  return { items, height: Math.max(0, ...heights) }
}
