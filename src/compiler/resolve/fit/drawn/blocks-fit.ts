import { estimatedTypesetter } from '../../../../charts/layout/letters.ts'
import { beforeScale, largeRuns, sumLevel, sumPart, sumSizes, sumSpacing } from '../../../../format/slides/sum.ts'
import { type Block, type Group, hasText, type Inline, type Text, textsIn } from '../../../../model/content.ts'
import type { Diagnostic } from '../../../../model/diagnostic.ts'
import { drawnTooHigh, wideNumber } from '../../../diagnostics/chart-room.ts'
import { unsupportedPart } from '../../../diagnostics/slides.ts'
import { textTooHigh } from '../../../diagnostics/visuals.ts'
import { classesOf } from '../../../parse/slides/slide-source.ts'
import type { Layout } from '../../../parse/templates/layouts.ts'
import type { ResolvedSlide } from '../../slides/resolved-slide.ts'
import { slideRoom } from '../../slides/slide-room.ts'
import { hasWords, heightOf, linesOf, look, type WideWord } from '../text-height.ts'
import { tooWideWords } from '../wide-words.ts'

/** As the theme sets columns of blocks, in pixels: names, headings, and the lines that lead from their sum to each. */
const set = {
  gap: 64,
  most: 4, // columns
  ...{ size: 28, line: 1.12, inset: 48, between: 6 },
  ...{ heading: 40, number: 88, under: 12 },
  ...{ words: 40, lineAt: 64, least: 24, aboveLine: 10, belowLead: 28 },
}

/** A block's height by how many there are. */
const blockHeight = (most: number, hasSum: boolean): number => (hasSum ? 62 : most >= 8 ? 68 : 82)

interface Columns {
  readonly lead: readonly Block[]
  readonly groups: readonly Group[]
  readonly width: number
  readonly height: number
  readonly block: number
  /** What stands in the free corner, and leads to each column. */
  readonly hasSum: boolean
}

const namesOf = ({ blocks }: Group): readonly Text[] =>
  blocks.flatMap((block) => (block.kind === 'list' ? block.items.flatMap((item) => textsIn(item.blocks)) : []))

function columnsOf(resolved: ResolvedSlide, layout: Layout): Columns | undefined {
  const classes = classesOf(resolved.parsed.source.front).split(' ')
  const isDrawn = classes.includes('blocks') && !classes.includes('rows') && !classes.includes('dense')
  if (!isDrawn || !Object.hasOwn(layout.variants, 'blocks')) return undefined
  const { lead, groups } = resolved
  const { text } = slideRoom(resolved, layout, 'blocks')
  if (!text || groups.some(({ blocks }) => blocks.some(({ kind }) => kind !== 'list'))) return undefined
  const hasSum = classes.includes('climb') && hasText(lead)
  const most = Math.max(0, ...groups.map((group) => namesOf(group).length))
  const above = !hasSum && hasWords(lead) ? heightOf(lead, { ...text, line: look.line }) + set.belowLead : 0
  const width = (text.width - set.gap * (groups.length - 1)) / Math.max(1, groups.length)
  return { lead, groups, width, height: text.height - above, block: blockHeight(most, hasSum), hasSum }
}

const widthOf = (runs: readonly Inline[], size: number): number =>
  runs.reduce((all, run) => all + ('text' in run ? estimatedTypesetter.width(run.text, size, 600) : 0), 0)

/** A heading: what is bold is a large figure, with the other words on its line as far as these go. */
function headingHeight({ heading: { runs } }: Group, width: number): number {
  const large = runs.filter(({ strong }) => strong)
  const words = runs.filter(({ strong }) => !strong)
  const line = set.heading * look.heading
  if (large.length === 0) return linesOf(words, { width, size: set.heading }, 600) * line
  const isOne = widthOf(large, set.number) + widthOf(words, set.heading) <= width
  return set.number + (isOne ? 0 : linesOf(words, { width, size: set.heading }, 600) * line)
}

const columnHeight = (group: Group, { width, block }: Columns): number =>
  headingHeight(group, width) + set.under + namesOf(group).length * (block + set.between)

interface Sum {
  readonly height: number
  /** A number that is wider than its column. */
  readonly wide: { readonly text: Text; readonly needed: number } | undefined
}

/** A number and the words that run on under it. */
function sumOf({ lead, groups, width }: Columns): Sum {
  const isLarge = largeRuns(textsIn(lead).flatMap(({ runs }) => runs))
  const numbers = textsIn(lead).flatMap((text) => text.runs.filter(isLarge).map((run) => ({ text, ...numberOf(run) })))
  const wide = numbers.find(({ needed }) => needed > width)
  const words = textsIn(lead).flatMap(({ runs }) => {
    const rest = runs.flatMap((run): readonly Inline[] => {
      const after = isLarge(run) ? sumPart(run).after.trim() : undefined
      return after === undefined ? [run] : after === '' ? [] : [{ kind: 'text', text: after }]
    })
    return rest.some((run) => 'text' in run && run.text.trim() !== '') ? [rest] : []
  })
  const lines = words.reduce((all, runs) => all + linesOf(runs, { width, size: set.words }, 600), 0)
  const between = Math.max(0, words.length - 1) * look.block * set.words
  const height = numbers.reduce((all, { high }) => all + high, 0) + lines * set.words * look.line + between
  return { height, wide }

  function numberOf(run: Inline): { readonly needed: number; readonly high: number } {
    const part = sumPart(run)
    const { size, above } = sumSizes[sumLevel(part, groups.length)]
    const digits = estimatedTypesetter.width(part.large, size, 600) + [...part.large].length * sumSpacing * size
    return { needed: digits + estimatedTypesetter.width(part.before, beforeScale * size, 600), high: size + above }
  }
}

/** Columns of blocks: at most four, names of two lines, and what they come to above the first. Nothing for other slides. */
export function checkBlocks(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] | undefined {
  const columns = columnsOf(resolved, layout)
  const [first] = resolved.groups
  if (!columns || !first) return undefined
  if (!resolved.isWhole) return []
  const { groups, width, height, block, hasSum } = columns
  const about = { layout: layout.name, roomier: [] }
  const fifth = groups[set.most]
  if (fifth)
    return [
      unsupportedPart(`${groups.length} columns of blocks`, layout.name, `at most ${set.most}`, fifth.heading.place),
    ]
  const sum = hasSum ? sumOf(columns) : undefined
  if (sum?.wide) return [wideNumber(sum.wide.needed, width, sum.wide.text.place)]
  const taken = groups.map((group, index) => {
    const above = !sum ? 0 : set.least + (index === 0 ? sum.height + set.aboveLine : set.lineAt)
    return { group, needed: columnHeight(group, columns) + above }
  })
  const high = taken.find(({ needed }) => needed > height)
  if (high) return [textTooHigh({ ...about, needed: high.needed, height, place: high.group.heading.place })]
  const wide: WideWord[] = []
  const heights = groups.flatMap(namesOf).flatMap(({ runs, place }) => {
    const needed = linesOf(runs, { width: width - set.inset, size: set.size, wide }) * set.size * set.line
    return needed > block + 2 ? [drawnTooHigh('name', { needed, height: block, place })] : []
  })
  return wide.length > 0 ? tooWideWords(resolved, wide) : heights
}
