import type { TextStatement } from '../text-model.ts'
import type { ReadCalendar } from '../words/fiscal-calendar.ts'
import type { Lexicon } from '../words/lexicon.ts'
import type { TextDocument } from './text-document.ts'

export interface ReadContext {
  readonly lexicon: Lexicon
  readonly path: string
  readonly calendar: ReadCalendar
  /** First month after the deck's day: what ends later is a target. Undefined when the day is unknown. */
  readonly today: number | undefined
  readonly document: TextDocument
}

/** A statement that the parser has not numbered yet. */
export type StatementDraft = Omit<TextStatement, 'id'>
