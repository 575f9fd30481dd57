import { escapeHtml } from '../format/html.ts'
import type { Deck } from '../model/deck.ts'
import { type AlignedLine, alignedLines } from './aligned-lines.ts'
import { type Comparison, type FigureChange, isIdentical, type SlideChange } from './compare-decks.ts'
import type { Piece } from './pieces.ts'

const style = `body{margin:0 auto;max-width:1400px;padding:24px;font:16px/1.45 system-ui,sans-serif;color:#0b1f33;background:#fff}
h1{font-size:22px}h2{font-size:18px;margin:32px 0 8px}table{border-collapse:collapse;width:100%}
th,td{padding:6px 10px;border-bottom:1px solid #d3dae1;text-align:left;vertical-align:top}
.slide{margin:24px 0}.slide:focus{outline:3px solid #bf5412;outline-offset:4px}.slide h3{margin:0;padding:8px 12px;background:#eef4fa;font-size:16px}
.sides{display:grid;grid-template-columns:1fr 1fr;border:1px solid #d3dae1;border-top:0}.line{display:grid;grid-column:1/-1;grid-template-columns:subgrid}
.line>div{padding:4px 12px;min-height:1.45em}.line>div+div{border-left:1px solid #d3dae1}.changed>div:not(:empty){outline:2px solid #bf5412;outline-offset:-2px}
.title>div{font-size:20px;font-weight:600}.subtitle>div,.takeaway>div{font-weight:600}.note>div{background:#f7f8fa}.chart>div{font-style:italic}
del{background:#f8d7da;color:#8c1d2f}ins{background:#d4edda;color:#07604e;text-decoration:none}.where{color:#4a5b6b;font-size:13px}
form{position:sticky;top:0;padding:8px 0;background:#fff;z-index:1}label{margin-right:16px}[hidden]{display:none}
.only .same{display:none}`

/** Filters by kind and by words, and j and k from slide to slide. */
const script = `const form=document.querySelector('form');if(form){const boxes=[...form.querySelectorAll('input[data-filter]')],find=form.querySelector('[type=search]'),only=form.querySelector('[name=only]');
const apply=()=>{const shown=new Set(boxes.filter(b=>b.checked).map(b=>b.dataset.filter)),words=find.value.trim().toLowerCase();document.body.classList.toggle('only',only.checked);
for(const s of document.querySelectorAll('.slide'))s.hidden=!s.dataset.kinds.split(' ').some(k=>shown.has(k))||!s.textContent.toLowerCase().includes(words)};
form.addEventListener('input',apply);form.addEventListener('submit',e=>e.preventDefault());
addEventListener('keydown',e=>{if(e.target===find){if(e.key==='Escape')find.blur();return}if(e.key==='/'){e.preventDefault();find.focus();return}if(e.key!=='j'&&e.key!=='k')return;
const all=[...document.querySelectorAll('.slide:not([hidden])')],at=all.indexOf(document.activeElement);const next=all[Math.max(0,Math.min(all.length-1,e.key==='j'?at+1:at-1))];next?.focus();next?.scrollIntoView({block:'center'})})}`

const kinds = ['figures', 'wording', 'charts', 'notes', 'order', 'slides'] as const
type Kind = (typeof kinds)[number]

/** One side of a change: what only the other side has is left out. */
const side = (pieces: readonly Piece[], own: 'gone' | 'new'): string =>
  pieces
    .filter(({ kind }) => kind === 'same' || kind === own)
    .map(({ kind, text }) => {
      if (kind === 'same') return escapeHtml(text)
      return kind === 'gone' ? `<del>${escapeHtml(text)}</del>` : `<ins>${escapeHtml(text)}</ins>`
    })
    .join('')

const lineHtml = ({ where, kind, pieces, hadIt, hasIt }: AlignedLine): string =>
  `<div class="line ${where} ${kind === 'same' ? 'same' : 'changed'}"><div>${hadIt ? side(pieces, 'gone') : ''}</div><div>${hasIt ? side(pieces, 'new') : ''}</div></div>`

/** What of a slide changed, for the filter. */
function kindsOf({ kind, isMoved }: SlideChange, lines: readonly AlignedLine[]): readonly Kind[] {
  const found = new Set<Kind>(lines.flatMap((line) => (line.kind === 'same' ? [] : [line.kind])))
  if (kind !== 'changed') return ['slides']
  return [...found, ...(isMoved ? (['order'] as const) : [])]
}

interface Decks {
  readonly old: Deck
  readonly next: Deck
}

function slideHtml(change: SlideChange, { old, next }: Decks): string {
  const { slide, kind, before, after, isMoved } = change
  const place = [before, after].map((number) => (number === undefined ? '–' : String(number))).join(' → ')
  const heads = { added: 'added', gone: 'gone', changed: isMoved ? 'moved' : 'changed' }
  const lines = alignedLines(
    kind === 'added' ? undefined : old.slides.find(({ id }) => id === slide),
    kind === 'gone' ? undefined : next.slides.find(({ id }) => id === slide),
  )
  return `<section class="slide" tabindex="0" data-kinds="${kindsOf(change, lines).join(' ')}"><h3>${place} ${escapeHtml(slide)}: ${heads[kind]}</h3><div class="sides">${lines.map(lineHtml).join('')}</div></section>`
}

const figureRow = ({ kind, label, period, before, after, way, slides }: FigureChange): string =>
  `<tr><td>${kind}</td><td>${escapeHtml(label)}</td><td>${escapeHtml(period)}</td><td><del>${escapeHtml(before)}</del></td><td><ins>${escapeHtml(after)}</ins>${way ? ` ${way}` : ''}</td><td>${escapeHtml(slides.join(', '))}</td></tr>`

const listed = (title: string, { new: added, gone }: Comparison['sources']): string =>
  added.length + gone.length === 0
    ? ''
    : `<h2>${title}</h2><ul>${[...added.map((text) => `<li><ins>${escapeHtml(text)}</ins></li>`), ...gone.map((text) => `<li><del>${escapeHtml(text)}</del></li>`)].join('')}</ul>`

const filters = `<form>${kinds.map((kind) => `<label><input type="checkbox" data-filter="${kind}" checked> ${kind}</label>`).join('')}<label><input type="checkbox" name="only"> only lines that changed</label><label>words <input type="search"></label><span class="where">j and k: next and previous slide; /: words</span></form>`

/**
 * The comparison as a page of its own: restated figures first, then each slide that changed as it was and as it is, side by
 * side, its changed lines outlined; filters, and keys from slide to slide. `decks` are those that were compared.
 */
export function compareHtml(comparison: Comparison, decks: Decks): string {
  const { from, to, figures, shown, slides, sources, waivers, tied } = comparison
  const table =
    figures.length === 0
      ? ''
      : `<h2>Figures</h2><table><thead><tr><th>Kind</th><th>Figure</th><th>Period</th><th>Before</th><th>After</th><th>Slides</th></tr></thead><tbody>${figures.map(figureRow).join('')}</tbody></table>`
  const body = isIdentical(comparison)
    ? '<p>No change.</p>'
    : `${table}<p>${shown.new} figures shown that were not, ${shown.gone} no longer shown${tied ? `; tied ${escapeHtml(tied.before)} → ${escapeHtml(tied.after)}` : ''}.</p>
<h2>Slides</h2>${filters}${slides.map((each) => slideHtml(each, decks)).join('\n')}
${listed('Sources', sources)}${listed('Waivers', waivers)}`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(from)} → ${escapeHtml(to)}</title><style>${style}</style></head>
<body><h1>${escapeHtml(from)} → ${escapeHtml(to)}</h1>
${body}
<script>${script}</script></body></html>
`
}
