/**
 * Turns the page of one slide into the deck at that slide: the deck's own page is fetched and takes the place of this one, whose
 * address becomes the deck's, so that whatever it names relatively is found. False where the deck cannot be had.
 */
export async function becomeDeck(slide: string): Promise<boolean> {
  const deck = new URL('../', location.href)
  const text = await fetch(deck)
    .then((response) => (response.ok ? response.text() : undefined))
    .catch(() => undefined)
  const page = text === undefined ? undefined : new DOMParser().parseFromString(text, 'text/html')
  if (!page?.getElementById('deck-data')) return false
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  if (icon) icon.setAttribute('href', icon.href) // whole: it is asked for again when the address changes
  const figure = /^#(figure=.+)$/.exec(location.hash)?.[1]
  history.replaceState(
    null,
    '',
    `${deck.pathname}${location.search}#/${slide}${figure === undefined ? '' : `/${figure}`}`,
  )
  document.body.replaceWith(document.adoptNode(page.body))
  delete document.documentElement.dataset.slide
  return true
}
