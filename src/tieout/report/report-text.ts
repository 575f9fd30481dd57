import { groupBy } from '../../format/group-by.ts'
import { type BoundDeck, titleOf } from '../../model/deck.ts'
import { placeText } from '../../model/source-file.ts'
import { conventionOf } from '../convention.ts'
import { type Finding, isOpen, type RuleId } from '../finding.ts'
import { titleOf as titleOfRule } from '../rules.ts'
import type { TieOut } from '../tie-out.ts'
import { countLine, type ReportRow, reportRows } from './report-rows.ts'

export interface TextOptions {
  /** Also every tick, and every reason why something could not be checked. */
  readonly all?: boolean
  /** Colours a word; plain text when absent. */
  readonly paint?: (text: string, verdict: ReportRow['verdict']) => string
}

const words: Readonly<Record<ReportRow['verdict'], string>> = {
  ticked: 'ticked',
  rounding: 'rounding',
  waived: 'waived',
  warning: 'warning',
  error: 'error',
  'not-checkable': 'not checkable',
}

function rowText(row: ReportRow, paint: NonNullable<TextOptions['paint']>): string {
  const edition = row.edition === null ? '' : ` (${row.edition} edition)`
  const arithmetic = [row.arithmetic, row.tolerance].filter((text) => text !== '').join('   ')
  const waiver = row.waiver ? `waived by ${row.waiver.who} on ${row.waiver.when}: ${row.waiver.reason}` : ''
  const sources = row.figures.flatMap(({ fact, sources: found }) =>
    found.slice(0, 1).map(({ title, at }) => `${fact}: ${title}${at === '' ? '' : `, ${at}`}`),
  )
  const details = isOpen(row) || row.waiver ? [arithmetic, waiver, row.hint, ...sources.slice(0, 4)] : [arithmetic]
  return [
    `  ${paint(`${words[row.verdict]}[${row.rule}]`, row.verdict)} ${placeText(row.place)}${edition}  ${row.message}`,
    ...details.filter((text) => text !== '').map((text) => `      ${text}`),
  ].join('\n')
}

/** How many of the printed figures anything but their source holds: what "all is well" means. */
function netLine({ figures, counts }: TieOut['net']): string {
  const all = `${figures.length} ${figures.length === 1 ? 'figure' : 'figures'} printed`
  return `${all}: ${counts.tied} tied to others, ${counts['source-only']} as their source states, ${counts.untied} untied`
}

/** The convention that the published changes follow, where deck.yaml says another. */
function conventionLines(deck: BoundDeck, { findings }: TieOut): readonly string[] {
  const { published, fromDisplayed, proposal } = conventionOf(findings, deck)
  return proposal === undefined
    ? []
    : [
        `${fromDisplayed} of ${published} published changes are what the displayed figures give: numbers: {changes-from: ${proposal}} in deck.yaml would say so`,
      ]
}

/** Rows grouped by slide, in the order of the deck; those of no slide come last. */
function bySlide(
  deck: BoundDeck,
  rows: readonly ReportRow[],
): readonly { readonly head: string; readonly rows: readonly ReportRow[] }[] {
  const ids = new Set(deck.slides.map(({ id }) => id))
  const groups = groupBy(rows, ({ slides: [id] }) => (id !== undefined && ids.has(id) ? id : undefined))
  const slides = deck.slides.map((slide) => ({
    head: `${slide.number}. ${titleOf(slide)} (${slide.id})`,
    rows: groups.get(slide.id) ?? [],
  }))
  return [...slides, { head: 'On no slide', rows: groups.get(undefined) ?? [] }].filter(
    (group) => group.rows.length > 0,
  )
}

function errataText(deck: BoundDeck): readonly string[] {
  if (deck.data.errata.length === 0) return []
  const lines = deck.data.errata.map(
    ({ slide, printed, right, ground }) => `  ${slide}: printed "${printed}", right is "${right}": ${ground}`,
  )
  return ['', 'Errata', ...lines]
}

/** Why things could not be checked, as a count for each rule. */
function unchecked(findings: readonly Finding[]): readonly string[] {
  const counts = new Map<RuleId, number>()
  for (const { rule, verdict } of findings)
    if (verdict === 'not-checkable') counts.set(rule, (counts.get(rule) ?? 0) + 1)
  if (counts.size === 0) return []
  const lines = [...counts].map(([rule, count]) => `  ${count} × ${rule} ${titleOfRule(rule)}`)
  return ['', 'Not checkable for lack of data', ...lines]
}

/** The tie-out for a terminal: what failed, by slide, with its arithmetic; what was waived; what could not be checked. */
export function reportText(
  deck: BoundDeck,
  result: TieOut,
  { all = false, paint = (text) => text }: TextOptions = {},
): string {
  const shown = result.findings.filter((found) => all || isOpen(found) || found.verdict === 'waived')
  const listed = reportRows(deck, { findings: shown })
  const groups = bySlide(deck, listed).flatMap(({ head, rows: found }) => [
    '',
    head,
    ...found.map((row) => rowText(row, paint)),
  ])
  const lists = all ? errataText(deck) : []
  return [
    `tie-out of ${deck.slides.length} ${deck.slides.length === 1 ? 'slide' : 'slides'}: ${countLine(result)}`,
    netLine(result.net),
    ...conventionLines(deck, result),
    ...groups,
    ...unchecked(result.findings),
    ...lists,
  ].join('\n')
}
