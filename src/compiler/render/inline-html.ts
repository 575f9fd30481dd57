import { escapeHtml } from '../../format/html.ts'
import { besideNumbers, displayParts, isLongFigure, lengthOf } from '../../format/slides/digits.ts'
import type { FigureRun, Inline, Link, RunStyle } from '../../model/content.ts'
import type { FigureUse } from '../../model/deck.ts'

/** Printed numbers of a slide by key. */
export type Uses = ReadonlyMap<string, FigureUse>

type StyleName = keyof RunStyle

/** From the outside to the inside, where several begin and end together. */
const order: readonly StyleName[] = ['link', 'strike', 'emphasis', 'strong', 'code']

interface OpenTag {
  readonly name: StyleName
  readonly link: Link | undefined
}

const isSameLink = (a: Link | undefined, b: Link | undefined): boolean =>
  a?.address === b?.address && a?.title === b?.title

const continues = ({ name, link }: OpenTag, run: Inline): boolean =>
  name === 'link' ? run.link !== undefined && isSameLink(link, run.link) : run[name] === true

/** How many runs, from one on, share a style with it. */
function reach(runs: readonly Inline[], from: number, open: OpenTag): number {
  let end = from
  for (let run = runs[end]; run && continues(open, run); run = runs[end]) end++
  return end - from
}

type OwnHtml = (run: Inline) => string | undefined

/** A heading as HTML: the units of its figures are marked, as a theme may set the digits as display type. */
export const headingHtml = (runs: readonly Inline[], uses: Uses): string =>
  inlineHtml(runs, uses, (run) => (run.kind === 'figure' ? displayHtml(run, uses) : undefined))

/** Running text as HTML: a figure in italics may be display type, too, as beside a name; `own` comes first. */
export const emphasizedHtml = (runs: readonly Inline[], uses: Uses, own?: OwnHtml): string =>
  inlineHtml(
    runs,
    uses,
    (run) => own?.(run) ?? (run.kind === 'figure' && run.emphasis ? displayHtml(run, uses) : undefined),
  )

/** A heading over rows or in one, which a theme sets by what all of it is in: italics or bold among other words are words of a sentence. */
export const rowHeadHtml = (runs: readonly Inline[], html: string): string =>
  isOneStyle(runs) ? html : `<span class="mixed">${html}</span>`

/** Whether no run is without the style of the others; blanks have none. */
const isOneStyle = (runs: readonly Inline[]): boolean =>
  (['emphasis', 'strong'] as const).some((style) =>
    runs.every((run) => run[style] || ('text' in run && run.text.trim() === '')),
  ) || !runs.some(({ emphasis, strong }) => emphasis || strong)

/** Runs as HTML: styles that several runs share enclose them together; `own` may give that of a run. */
export function inlineHtml(runs: readonly Inline[], uses: Uses, own?: OwnHtml): string {
  let html = ''
  const open: OpenTag[] = []
  for (const [index, run] of runs.entries()) {
    const kept = open.findIndex((one) => !continues(one, run))
    while (kept !== -1 && open.length > kept) html += closeTag(open.pop())
    const fresh = order
      .filter((name) => run[name] !== undefined && !open.some((one) => one.name === name))
      .map((name): OpenTag => ({ name, link: name === 'link' ? run.link : undefined }))
      .sort((a, b) => reach(runs, index, b) - reach(runs, index, a))
    for (const one of fresh) {
      html += openTag(one)
      open.push(one)
    }
    html += own?.(run) ?? runHtml(run, uses)
  }
  while (open.length > 0) html += closeTag(open.pop())
  return html
}

const tags: Readonly<Record<StyleName, string>> = {
  link: 'a',
  strike: 's',
  emphasis: 'em',
  strong: 'strong',
  code: 'code',
}

function openTag({ name, link }: OpenTag): string {
  if (!link) return `<${tags[name]}>`
  const title = link.title === undefined ? '' : ` title="${escapeHtml(link.title)}"`
  const elsewhere = /^https?:/i.test(link.address) ? ' target="_blank" rel="noopener"' : ''
  return `<a href="${escapeHtml(link.address)}"${title}${elsewhere}>`
}

const closeTag = (open: OpenTag | undefined): string => (open ? `</${tags[open.name]}>` : '')

/** Text between tags. */
export const text = (words: string): string => words.replace(/[&<>"]/g, escapeHtml)

/** "hi-ho", "blue-chip": no line ends in a short word. */
const shortCompound = /(?<![\p{L}\p{N}&;\-/.])(?=\p{L}+-\p{L}+)[\p{L}-]{3,9}(?![\p{L}\p{N}\-/@])/gu

function runHtml(run: Inline, uses: Uses): string {
  switch (run.kind) {
    case 'text':
      return text(run.text).replace(shortCompound, '<span class="whole">$&</span>')
    case 'data':
      return text(run.text)
    case 'plain':
      return `<span class="plain">${text(run.text)}</span>`
    case 'period':
      return `<time class="period" data-period="${escapeHtml(run.period)}">${text(run.text)}</time>`
    case 'break':
      return run.hard ? '<br>\n' : '\n'
    case 'picture': {
      const title = run.title === undefined ? '' : ` title="${escapeHtml(run.title)}"`
      return `<img src="${escapeHtml(run.address)}" alt="${escapeHtml(altText(run.alt))}"${title} loading="lazy">`
    }
    case 'figure':
      return figureHtml(run, text(run.text), uses)
  }
}

const altText = (runs: readonly Inline[]): string =>
  runs.map((run) => ('text' in run ? run.text : run.kind === 'break' ? '\n' : '')).join('')

/** A figure's element carries its exact digits, fact, occurrence, and an unusual status; `inner` is its text as HTML. */
export function figureHtml(
  { text: printed, use, fact, status, isFall, mark }: FigureRun,
  inner: string,
  uses: Uses,
  length = '',
): string {
  const unusual = status === undefined ? '' : ` data-status="${escapeHtml(status)}"`
  const attributes = `value="${escapeHtml(uses.get(use)?.displayed ?? '')}" data-fact="${escapeHtml(fact)}" data-use="${escapeHtml(use)}"${unusual}`
  const isLong = isLongFigure(printed)
  const content = isLong ? besideNumbers(inner) : inner
  const note = mark === undefined ? '' : `<sup class="mark">${text(mark)}</sup>`
  return `<data class="figure${isLong ? ' is-long' : ''}${length}${isFall ? ' is-fall' : ''}" ${attributes}>${content}</data>${note}`
}

const lengthClasses = { short: '', long: ' of-long', longest: ' of-longest' }

/** A figure whose unit is marked, so that it may be small beside or under large digits, and which says how long these are. */
export function displayHtml(run: FigureRun, uses: Uses): string {
  const parts = displayParts(run.text)
  if (!parts) return figureHtml(run, text(run.text), uses)
  const unit = (words: string, name: string): string =>
    words.trim() === '' ? text(words) : `<span class="${name}">${text(words)}</span>`
  const { sign, before, digits, after } = parts
  const inner = `${text(sign)}${unit(before, 'figure-unit is-before')}${text(digits)}${unit(after, 'figure-unit')}`
  return figureHtml(run, inner, uses, lengthClasses[lengthOf([run.text])])
}
