/** The bytes of a base64 address as text. */
const decoded = (base64: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))

/** Whether the page was opened from a disk without being one file: then it may fetch nothing. */
export const isBareFile = (): boolean =>
  location.protocol === 'file:' && document.querySelector('script[data-address]') === null

/**
 * The text at an address: from the page itself where it is one file (a block, or an address that holds its own data), else
 * fetched. Fails where there is none.
 */
export async function readText(address: string): Promise<string> {
  const block = document.querySelector(`script[data-shared][data-address="${CSS.escape(address)}"]`)
  if (block) {
    const { readSharedTexts } = await import('../model/hosted/shared-texts.ts') // no page from a server needs it
    return JSON.stringify(readSharedTexts(block.textContent ?? ''))
  }
  const [, isBase64, data] = /^data:[^,]*?(;base64)?,(.*)$/s.exec(address) ?? []
  if (data !== undefined) return isBase64 ? decoded(data) : decodeURIComponent(data)
  if (isBareFile()) throw new Error(`a page from a disk may not read ${address}`)
  const response = await fetch(address, { cache: 'force-cache' }) // its name holds its digest
  if (!response.ok) throw new Error(`${response.status} at ${address}`)
  return response.text()
}

/** In a page that is one file, a picture that stands in several places is kept in the first of them. */
export function fillRepeatedPictures(): void {
  for (const image of document.querySelectorAll<HTMLImageElement>('img[data-same]')) {
    const first = document.querySelector<HTMLImageElement>(`img[data-first="${CSS.escape(image.dataset.same ?? '')}"]`)
    if (first) image.src = first.src
  }
}
