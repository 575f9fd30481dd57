import type { ChartModel } from '../model/chart.ts'
import { type Inline, plainText } from '../model/content.ts'
import type { Slide } from '../model/deck.ts'
import type { AlignedLine } from './aligned-lines.ts'
import type { Piece } from './pieces.ts'

/** A slide in which what changed is marked: words by signs of the private use area, numbers by the keys of their uses. */
export interface MarkedSlide {
  readonly slide: Slide
  /** Numbers of lines by the keys of figures that changed in them. */
  readonly uses: ReadonlyMap<string, number>
  /** Keys of marks of its charts that the other slide has not, or shows otherwise. */
  readonly marks: ReadonlySet<string>
}

/** Signs around words that changed; the number of their line stands in digits of the private use area between the first two. */
const sign = { open: '\uE100', of: '\uE101', close: '\uE102', zero: 0xe110 }

const signed = (line: number, words: string): string => {
  const digits = [...String(line)].map((digit) => String.fromCharCode(sign.zero + Number(digit))).join('')
  return `${sign.open}${digits}${sign.of}${words}${sign.close}`
}

const marked = new RegExp(
  `${sign.open}([${String.fromCharCode(sign.zero)}-${String.fromCharCode(sign.zero + 9)}]+)${sign.of}([^${sign.close}]*)${sign.close}`,
  'g',
)

type Kinds = readonly AlignedLine['kind'][]

const attributes = (line: number, kinds: Kinds): string =>
  ` data-line="${line}" data-kind="${kinds[line] ?? 'wording'}"`

/** The HTML of a marked slide, its signs and uses as elements and attributes that can be seen; `kinds` are those of its lines. */
export function markedHtml(html: string, { uses }: MarkedSlide, kinds: Kinds): string {
  return html
    .replace(marked, (_, digits: string, words: string) => {
      const line = Number([...digits].map((digit) => digit.charCodeAt(0) - sign.zero).join(''))
      return `<mark${attributes(line, kinds)}>${words}</mark>`
    })
    .replace(/(<data class="figure[^>]* data-use="([^"]*)")/g, (whole: string, tag: string, key: string) => {
      const line = uses.get(key)
      return line === undefined ? whole : `${tag}${attributes(line, kinds)}`
    })
}

interface Range {
  readonly start: number
  readonly end: number
}

/** Where the text of one side has what the other has not; blanks alone are nothing. */
function changedRanges(pieces: readonly Piece[], own: 'gone' | 'new'): readonly Range[] {
  const ranges: Range[] = []
  let at = 0
  for (const { kind, text } of pieces) {
    if (kind !== 'same' && kind !== own) continue
    if (kind === own && text.trim() !== '') ranges.push({ start: at, end: at + text.length })
    at += text.length
  }
  return ranges
}

/** A run's words with signs about the parts that lie in a range; `start` is where the run begins in its line. */
function signedText(text: string, start: number, { ranges, line }: Line): string {
  let [made, from] = ['', 0]
  for (const range of ranges) {
    const [a, b] = [Math.max(range.start - start, from), Math.min(range.end - start, text.length)]
    if (b <= a || text.slice(a, b).trim() === '') continue
    made += text.slice(from, a) + signed(line, text.slice(a, b))
    from = b
  }
  return made + text.slice(from)
}

interface Line {
  readonly line: number
  readonly ranges: readonly Range[]
}

interface Found {
  readonly runs: Map<Inline, Inline>
  readonly uses: Map<string, number>
}

/** Marks what of a line's runs lies in the ranges of its text, which begins behind the runs' first blanks. */
function markRuns(runs: readonly Inline[], line: Line, found: Found): void {
  const whole = plainText(runs)
  let at = whole.trimStart().length - whole.length
  for (const run of runs) {
    const { length } = plainText([run])
    const [start, end] = [at, at + length]
    at = end
    if (!line.ranges.some((range) => range.start < end && range.end > start)) continue
    if (run.kind === 'figure') found.uses.set(run.use, line.line)
    else if (run.kind !== 'picture' && run.kind !== 'break')
      found.runs.set(run, { ...run, text: signedText(run.text, start, line) })
  }
}

/** Names a mark of a chart: the panel, the series and the place that it stands in. */
export const markKey = (panel: number, series: string, category: string): string => `${panel}\n${series}\n${category}`

/** What the marks of a chart and its panels show, by their keys. */
function shownMarks(model: ChartModel): ReadonlyMap<string, string> {
  const panels = model.panels && model.panels.length > 0 ? model.panels : [model]
  const shown = new Map<string, string>()
  for (const [panel, { series, categories }] of panels.entries())
    for (const { label, marks } of series)
      for (const [index, mark] of marks.entries())
        if (mark) shown.set(markKey(panel, label, categories[index]?.label ?? ''), `${mark.tip.value} ${mark.drawn}`)
  return shown
}

const chartOf = (slide: Slide | undefined, id: string): ChartModel | undefined =>
  slide?.visuals.flatMap((visual) => (visual.kind === 'chart' && visual.id === id ? [visual.chart] : []))[0]

function changedMarks(slide: Slide, other: Slide | undefined): ReadonlySet<string> {
  const changed = slide.visuals.flatMap((visual) => {
    if (visual.kind !== 'chart') return []
    const beside = chartOf(other, visual.id)
    const known = beside ? shownMarks(beside) : new Map<string, string>()
    return [...shownMarks(visual.chart)].flatMap(([key, shown]) =>
      known.get(key) === shown ? [] : [`${visual.chart.id}\n${key}`],
    )
  })
  return new Set(changed)
}

/** Marks in one of two slides what the other has not, by their lines beside each other. Pure. */
export function markedSlide(
  slide: Slide,
  other: Slide | undefined,
  { lines, own }: { readonly lines: readonly AlignedLine[]; readonly own: 'gone' | 'new' },
): MarkedSlide {
  const found: Found = { runs: new Map(), uses: new Map() }
  for (const [line, { kind, pieces, was, is }] of lines.entries()) {
    const runs = (own === 'gone' ? was : is)?.runs
    if (kind !== 'same' && runs && other) markRuns(runs, { line, ranges: changedRanges(pieces, own) }, found)
  }
  const taken: ReadonlyMap<unknown, Inline> = found.runs
  const copy: Slide = JSON.parse(JSON.stringify(slide, (_, value: unknown) => taken.get(value) ?? value))
  return { slide: copy, uses: found.uses, marks: other ? changedMarks(slide, other) : new Set() }
}
