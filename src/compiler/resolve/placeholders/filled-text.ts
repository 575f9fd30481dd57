import type { Block, Inline, Link, Text } from '../../../model/content.ts'
import type { Place } from '../../../model/source-file.ts'
import type { MarkedLine, MarkedRun } from '../../parse/slides/markdown.ts'
import { type ReadText, readMarked, type TextSource } from '../../parse/slides/slide-text.ts'
import {
  type MarkedText,
  markedWriter,
  markInAddress,
  markPattern,
  placeOfLine,
  valueNumber,
} from '../../parse/slides/value-marks.ts'
import type { TemplateNode } from '../../parse/templates/template.ts'
import { evaluate, type TemplateEnvironment } from './evaluate.ts'
import type { PrintedFigures } from './figure-uses.ts'
import { rootScope } from './scope.ts'
import { fields, type Value } from './value.ts'

export type TextEnvironment = Pick<TemplateEnvironment, 'helpers' | 'report'> & { readonly printed: PrintedFigures }

const nothing = rootScope(fields({}))
const noPartials: TemplateEnvironment['partials'] = new Map()

/** Prints nodes of a text of a slide, every branch checked. */
function print(
  nodes: readonly TemplateNode[],
  sink: TemplateEnvironment['sink'],
  { helpers, report }: TextEnvironment,
): void {
  evaluate(nodes, nothing, { helpers, partials: noPartials, report, sink, live: true, checkBranches: true })
}

/** A text without Markdown, its values in place: a label, a title of a block. */
export function resolveRuns({ nodes }: TextSource, environment: TextEnvironment): readonly Inline[] {
  const runs: Inline[] = []
  const { printed } = environment
  print(
    nodes,
    { text: (text) => runs.push({ kind: 'text', text }), value: (value, at) => runs.push(printed.write(value, at)) },
    environment,
  )
  return runs
}

/** A text of Markdown with its values in place. */
export interface FilledText {
  readonly marked: MarkedText
  readonly blocks: readonly Block[]
  readonly problems: ReadText['flow']['problems']
}

/** Fills the placeholders of a Markdown text; `visualId` names the visual of a block by its number. */
export function resolveMarkdown(
  source: TextSource,
  environment: TextEnvironment,
  visualId: (index: number) => string = String,
): FilledText {
  const values: Inline[] = []
  const { printed } = environment
  const write = (value: Value, at: Place): void => void values.push(printed.write(value, at))
  const { marked, flow } = source.read
    ? fillFixed(source, source.read, { values, write, environment })
    : fillOpen(source, { write, environment })
  return fillText({ marked, flow }, values, visualId)
}

/** Puts values where the marks of a text are. */
export function fillText(
  { marked, flow }: ReadText,
  values: readonly Inline[],
  visualId: (index: number) => string = String,
): FilledText {
  const filler: Filler = { values, marked, visualId }
  return { marked, blocks: flow.blocks.map((block) => fillBlock(block, filler)), problems: flow.problems }
}

const noValue: Inline = { kind: 'data', text: '' }

/** Its Markdown has been read already: each placeholder gives one value, an empty one where it has a mistake. */
function fillFixed(
  { nodes }: TextSource,
  read: ReadText,
  given: {
    readonly values: Inline[]
    readonly write: (value: Value, at: Place) => void
    readonly environment: TextEnvironment
  },
): ReadText {
  const { values, write, environment } = given
  for (const node of nodes) {
    if (node.kind === 'text') continue
    const before = values.length
    print([node], { text: () => {}, value: write }, environment)
    if (values.length === before) values.push(noValue)
  }
  return read
}

/** Its structure depends on values: its Markdown can only be read once they are there. */
function fillOpen(
  { nodes, origin, kind }: TextSource,
  given: { readonly write: (value: Value, at: Place) => void; readonly environment: TextEnvironment },
): ReadText {
  const writer = markedWriter(origin)
  const value = (one: Value, at: Place): void => {
    given.write(one, at)
    writer.value(at)
  }
  print(nodes, { text: writer.text, value }, given.environment)
  return readMarked(writer.done(), kind === 'line' ? 'line' : 'flow')
}

interface Filler {
  readonly values: readonly Inline[]
  readonly marked: MarkedText
  readonly visualId: (index: number) => string
}

const filled = ({ runs, line }: MarkedLine, filler: Filler): Text => ({
  runs: runs.flatMap((run) => fillRun(run, filler)),
  place: placeOfLine(filler.marked, line),
})

function fillBlock(block: Block<MarkedLine>, filler: Filler): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'code':
      return { kind: block.kind, ...filled(block, filler) }
    case 'heading':
      return { kind: block.kind, level: block.level, ...filled(block, filler) }
    case 'list':
      return {
        ...block,
        items: block.items.map(({ step, blocks }) => ({ step, blocks: blocks.map((one) => fillBlock(one, filler)) })),
      }
    case 'quote':
      return { ...block, blocks: block.blocks.map((one) => fillBlock(one, filler)) }
    case 'grid': {
      const cell = ({ align, ...line }: (typeof block.head)[number]) => ({
        ...filled(line, filler),
        ...(align && { align }),
      })
      return { ...block, head: block.head.map(cell), rows: block.rows.map((row) => row.map(cell)) }
    }
    case 'visual':
      return { kind: 'visual', id: filler.visualId(Number(block.id)) }
    case 'rule':
      return block
  }
}

function fillRun(run: MarkedRun, filler: Filler): readonly Inline[] {
  const link = run.link && { link: fillLink(run.link, filler) }
  if (run.kind === 'break') return [{ ...run, ...link }]
  if (run.kind === 'picture') {
    const { alt, title, address, ...rest } = run
    const words = title === undefined ? {} : { title: wordsIn(title, filler) }
    return [{ ...rest, ...link, ...words, address: fillAddress(address, filler), alt: splitText(alt, filler) }]
  }
  const { kind: _, text, ...style } = { ...run, ...link }
  return splitText(text, filler).map((part) => ({ ...style, ...part }))
}

const fillLink = ({ address, title }: Link, filler: Filler): Link => ({
  address: fillAddress(address, filler),
  ...(title === undefined ? {} : { title: wordsIn(title, filler) }),
})

/** Own words and values of a text with marks. */
function splitText(text: string, { values }: Filler): readonly Inline[] {
  const runs: Inline[] = []
  let from = 0
  for (const { 0: mark, index } of text.matchAll(markPattern)) {
    if (index > from) runs.push({ kind: 'text', text: text.slice(from, index) })
    runs.push(values[valueNumber(mark)] ?? noValue)
    from = index + mark.length
  }
  if (from < text.length) runs.push({ kind: 'text', text: text.slice(from) })
  return runs
}

const wordOf = (mark: string, { values }: Filler): string => {
  const value = values[valueNumber(mark)]
  return value && 'text' in value ? value.text : ''
}

const wordsIn = (text: string, filler: Filler): string => text.replace(markPattern, (mark) => wordOf(mark, filler))

/** An address in which a value stands: the value, encoded for its place. */
const fillAddress = (address: string, filler: Filler): string =>
  address.replace(markInAddress, (mark) => encodeURI(wordOf(mark, filler)))
