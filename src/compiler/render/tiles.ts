import type { Inline } from '../../model/content.ts'
import type { Tile } from '../../model/deck.ts'
import { figureHtml, inlineHtml, text, type Uses } from './inline.ts'

/** Headline figures as a list of terms and values. */
export function renderTiles(tiles: readonly Tile[], uses: Uses): string {
  return `<dl class="tiles">${tiles.map((tile) => tileHtml(tile, uses)).join('')}</dl>`
}

function tileHtml({ label, period, value, change, note }: Tile, uses: Uses): string {
  const parts = [
    `<dt>${inlineHtml(label, uses)} <span class="tile-period">${inlineHtml(period, uses)}</span></dt>`,
    `<dd class="tile-value">${value.map((run) => valueHtml(run, uses)).join('')}</dd>`,
    change.length === 0 ? '' : `<dd class="tile-change">${inlineHtml(change, uses)}</dd>`,
    note.length === 0 ? '' : `<dd class="tile-note">${inlineHtml(note, uses)}</dd>`,
  ]
  return `<div class="tile">${parts.join('')}</div>`
}

const unit = (words: string): string => (words === '' ? '' : `<span class="tile-unit">${text(words)}</span>`)

/** JPY69.7 billion: the digits stay large, the words about them are marked. */
function valueHtml(run: Inline, uses: Uses): string {
  const found = run.kind === 'figure' ? /^(.*?)([(−△-]*\p{Sc}?[−-]?\d(?:.*\d)?\)?)(\D*)$/su.exec(run.text) : null
  if (run.kind !== 'figure' || !found) return inlineHtml([run], uses)
  const [, before = '', digits = '', after = ''] = found
  return figureHtml(run, `${unit(before)}${text(digits)}${unit(after)}`, uses)
}
