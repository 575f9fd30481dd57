import type { DeckData } from '../model/deck.ts'
import type { Severity } from '../model/diagnostic.ts'
import type { FactBook } from '../model/fact-book.ts'
import type { TextTable } from './reading/table-statements.ts'
import type { TextDocument } from './reading/text-document.ts'
import type { StatedFacts } from './stated-facts.ts'
import type { TextCheck, TextStatement } from './text-model.ts'
import type { LabelledRange, ReadCalendar } from './words/fiscal-calendar.ts'
import type { Lexicon } from './words/lexicon.ts'

/** Everything a check may look at. */
export interface CheckInput {
  readonly lexicon: Lexicon
  readonly path: string
  readonly document: TextDocument
  readonly statements: readonly TextStatement[]
  readonly facts: StatedFacts
  readonly tables: readonly TextTable[]
  readonly calendar: ReadCalendar
  readonly ranges: readonly LabelledRange[]
  /** First month after the presentation's day, and the day, when known. */
  readonly today: number | undefined
  readonly day: number | undefined
  /** Checked data of the company whose presentation it is. */
  readonly data: DeckData | undefined
  readonly book: FactBook | undefined
}

export type CheckRule = (input: CheckInput) => readonly TextCheck[]

/** What was compared, whatever came of it. */
interface Checked {
  readonly rule: string
  readonly code: string
  readonly parts: readonly [TextStatement, ...TextStatement[]]
  readonly arithmetic: string
}

/** A comparison that came out right. */
export const ticked = ({ rule, code, parts, arithmetic }: Checked): TextCheck => ({
  rule,
  code,
  parts,
  arithmetic,
  verdict: 'ticked',
  severity: 'info',
  message: '',
  hint: '',
  place: parts[0].place,
})

/** A comparison that did not; placed at its first part. */
export const failed = (
  checked: Checked & {
    readonly severity: Severity
    readonly message: string
    readonly hint?: string
    readonly wanted?: TextCheck['wanted']
  },
): TextCheck => ({
  rule: checked.rule,
  code: checked.code,
  parts: checked.parts,
  arithmetic: checked.arithmetic,
  verdict: 'failed',
  severity: checked.severity,
  message: checked.message,
  hint: checked.hint ?? '',
  place: checked.parts[0].place,
  ...(checked.wanted ? { wanted: checked.wanted } : {}),
})

/** A comparison of words that failed at a line, where no statement is at fault. */
export function failedAt(
  input: { readonly path: string },
  found: {
    readonly rule: string
    readonly code: string
    readonly severity: Severity
    readonly message: string
    readonly hint: string
    readonly arithmetic?: string
    readonly line: number
    readonly column: number
    readonly length?: number
    readonly related?: number
  },
): TextCheck {
  const place = { path: input.path, line: found.line, column: found.column, length: found.length ?? 1 }
  return {
    rule: found.rule,
    code: found.code,
    verdict: 'failed',
    severity: found.severity,
    parts: [],
    message: found.message,
    arithmetic: found.arithmetic ?? '',
    hint: found.hint,
    place,
    ...(found.related === undefined ? {} : { related: [{ path: input.path, line: found.related, column: 1 }] }),
  }
}
