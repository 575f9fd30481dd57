import type { BoundDeck } from '../../model/deck.ts'
import { once } from '../../model/memory.ts'
import type { Finding } from '../finding.ts'
import { finding, type Rule, type RuleContext } from '../rule.ts'
import type { WordMatch } from '../words/matches/text-pool.ts'
import { matchesIn, type Passage } from '../words/passage.ts'
import { placeOf } from '../words/word-place.ts'

const eastAsian = /^(?:ja|zh|ko)\b/i

const brackets = /^\p{Ps}+|\p{Pe}+$/gu

/** What the data call things is a name, not a leftover, wherever a text has it too. */
const namesOf = once(({ data, config }: BoundDeck): readonly string[] => [
  ...[...data.metrics.values()].flatMap(({ label, short = '' }) => [label, short]),
  ...[...data.scenarios.values()].map(({ label }) => label),
  ...[config.company, config.shortName, ...Object.values(config.fields).filter((value) => typeof value === 'string')],
])

/** A single letter is no name, unless it is all of one. */
const holds = (name: string, text: string): boolean =>
  text.length > 1 ? name.includes(text) : name !== '' && name === text

function checkPassage(passage: Passage, context: RuleContext): readonly Finding[] {
  const isName = ({ text }: WordMatch): boolean =>
    namesOf(context.deck).some((name) => holds(name, text.replace(brackets, '')))
  const left = matchesIn(passage, context.words.foreign).filter((match) => !isName(match))
  return left.map((match) =>
    finding('S7', 'error', {
      slide: passage.slide.id,
      place: placeOf(passage, match, context.files),
      facts: [],
      message: `invalid text "${match.text}": left over from another language`,
      hint: `The deck is in "${context.deck.config.textLanguage}"; translate it, mark it as [[${match.text}]], or name the language of your text in data/deck.yaml (text-language: ja).`,
    }),
  )
}

function check(context: RuleContext): readonly Finding[] {
  if (eastAsian.test(context.deck.config.textLanguage)) return []
  return context.slides.flatMap(({ passages }) => passages.flatMap((passage) => checkPassage(passage, context)))
}

export const s7: Rule = { id: 'S7', title: 'no leftovers of another language', check }
