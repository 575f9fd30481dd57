import { containing, lastMonthOf } from '../../../format/fiscal.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Calendar } from '../../../model/period.ts'
import type { Finding } from '../../finding.ts'
import { finding, type RuleContext } from '../../rule.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import { ownText, type Passage } from '../passage.ts'
import { placeOf } from '../word-place.ts'
import { isPart, type WordedPeriod, wordedPeriods } from '../worded-periods.ts'
import { numberOf } from './time-words.ts'

/** Whether a day is the end of a period in words, or lies in it where nothing says "end". */
function isThen({ period }: Fact, { part, spans }: WordedPeriod, calendar: Calendar, isEnd: boolean): boolean {
  const last = lastMonthOf(period)
  const own = containing(period, part.months, calendar)
  const meant = spans.length > 0 ? spans : isPart(own, part, calendar) ? [own] : []
  return meant.some((span) => (isEnd ? lastMonthOf(span) === last : span.start <= last && last <= lastMonthOf(span)))
}

/** The words of a period with the "at the end of" before them. */
function withLead(match: WordMatch, { text }: Passage, lead: RegExp): WordMatch & { readonly isEnd: boolean } {
  const said = lead.exec(text.slice(0, match.start))
  const [before = '', end] = said ?? []
  const start = match.start - before.length
  return { ...match, start, text: text.slice(start, match.end), isEnd: end !== undefined }
}

/** "At the end of fiscal 2019 we ran … stores": of a number that is known at days, the period which ends on its own, or holds it. */
export function endFindings(passage: Passage, context: RuleContext): readonly Finding[] {
  const { words, deck, ledger, files } = context
  const { calendar } = deck.config
  return wordedPeriods(passage, words, calendar).flatMap((worded): readonly Finding[] => {
    const match = withLead(worded.match, passage, words.phrase('endLead'))
    if (match.start === worded.match.start) return []
    const number = numberOf(match, passage, context)
    const fact = number?.shown.fact
    const isBase = number && words.subjects.beforeOlderPeriod.test(ownText(passage, match.end, number.start))
    const isJudged = !match.isEnd && fact?.period.kind === 'span' // with the other periods in words
    if (!fact || isBase || isJudged || fact.comparator || ledger.metrics.get(fact.metric)?.kind !== 'stock') return []
    const about = { slide: passage.slide.id, place: placeOf(passage, match, files), facts: [fact.id] }
    if (isThen(fact, worded, calendar, match.isEnd))
      return [finding('S9', 'ticked', { ...about, message: `"${match.text.trim()}" is the time of its figure` })]
    return [
      finding('S9', 'error', {
        ...about,
        message: `invalid time "${match.text.trim()}": its figure is of ${fact.period.label}`,
        hint: 'Write {{period …}} with the period of the figure, or bind the figure of that time.',
      }),
    ]
  })
}
