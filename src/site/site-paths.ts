/** The folder of all embargoed decks in a site. */
export const embargoFolder = 'e'

/** Names at the root of a site that no deck may have. */
const reservedIds: ReadonlySet<string> = new Set([
  'latest',
  'metrics',
  embargoFolder,
  'assets',
  'figures',
  'downloads',
  'embed',
])

/** Names in the folder of a deck that no slide may have: what stands there already is added to them. */
const reservedSlides: ReadonlySet<string> = new Set(['assets', 'figures', 'downloads', 'embed', 'data'])

/** Why a deck cannot have an id, in words that follow it; undefined where it can. */
export function idFault(id: string): string | undefined {
  if (!/^[a-z0-9-]+$/.test(id)) return 'an id has small letters, digits and hyphens'
  if (!/[a-z0-9]/.test(id)) return 'an id has a letter or a digit'
  return reservedIds.has(id) ? 'the site itself has a folder of that name' : undefined
}

/** The slide whose page would stand where something else does; `taken` are names in the deck's folder. */
export const slideInTheWay = (slides: readonly string[], taken: ReadonlySet<string>): string | undefined =>
  slides.find((id) => reservedSlides.has(id) || taken.has(id))

/** The address of a site as it is written in manifests: with "/" at its end. Undefined for what is no web address. */
export function baseAddress(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') return undefined
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

/** The address of the site of which a deck's own address is one: without the deck's id, where it ends with that. */
export function baseOfDeck(address: string, id: string): string | undefined {
  const base = baseAddress(address)
  return base?.endsWith(`/${id}/`) ? base.slice(0, -id.length - 1) : base
}
