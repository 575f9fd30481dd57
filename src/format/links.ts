/** Only web addresses become links: whatever else an author wrote, e.g. "javascript:", gets no link. */
export const isWebAddress = (url: string): boolean => /^https?:\/\//.test(url)

/** "p. 12", "page 12": how places in documents are noted. */
const pageNumber = /(?:^|[\s,;(])(?:pp?\.|page)\s*(\d+)/i

/** The address of a place in a document, of its kept file where the edition has it; undefined where nothing can be opened. */
export function documentLink(
  { file, url = '' }: { readonly file?: string; readonly url?: string },
  at = '',
): string | undefined {
  const address = file ?? (isWebAddress(url) ? url : undefined)
  const page = pageNumber.exec(at)?.[1]
  return address !== undefined && page !== undefined && /\.pdf$/i.test(address) ? `${address}#page=${page}` : address
}
