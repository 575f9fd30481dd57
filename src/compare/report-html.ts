import { escapeHtml } from '../format/html.ts'
import type { Deck } from '../model/deck.ts'
import { type AlignedLine, alignedLines } from './aligned-lines.ts'
import { type Comparison, type FigureChange, isIdentical, type SlideChange } from './compare-decks.ts'
import type { DrawnDeck, DrawnDecks } from './drawn-decks.ts'
import { markStyle, pageScript, pageStyle } from './page-look.ts'
import type { Piece } from './pieces.ts'

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

/** A line of both sides; one that changed can be led to, and is outlined in the drawings by its number. */
function lineHtml({ where, kind, pieces, was, is }: AlignedLine, line: number): string {
  const state = kind === 'same' ? ' same"' : ` changed" tabindex="-1" data-line="${line}" data-kind="${kind}"`
  return `<div class="line ${where}${state}><div>${was ? side(pieces, 'gone') : ''}</div><div>${is ? side(pieces, 'new') : ''}</div></div>`
}

/** What of a slide changed, for the filter. */
function kindsOf({ kind, isMoved }: SlideChange, lines: readonly AlignedLine[]): readonly Kind[] {
  const found = new Set<Kind>(lines.flatMap((line) => (line.kind === 'same' ? [] : [line.kind])))
  if (kind !== 'changed') return ['slides']
  return [...found, ...(isMoved ? (['order'] as const) : [])]
}

interface Decks {
  readonly old: Deck
  readonly next: Deck
  /** The slides as drawn; without them there are their lines alone. */
  readonly drawn?: DrawnDecks
  /** SHA-256 of a text in base64. */
  readonly hashOf: (text: string) => string
}

/** The places of a slide's two drawings; one is empty where only the other deck has the slide. */
function drawingsHtml(slide: string, title: string, { drawn }: Decks): string {
  if (!drawn) return ''
  const place = (side: 'old' | 'next', words: string): string =>
    drawn[side].slides.has(slide)
      ? `<div class="drawing" role="img" aria-label="${escapeHtml(`${title}, ${words}`)}" data-side="${side}" data-slide="${escapeHtml(slide)}"></div>`
      : '<div class="drawing"></div>'
  return `<div class="drawings">${place('old', 'as it was')}${place('next', 'as it is')}</div>`
}

function slideHtml(change: SlideChange, decks: Decks): string {
  const { old, next } = decks
  const { slide, kind, before, after, isMoved } = change
  const place = [before, after].map((number) => (number === undefined ? '–' : String(number))).join(' → ')
  const heads = { added: 'added', gone: 'gone', changed: isMoved ? 'moved' : 'changed' }
  const lines = alignedLines(
    kind === 'added' ? undefined : old.slides.find(({ id }) => id === slide),
    kind === 'gone' ? undefined : next.slides.find(({ id }) => id === slide),
  )
  return `<section class="slide" tabindex="0" data-kinds="${kindsOf(change, lines).join(' ')}"><h3>${place} ${escapeHtml(slide)}: ${heads[kind]}</h3>${drawingsHtml(slide, slide, decks)}<div class="sides">${lines.map(lineHtml).join('')}</div></section>`
}

const figureRow = ({ kind, label, period, before, after, way, slides }: FigureChange): string =>
  `<tr><td>${kind}</td><td>${escapeHtml(label)}</td><td>${escapeHtml(period)}</td><td><del>${escapeHtml(before)}</del></td><td><ins>${escapeHtml(after)}</ins>${way ? ` ${way}` : ''}</td><td>${escapeHtml(slides.join(', '))}</td></tr>`

const listed = (title: string, { new: added, gone }: Comparison['sources']): string =>
  added.length + gone.length === 0
    ? ''
    : `<h2>${title}</h2><ul>${[...added.map((text) => `<li><ins>${escapeHtml(text)}</ins></li>`), ...gone.map((text) => `<li><del>${escapeHtml(text)}</del></li>`)].join('')}</ul>`

const filters = `<form>${kinds.map((kind) => `<label><input type="checkbox" data-filter="${kind}" checked> ${kind}</label>`).join('')}<label><input type="checkbox" name="all"> lines that are the same, too</label><label>words <input type="search"></label><span class="where">j and k: next and previous slide; n and p: next and previous change; /: words</span></form>`

/** JSON that may stand in a script element: no "</script" can end it early. */
const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** No element of a style ends it. */
const asStyle = (sheet: string): string => sheet.replace(/<\/(style)/gi, '<\\\\/$1')

interface Asset {
  readonly data: unknown
  readonly sheets: readonly string[]
}

/** What the script draws from, and the style sheets that it writes. */
function drawnAsset({ drawn }: Decks): Asset {
  if (!drawn) return { data: null, sheets: [] }
  const of = ({ sheet, language, slides }: DrawnDeck) => ({
    sheet: asStyle(sheet),
    language,
    slides: Object.fromEntries(slides),
  })
  const [old, next] = [of(drawn.old), of(drawn.next)]
  return {
    data: { old, next, pictures: drawn.pictures, marks: markStyle },
    sheets: [...new Set([old.sheet, next.sheet]), markStyle],
  }
}

/** Nothing is asked of any address, and only this script and these styles run, in the drawings as well. */
const policyOf = (styles: readonly string[], hashOf: Decks['hashOf']): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${hashOf(pageScript)}'`,
    `style-src ${styles.map((style) => `'sha256-${hashOf(style)}'`).join(' ')}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/**
 * The comparison as a page of its own: restated figures first, then each slide that changed as it was and as it is, drawn side by
 * side with what changed outlined, and in lines; filters, and keys from change to change. `decks` are those that were compared.
 */
export function compareHtml(comparison: Comparison, decks: Decks): string {
  const { from, to, figures, shown, slides, sources, waivers, tied } = comparison
  const table =
    figures.length === 0
      ? ''
      : `<h2>Figures</h2><div class="wide"><table><thead><tr><th>Kind</th><th>Figure</th><th>Period</th><th>Before</th><th>After</th><th>Slides</th></tr></thead><tbody>${figures.map(figureRow).join('')}</tbody></table></div>`
  const body = isIdentical(comparison)
    ? '<p>No change.</p>'
    : `${table}<p>${shown.new} figures shown that were not, ${shown.gone} no longer shown${tied ? `; tied ${escapeHtml(tied.before)} → ${escapeHtml(tied.after)}` : ''}.</p>
<h2>Slides</h2>${filters}${slides.map((each) => slideHtml(each, decks)).join('\n')}
${listed('Sources', sources)}${listed('Waivers', waivers)}`
  const { data, sheets } = drawnAsset(decks)
  const policy = policyOf([pageStyle, ...sheets], decks.hashOf)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(from)} → ${escapeHtml(to)}</title><style>${pageStyle}</style></head>
<body><h1>${escapeHtml(from)} → ${escapeHtml(to)}</h1>
${body}
<script type="application/json" id="drawn">${scriptJson(data)}</script>
<script>${pageScript}</script></body></html>
`
}
