import { escapeHtml } from '../format/html.ts'
import {
  type Comparison,
  type FigureChange,
  isIdentical,
  type Piece,
  type SlideChange,
  type TextChange,
} from './compare-decks.ts'

const style = `body{margin:0 auto;max-width:1400px;padding:24px;font:16px/1.45 system-ui,sans-serif;color:#0b1f33}
h1{font-size:22px}h2{font-size:18px;margin:32px 0 8px}table{border-collapse:collapse;width:100%}
th,td{padding:6px 10px;border-bottom:1px solid #d3dae1;text-align:left;vertical-align:top}
.slide{margin:16px 0;border:1px solid #d3dae1}.slide:focus{outline:3px solid #bf5412}.slide h3{margin:0;padding:8px 12px;background:#eef4fa;font-size:16px}
.pair{display:grid;grid-template-columns:1fr 1fr}.pair>div{padding:6px 12px;border-top:1px solid #eef4fa}.pair>div+div{border-left:1px solid #d3dae1}
del{background:#f8d7da;color:#8c1d2f}ins{background:#d4edda;color:#07604e;text-decoration:none}.where{color:#4a5b6b;font-size:13px}
form{position:sticky;top:0;padding:8px 0;background:#fff}label{margin-right:16px}[hidden]{display:none}`

/** Filters by kind, and j and k from slide to slide. */
const script = `const boxes=[...document.querySelectorAll('input')];const apply=()=>{for(const box of boxes)for(const e of document.querySelectorAll('[data-kind="'+box.name+'"]'))e.hidden=!box.checked;for(const s of document.querySelectorAll('.slide'))s.hidden=![...s.querySelectorAll('[data-kind]')].some(e=>!e.hidden)};boxes.forEach(b=>b.addEventListener('change',apply));
addEventListener('keydown',e=>{if(e.key!=='j'&&e.key!=='k'||e.target.matches('input'))return;const all=[...document.querySelectorAll('.slide:not([hidden])')];const at=all.indexOf(document.activeElement);all[Math.max(0,Math.min(all.length-1,e.key==='j'?at+1:at-1))]?.focus()})`

/** One side of a change: what only the other side has is left out. */
const side = (pieces: readonly Piece[], own: 'gone' | 'new'): string =>
  pieces
    .filter(({ kind }) => kind === 'same' || kind === own)
    .map(({ kind, text }) => {
      if (kind === 'same') return escapeHtml(text)
      return kind === 'gone' ? `<del>${escapeHtml(text)}</del>` : `<ins>${escapeHtml(text)}</ins>`
    })
    .join('')

const pair = ({ where, pieces }: TextChange, kind: string): string =>
  `<div class="pair" data-kind="${kind}"><div><span class="where">${where}</span> ${side(pieces, 'gone')}</div><div><span class="where">${where}</span> ${side(pieces, 'new')}</div></div>`

function slideHtml({ slide, kind, before, after, isMoved, wording, figures, charts }: SlideChange): string {
  const place = [before, after].map((number) => (number === undefined ? '–' : String(number))).join(' → ')
  const heads = { added: 'added', gone: 'gone', changed: isMoved ? 'moved' : 'changed' }
  const own = kind === 'changed' ? [] : [`<div data-kind="slides"></div>`]
  const moved = isMoved ? [`<div data-kind="slides"></div>`] : []
  const drawn = charts.map(
    (chart) =>
      `<div class="pair" data-kind="charts"><div><span class="where">${escapeHtml(chart.id)}</span> ${escapeHtml(chart.before)}</div><div><span class="where">${escapeHtml(chart.id)}</span> ${escapeHtml(chart.after)}</div></div>`,
  )
  return `<section class="slide" tabindex="0"><h3>${place} ${escapeHtml(slide)}: ${heads[kind]}</h3>${[
    ...own,
    ...moved,
    ...wording.map((each) => pair(each, 'wording')),
    ...drawn,
    ...figures.map((each) => pair(each, 'figures')),
  ].join('')}</section>`
}

const figureRow = ({ kind, label, period, before, after, way, slides }: FigureChange): string =>
  `<tr><td>${kind}</td><td>${escapeHtml(label)}</td><td>${escapeHtml(period)}</td><td><del>${escapeHtml(before)}</del></td><td><ins>${escapeHtml(after)}</ins>${way ? ` ${way}` : ''}</td><td>${escapeHtml(slides.join(', '))}</td></tr>`

const listed = (title: string, { new: added, gone }: Comparison['sources']): string =>
  added.length + gone.length === 0
    ? ''
    : `<h2>${title}</h2><ul>${[...added.map((text) => `<li><ins>${escapeHtml(text)}</ins></li>`), ...gone.map((text) => `<li><del>${escapeHtml(text)}</del></li>`)].join('')}</ul>`

/** The comparison as a page of its own: both versions of each line side by side, filters, and keys from slide to slide. */
export function compareHtml(comparison: Comparison): string {
  const { from, to, figures, shown, slides, sources, waivers, tied } = comparison
  const kinds = ['wording', 'figures', 'charts', 'slides']
  const filters = kinds.map((kind) => `<label><input type="checkbox" name="${kind}" checked> ${kind}</label>`).join('')
  const table =
    figures.length === 0
      ? ''
      : `<h2>Figures</h2><table><thead><tr><th>Kind</th><th>Figure</th><th>Period</th><th>Before</th><th>After</th><th>Slides</th></tr></thead><tbody>${figures.map(figureRow).join('')}</tbody></table>`
  const body = isIdentical(comparison)
    ? '<p>No change.</p>'
    : `${table}<p>${shown.new} figures shown that were not, ${shown.gone} no longer shown${tied ? `; tied ${escapeHtml(tied.before)} → ${escapeHtml(tied.after)}` : ''}.</p>
<h2>Slides</h2><form>${filters} <span class="where">j and k: next and previous slide</span></form>${slides.map(slideHtml).join('\n')}
${listed('Sources', sources)}${listed('Waivers', waivers)}`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(from)} → ${escapeHtml(to)}</title><style>${style}</style></head>
<body><h1>${escapeHtml(from)} → ${escapeHtml(to)}</h1>
${body}
<script>${script}</script></body></html>
`
}
