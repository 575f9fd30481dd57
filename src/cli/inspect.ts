import { suggest } from '../format/suggest.ts'
import { type Command, edition, text, UsageError } from './command.ts'
import { soundDeck } from './deck.ts'

/** Prints the deck as data. */
export const inspect: Command = {
  usage: 'inspect [--slide ID] [--edition public|presenter] [--places]',
  summary: 'print the deck as JSON, see docs/deck-json.md',
  options: { slide: { type: 'string' }, edition: { type: 'string' }, places: { type: 'boolean' } },
  positionals: 0,
  async run(call, world) {
    const sound = await soundDeck(call, edition(call, 'public'), world)
    if (!sound) return 1
    const slide = text(call, 'slide')
    const ids = sound.deck.slides.map(({ id }) => id)
    if (slide !== undefined && !ids.includes(slide)) {
      const near = suggest(slide, ids)
      throw new UsageError(`unknown slide "${slide}"${near === undefined ? '' : `: did you mean "${near}"?`}`)
    }
    const { deckAsJson } = await import('../export/deck-json.ts')
    const places = call.flags.places === true
    const options = { places, ticks: sound.ticks, ...(slide !== undefined && { slide }) }
    world.print(JSON.stringify(deckAsJson(sound.deck, options), null, 2))
    return 0
  },
}
