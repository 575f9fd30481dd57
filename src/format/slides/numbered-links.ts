import { fill } from '../../language/fill.ts'
import type { Language } from '../../language/language.ts'
import type { Block, ListItem } from '../../model/content.ts'
import type { Deck, Slide } from '../../model/deck.ts'

/** A slide that opens a section, with the number of its slide behind each item of a list that is a link to one. */
export function numberedLinks(
  slide: Slide,
  { slides, sections }: Pick<Deck, 'slides' | 'sections'>,
  { slides: words }: Language,
): Slide {
  if (!sections.some((section) => section.slide === slide.id)) return slide
  const numberOf = (address: string): string | undefined => {
    const found = slides.find(({ id }) => address === `#/${id}`)
    return found && (found.hidden ? fill(words.backup, { number: found.number }) : String(found.number))
  }
  const numbered = (item: ListItem): ListItem => {
    const [block, ...more] = item.blocks
    if (block?.kind !== 'paragraph' || more.length > 0) return item
    const addresses = new Set(block.runs.map(({ link }) => link?.address))
    const [address] = addresses
    const number = addresses.size === 1 && address !== undefined ? numberOf(address) : undefined
    if (number === undefined) return item
    const link = block.runs[0]?.link
    return {
      ...item,
      blocks: [{ ...block, runs: [...block.runs, { kind: 'plain', text: `\u2002${number}`, ...(link && { link }) }] }],
    }
  }
  return {
    ...slide,
    lead: slide.lead.map(
      (block): Block => (block.kind === 'list' ? { ...block, items: block.items.map(numbered) } : block),
    ),
  }
}
