import type { Block, ListItem } from '../../../model/content.ts'
import type { Section, Slide } from '../../../model/deck.ts'
import type { DeckContext } from '../deck-context.ts'
import { printedNumber } from './outline.ts'

interface Linking {
  readonly context: DeckContext
  readonly sections: readonly Section[]
  /** Ids of slides that are not shown this time. */
  readonly leftOut: ReadonlySet<string>
}

/** The slides with what links to others come to: those of a section's list print a number, and none leads to a slide that is left out. */
export const linkedSlides = (slides: readonly Slide[], linking: Linking): readonly Slide[] =>
  slides.map((slide) => numbered(unlinked(slide, linking), slides, linking))

/** Words that would lead to a slide that is left out are words. */
function unlinked(slide: Slide, { leftOut }: Linking): Slide {
  const isDead = (address: unknown): boolean => leftOut.has(/^#\/(.*)$/.exec(String(address))?.[1] ?? '')
  if (leftOut.size === 0 || ![...leftOut].some((id) => JSON.stringify(slide).includes(`"#/${id}"`))) return slide
  return JSON.parse(JSON.stringify(slide), (key, value) =>
    key === 'link' && isDead(value.address) ? undefined : value,
  )
}

function numbered(slide: Slide, slides: readonly Slide[], { context, sections }: Linking): Slide {
  if (!sections.some((section) => section.slide === slide.id)) return slide
  const words = context.data.config.language.slides
  const withNumber = (item: ListItem): ListItem => {
    const [block, ...more] = item.blocks
    if (block?.kind !== 'paragraph' || more.length > 0) return item
    const [link, ...others] = new Set(block.runs.map((run) => run.link?.address))
    const target = others.length === 0 ? slides.find(({ id }) => link === `#/${id}`) : undefined
    const own = block.runs[0]?.link
    if (!target || !own) return item
    const number = { kind: 'plain', text: `\u2002${printedNumber(target, words)}`, link: own } as const
    return { ...item, blocks: [{ ...block, runs: [...block.runs, number] }] }
  }
  const lead = slide.lead.map(
    (block): Block => (block.kind === 'list' ? { ...block, items: block.items.map(withNumber) } : block),
  )
  return JSON.stringify(lead) === JSON.stringify(slide.lead) ? slide : { ...slide, lead }
}
