import { readSharedTexts } from '../model/hosted/shared-texts.ts'

/** Whether the page was opened from a disk without being one file: then it may fetch nothing. */
export const isBareFile = (): boolean =>
  location.protocol === 'file:' && document.querySelector('script[data-address]') === null

/**
 * The text at an address: from the page itself where it is one file (a block, or an address that holds a drawing), else
 * fetched. Fails where there is none.
 */
export async function readText(address: string): Promise<string> {
  const block = document.querySelector(`script[data-shared][data-address="${CSS.escape(address)}"]`)
  if (block) return JSON.stringify(readSharedTexts(block.textContent ?? ''))
  const [, drawing] = /^data:image\/svg[^,]*,(.*)/s.exec(address) ?? []
  if (drawing !== undefined) return decodeURIComponent(drawing)
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
