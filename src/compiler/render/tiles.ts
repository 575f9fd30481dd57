import type { ResolvedTile } from '../resolve/tiles.ts'
import { type Inline, inlineHtml } from './table.ts'

/** Headline figures. The unit about the number is marked, so that it can be set smaller. */
export function renderTiles(tiles: readonly ResolvedTile[], inline: Inline): string {
  return `<dl class="tiles">${tiles.map((tile) => tileHtml(tile, inline)).join('')}</dl>`
}

function tileHtml({ label, period, value, change, note }: ResolvedTile, inline: Inline): string {
  const parts = [
    `<dt>${inlineHtml(label, inline)} <span class="tile-period">${inlineHtml(period, inline)}</span></dt>`,
    `<dd class="tile-value">${smallUnit(inlineHtml(value, inline))}</dd>`,
    change === '' ? '' : `<dd class="tile-change">${inlineHtml(change, inline)}</dd>`,
    note === '' ? '' : `<dd class="tile-note">${inlineHtml(note, inline)}</dd>`,
  ]
  return `<div class="tile">${parts.join('')}</div>`
}

const unit = (text: string): string => (text === '' ? '' : `<span class="tile-unit">${text}</span>`)

/** JPY69.7 billion: the digits stay large, the words about them are marked. Entities hold no digits here. */
function smallUnit(html: string): string {
  return html.replace(
    /(<data[^>]*>)([^<]*?)([(−△-]*\p{Sc}?[−-]?\d(?:[^<]*\d)?\)?)([^<]*)(<\/data>)/u,
    (_, open: string, before: string, digits: string, after: string, close: string) =>
      `${open}${unit(before)}${digits}${unit(after)}${close}`,
  )
}
