import { encode } from 'uqr'
import { fill } from '../../language/fill.ts'
import type { SlideWords } from '../../language/language.ts'
import { escapeHtml } from '../../model/html.ts'

/** The address as a QR code: one path in the current text colour, no style of its own. */
export function renderQr(address: string, words: Pick<SlideWords, 'qrCode'>): string {
  const { data, size } = encode(address, { ecc: 'M', border: 2 })
  const rows = data.map((row, y) =>
    runs(row)
      .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
      .join(''),
  )
  return `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeHtml(fill(words.qrCode, { address }))}" shape-rendering="crispEdges"><path fill="currentColor" d="${rows.join('')}"/></svg>`
}

/** Where dark modules begin in a row, and how many follow. */
function runs(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const [x, dark] of row.entries()) {
    const last = found.at(-1)
    if (!dark) continue
    if (last && last[0] + last[1] === x) last[1]++
    else found.push([x, 1])
  }
  return found
}
