import { suggest } from '../format/suggest.ts'
import { type Command, edition, text, UsageError } from './command.ts'
import { hiddenSlides, soundDeck } from './deck.ts'

const hiddenText = (id: string): string => `slide "${id}" is hidden: --edition presenter has it`

/** As many ids as fit in a line or two of a terminal. */
const few = 12

function unknownText(id: string, ids: readonly string[]): string {
  const near = suggest(id, ids)
  const hint = near === undefined ? '' : `: did you mean "${near}"?`
  return `unknown slide "${id}"${hint}${ids.length <= few ? `\nthere are ${ids.join(', ')}` : ''}`
}

/** Prints the deck as data. */
export const inspect: Command = {
  summary: 'print the deck as JSON (the public edition unless asked), see docs/deck-json.md',
  example: 'inspect --slide revenue',
  takes: [],
  options: {
    slide: { value: 'ID', summary: 'only this slide, with the facts that it shows' },
    edition: { value: 'public|presenter', summary: 'the public edition unless asked' },
    places: { summary: 'say of everything where it was written' },
  },
  async run(call, world) {
    const sound = await soundDeck(call, edition(call, 'public'), world)
    if (!sound) return 1
    const slide = text(call, 'slide')
    const ids = sound.deck.slides.map(({ id }) => id)
    if (slide !== undefined && !ids.includes(slide)) {
      const isHidden = (await hiddenSlides(call, world)).includes(slide)
      throw new UsageError(isHidden ? hiddenText(slide) : unknownText(slide, ids))
    }
    const { deckAsJson } = await import('../export/deck-json.ts')
    const places = call.flags.places === true
    const options = { places, ticks: sound.ticks, ...(slide !== undefined && { slide }) }
    world.print(JSON.stringify(deckAsJson(sound.disclosed.deck, options), null, 2))
    return 0
  },
}
