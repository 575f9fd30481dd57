import { estimatedTypesetter } from '../../../../charts/layout/letters.ts'
import {
  type ChainClass,
  type ChainLook,
  chain,
  chainAlone,
  chainLook,
  isLedByPicture,
  isLink,
  mostStepLines,
  stepAndName,
} from '../../../../format/slides/chain.ts'
import { type Group, type Inline, plainText, textsIn } from '../../../../model/content.ts'
import type { Diagnostic } from '../../../../model/diagnostic.ts'
import { drawnTooHigh, missingLinks, unsupportedStep } from '../../../diagnostics/chart-room.ts'
import { textTooHigh } from '../../../diagnostics/visuals.ts'
import { classesOf } from '../../../parse/slides/slide-source.ts'
import type { Layout } from '../../../parse/templates/layouts.ts'
import type { ResolvedSlide } from '../../slides/resolved-slide.ts'
import { slideRoom } from '../../slides/slide-room.ts'
import { type Column, hasWords, heightOf, linesOf, look, noteWide, type WideWord } from '../text-height.ts'
import { tooWideWords } from '../wide-words.ts'

/** A chain with its room, in pixels. */
interface Chain {
  readonly links: readonly Group[]
  readonly serving: readonly Group[]
  readonly hasPictures: boolean
  readonly width: number
  readonly height: number
}

function chainOf(resolved: ResolvedSlide, layout: Layout): Chain | undefined {
  const classes = classesOf(resolved.parsed.source.front).split(' ')
  if (!classes.includes('chain') || !Object.hasOwn(layout.variants, 'chain')) return undefined
  const { text } = slideRoom(resolved, layout, 'chain')
  if (!text) return undefined
  const { lead, groups } = resolved
  const links = groups.filter(isLink)
  const above = hasWords(lead) ? heightOf(lead, { ...text, line: look.line }) + 28 : 0
  return {
    links,
    serving: groups.filter((group) => !isLink(group)),
    hasPictures: groups.some(({ blocks }) => isLedByPicture(blocks)),
    width: text.width,
    height: text.height - above,
  }
}

/** The name of a card, and its words under it. */
function wordsHeight(
  group: Group,
  { width, wide }: Pick<Column, 'width' | 'wide'>,
  { name: size, text }: ChainLook,
): number {
  const { name } = stepAndName(group)
  const words = group.blocks.filter((block) => hasWords([block]))
  const column = { width, size: text, between: 0.5, line: look.line, wide }
  const title = name.length === 0 ? 0 : linesOf(name, { width, size, wide }, 600) * size * look.heading
  return title + (words.length === 0 ? 0 : chain.under + heightOf(words, column))
}

const widthOfEach = (width: number, count: number): number => (width - chain.gap * (count - 1)) / Math.max(1, count)

/** What the links take with all under them, and below them the cards that serve along the chain. */
function chainHeight({ links, serving, hasPictures, width }: Chain, own: ChainLook, wide?: WideWord[]): number {
  const each = widthOfEach(width, links.length)
  const upper = Math.max(...links.map((group) => wordsHeight(group, { width: each, wide }, own)))
  const drawn = own.link + own.around + (hasPictures ? own.picture + own.around : 0)
  const lower = serving.map((group) => {
    const picture = isLedByPicture(group.blocks) ? own.picture : 0
    const beside = picture > 0 ? picture + chain.gap : 0
    const words = wordsHeight(group, { width: widthOfEach(width, serving.length) - beside, wide }, own)
    return chain.above + Math.max(picture, words)
  })
  return drawn + upper + (lower.length > 0 ? chain.row + Math.max(...lower) : 0)
}

/** The links whose steps take more lines, and how many. */
function longSteps({ links, width }: Chain, { step: size }: ChainLook, most: number) {
  const room = widthOfEach(width, links.length) - chain.inset - chain.end
  return links
    .map((group) => {
      const { step } = stepAndName(group)
      return { group, lines: linesOf(step, { width: room, size }, 600) }
    })
    .filter(({ lines }) => lines > most)
}

/** Words of steps that are wider than their links, of which all but the last reach into the next, and the first begins without a notch. */
function wideSteps({ links, width }: Chain, { step: size }: ChainLook): readonly WideWord[] {
  const wide: WideWord[] = []
  links.forEach((group, index) => {
    const reach = index === links.length - 1 ? 0 : chain.reach
    const inset = index === 0 ? chain.first : chain.inset
    const room = widthOfEach(width, links.length) + reach - inset - chain.end
    noteWide(plainText(stepAndName(group).step), { width: room, size, wide }, 600)
  })
  return wide
}

/** The letters of a heading or of words, by their sizes: whether each word has room. */
function hasRoomForWords({ links, width }: Chain, { name: size, text }: ChainLook): boolean {
  const room = widthOfEach(width, links.length)
  const fits = (runs: readonly Inline[], own: number, weight: 400 | 600): boolean =>
    plainText(runs)
      .split(/\s+/)
      .every((word) => estimatedTypesetter.width(word, own, weight) <= room)
  return links.every(
    (group) =>
      fits(stepAndName(group).name, size, 600) && textsIn(group.blocks).every(({ runs }) => fits(runs, text, 400)),
  )
}

/** The classes of a chain that is set otherwise: in the middle, where nothing stands under its links; and what `chainLook` knows. */
export function chainClasses(resolved: ResolvedSlide, layout: Layout): readonly string[] {
  const whole = chainOf(resolved, layout)
  if (!whole || whole.links.length === 0) return []
  const own = classOf(whole)
  return [...(whole.serving.length === 0 ? [chainAlone] : []), ...(own ? [own] : [])]
}

function classOf(whole: Chain): ChainClass | undefined {
  const large = chainLook('roomy')
  const isAlone = whole.serving.length === 0 && hasRoomForWords(whole, large)
  if (isAlone && longSteps(whole, large, 1).length === 0 && chainHeight(whole, large) <= whole.height) return 'roomy'
  return longSteps(whole, chainLook(), 1).length > 0 ? 'high' : undefined
}

/** A chain of steps: at least two, their names in a link of two lines, and all words above the foot. Nothing for other slides. */
export function checkChain(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] | undefined {
  const whole = chainOf(resolved, layout)
  const [first] = resolved.groups
  if (!whole || !first) return undefined
  if (!resolved.isWhole) return []
  const { place } = first.heading
  if (whole.links.length < 2) return [missingLinks(whole.links.length, place)]
  const late = whole.serving.find(({ heading }) => heading.runs.some(({ emphasis }) => emphasis))
  if (late) return [unsupportedStep(late.heading.place)]
  const own = chainLook(classOf(whole))
  const wide = [...wideSteps(whole, own)]
  const long = longSteps(whole, own, mostStepLines)
  if (long.length > 0)
    return long.map(({ group, lines }) =>
      drawnTooHigh('step', { needed: lines * own.step * chain.line, height: own.link, place: group.heading.place }),
    )
  const needed = chainHeight(whole, own, wide)
  if (wide.length > 0) return tooWideWords(resolved, wide)
  return needed > whole.height
    ? [textTooHigh({ layout: layout.name, roomier: [], needed, height: whole.height, place })]
    : []
}
