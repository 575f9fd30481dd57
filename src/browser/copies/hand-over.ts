/** The same as plain text and as HTML: programs take what they know. */
export interface Clip {
  readonly text: string
  readonly html: string
}

/** Puts both into a copy that the browser has begun. */
export function fillClipboard(event: ClipboardEvent, { text, html }: Clip): boolean {
  if (!event.clipboardData) return false
  event.clipboardData.setData('text/plain', text)
  event.clipboardData.setData('text/html', html)
  event.preventDefault()
  return true
}

/**
 * Copies both; false where the browser refuses. A copy of our own making comes first: pages from a disk and of a neighbour's
 * machine have no clipboard API, and that rewrites HTML.
 */
export async function copyClip(clip: Clip): Promise<boolean> {
  if (copyByEvent(clip)) return true
  try {
    const parts = Object.entries({ 'text/plain': clip.text, 'text/html': clip.html })
    const blobs = parts.map(([type, text]) => [type, new Blob([text], { type })])
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
    return true
  } catch {
    return false
  }
}

function copyByEvent(clip: Clip): boolean {
  let isFilled = false
  const listen = (event: ClipboardEvent): void => {
    event.stopImmediatePropagation()
    isFilled = fillClipboard(event, clip)
  }
  document.addEventListener('copy', listen, { capture: true })
  try {
    return document.execCommand('copy') && isFilled
  } finally {
    document.removeEventListener('copy', listen, { capture: true })
  }
}

/** Copies a picture; false where the browser refuses. */
export async function copyPng(png: Blob): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    return true
  } catch {
    return false
  }
}

/** Hands a file to the reader as a download. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000) // a slow disk may still be reading
}
