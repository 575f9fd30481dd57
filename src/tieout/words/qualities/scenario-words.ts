import { lastMonthOf } from '../../../format/fiscal.ts'
import { monthOf } from '../../../language/word-patterns.ts'
import type { Slide } from '../../../model/deck.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Finding } from '../../finding.ts'
import { finding, findingOf, type RuleContext } from '../../rule.ts'
import { headingsAbove } from '../headings.ts'
import type { LabelledFigures } from '../names/labelled-figures.ts'
import { namesIn, otherWords } from '../names/metric-names.ts'
import { clauseAt, type FigurePiece, figuresOf, ownText, type Passage, sentenceAt, type TextRange } from '../passage.ts'

/** Whether a fact is what was meant to be, not what was: a target, a forecast, guidance. */
export function isPlanned({ scenario }: Fact, { deck }: RuleContext): boolean {
  return (deck.data.scenarios.get(scenario)?.kind ?? 'actual') !== 'actual'
}

/** Whether a text speaks of the future, of targets, or of the scenario by its label. */
function saysPlanned(text: string, { scenario }: Fact, { deck, words }: RuleContext): boolean {
  const label = deck.data.scenarios.get(scenario)?.label ?? scenario
  return words.targets.test(text) || words.future.test(text) || text.toLowerCase().includes(label.toLowerCase())
}

/** Whether a sentence names a time after the day of the deck, so that none takes its figures for actual ones. */
function namesFuture({ text, pieces }: Passage, { start, end }: TextRange, { deck }: RuleContext): boolean {
  const [year = 0, month = 1] = deck.config.date.split('-').map(Number)
  const now = year * 12 + month - 1
  const isNamed = pieces.some(
    (piece) =>
      piece.kind === 'period' &&
      piece.start >= start &&
      piece.end <= end &&
      piece.period &&
      lastMonthOf(piece.period) > now,
  )
  return (
    isNamed || [...text.slice(start, end).matchAll(/(?<!\d)20\d\d(?!\d)/g)].some(([number]) => Number(number) > year)
  )
}

/** "We banked capex of {{a range}}": a verb of what was reached before the name that the number belongs to. */
function isSaidOfName(before: string, { words, ledger }: RuleContext): boolean {
  const name = namesIn(before, ledger.metrics).at(-1)
  if (!name || !words.phrase('nameLead').test(before) || otherWords(before.slice(name.end), words).length > 0)
    return false
  const lead = before.slice(0, name.start)
  const verb = /^\s*\p{L}+\s+(\p{L}+\s+)$/u.exec(lead)?.[1] ?? lead // "we banked": behind a subject of one word
  return words.subjects.statesFact.test(verb)
}

/** "In July we guided to {{what was said in October}}": the month in which another scenario was issued. */
function otherMonth(before: string, { scenario }: Fact, { deck, words }: RuleContext): string | undefined {
  const [said, name = ''] = words.phrase('guidedIn').exec(before) ?? []
  const month = monthOf(words.claims, name)
  const monthsOf = (id: string): number => Number(deck.data.scenarios.get(id)?.issued?.slice(5, 7) ?? 0)
  if (said === undefined || month === 0 || [0, month].includes(monthsOf(scenario))) return undefined
  return [...deck.data.scenarios.keys()].some((id) => monthsOf(id) === month) ? said : undefined
}

/** "Our October guidance for EBITDA is {{that of July}}": the label of another scenario, with nothing but a name behind it up to the number. */
function otherScenario(before: string, { scenario }: Fact, { deck, words, ledger }: RuleContext): string | undefined {
  const text = before.toLowerCase()
  const labels = [...deck.data.scenarios.values()].filter(
    ({ kind, label }) => kind !== 'actual' && /\p{L}[^\p{L}]+\p{L}/u.test(label), // "Target" by itself is any of them
  )
  const own = labels.find(({ id }) => id === scenario)?.label.toLowerCase()
  if (own !== undefined && text.includes(own)) return undefined
  return labels
    .filter(({ id }) => id !== scenario)
    .map(({ label }) => label)
    .find((label) => {
      const at = text.lastIndexOf(label.toLowerCase())
      if (at < 0 || words.subjects.beforeComparedPeriod.test(before.slice(0, at))) return false
      const behind = before.slice(at + label.length)
      const rest = namesIn(behind, ledger.metrics).reduceRight(
        (left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`,
        behind,
      )
      return !/[,;:]/.test(rest) && otherWords(rest, words).length === 0
    })
}

const hint = 'Say that it is a target or forecast ("we target …"), or bind the actual figure.'

function checkPlanned(figure: FigurePiece, passage: Passage, context: RuleContext): Finding {
  const { words } = context
  const { shown } = figure
  const sentence = sentenceAt(passage, figure.start, words)
  const around = passage.text.slice(sentence.start, sentence.end)
  const before = ownText(passage, clauseAt(passage, figure.start, words).start, figure.start)
  const said = `${shown.use.text}, of the scenario ${shown.fact.scenario}`
  const other = otherScenario(before, shown.fact, context) ?? otherMonth(before, shown.fact, context)
  if (other !== undefined)
    return findingOf('S9', 'error', {
      shown,
      message: `invalid scenario "${other}" of ${said}`,
      hint: 'Bind the figure of the scenario that is named, or name its own.',
    })
  const [fact = ''] = words.subjects.statesFact.exec(before.slice(-60)) ?? [] // "turned out to be" promises nothing
  if (saysPlanned(fact === '' ? around : around.replace(fact.trim(), ' '), shown.fact, context))
    return findingOf('S9', 'ticked', { shown, message: `${said}, is described as such` })
  if (fact !== '')
    return findingOf('S9', 'error', {
      shown,
      message: `invalid tense of ${said}: it is described as what was reached`,
      hint,
    })
  if (namesFuture(passage, sentence, context))
    return findingOf('S9', 'ticked', { shown, message: `${said}, is of a time to come` })
  const above = `${passage.text}\n${headingsAbove(passage)}`
  if (saysPlanned(above, shown.fact, context))
    return findingOf('S9', 'ticked', { shown, message: `${said}, stands where targets are described` })
  if (shown.fact.absence === 'range' && !isSaidOfName(before, context))
    return findingOf('S9', 'ticked', { shown, message: `${said}, is a range` }) // no actual figure is
  return findingOf('S9', 'warning', {
    shown,
    message: `missing word for ${said}: it reads like an actual figure`,
    hint,
  })
}

/** "We expect 69,731" of a period that is over, and whose actual figure it is. */
function checkPromised(figure: FigurePiece, passage: Passage, { words }: RuleContext): Finding | undefined {
  const { shown } = figure
  const { start } = clauseAt(passage, figure.start, words)
  if (
    shown.fact.kind !== 'figure' ||
    !words.subjects.promises.test(ownText(passage, Math.max(start, figure.start - 60), figure.start))
  )
    return undefined
  return findingOf('S9', 'error', {
    shown,
    message: `invalid tense of ${shown.use.text}: ${shown.fact.id} is what was reached, not what is expected`,
    hint: 'Bind the target or forecast with scenario=…, or use the past tense.',
  })
}

/** A tile of a target under the label "Actual". */
function checkTile({ shown }: FigurePiece, passage: Passage, { words }: RuleContext): Finding | undefined {
  const [first] = passage.pieces
  const label = first?.kind === 'text' ? passage.text.slice(first.start, first.end).trim() : ''
  if (passage.region !== 'tile' || !words.subjects.actualLabel.test(label)) return undefined
  return findingOf('S9', 'error', {
    shown,
    message: `invalid label "${label}" of ${shown.use.text}: it is of the scenario ${shown.fact.scenario}`,
    hint: 'Let the label name the scenario, or leave it out: then it is printed.',
  })
}

/** Figures of targets and forecasts in running text and tiles are described as such, actual ones are not. */
export function scenarioFindings(passage: Passage, context: RuleContext): readonly Finding[] {
  if (passage.region === 'table' || passage.region === 'chart') return []
  return figuresOf(passage).flatMap((figure) => {
    if (isPlanned(figure.shown.fact, context))
      return [checkTile(figure, passage, context) ?? checkPlanned(figure, passage, context)]
    return checkPromised(figure, passage, context) ?? []
  })
}

/** A label that calls targets actual, or actual figures targets, or that hides what its figures are. */
export function scenarioLabelFindings(label: LabelledFigures, slide: Slide, context: RuleContext): readonly Finding[] {
  const { kind, text, about: around = '', facts, place } = label
  const [first] = facts
  if (!first || (kind !== 'column' && kind !== 'series' && kind !== 'category')) return []
  const { actualLabel, targetLabel } = context.words.subjects
  const arePlanned = facts.every((fact) => isPlanned(fact, context))
  const areActual = facts.every((fact) => !isPlanned(fact, context))
  const bare = text.replace(/\S*\d\S*/g, '').trim()
  const isHidden =
    kind === 'column' &&
    otherWords(bare, context.words).length === 0 &&
    !saysPlanned(`${around}\n${text}`, first, context)
  const about = { slide: slide.id, place, facts: [first.id] }
  if (arePlanned && (actualLabel.test(bare) || isHidden))
    return [
      finding('S9', 'error', {
        ...about,
        message: `invalid label "${text}" of a ${kind}: its figures are of the scenario ${first.scenario}`,
        hint: 'Let the label name the scenario, or leave it out: then it is printed.',
      }),
    ]
  if (areActual && facts.every(({ kind: each }) => each === 'figure') && targetLabel.test(bare))
    return [
      finding('S9', 'error', {
        ...about,
        message: `invalid label "${text}" of a ${kind}: its figures are actual ones`,
        hint: 'Give the column the scenario that it names, or another label.',
      }),
    ]
  return []
}
