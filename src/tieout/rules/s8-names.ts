import type { WordPatterns } from '../../language/word-patterns.ts'
import { plainText } from '../../model/content.ts'
import type { Slide } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import type { Finding } from '../finding.ts'
import { type CheckedSlide, finding, findingOf, type Rule, type RuleContext } from '../rule.ts'
import { headingAbove, headingsAbove } from '../words/headings.ts'
import { type LabelledFigures, labelsOf } from '../words/names/labelled-figures.ts'
import { beginsLabel, type NameMatch, otherWords, spellsOut } from '../words/names/metric-names.ts'
import { isNamed, isReckonedWith } from '../words/names/metric-relations.ts'
import { type NameReading, nameReadings, wholeNames } from '../words/names/name-claims.ts'
import { isOtherMeasure, isUnqualified } from '../words/names/standard-measures.ts'
import { tileLabel } from '../words/names/tile-label.ts'
import { type FigurePiece, figuresOf, ownText, type Passage, type ShownFigure } from '../words/passage.ts'
import { placeOf } from '../words/word-place.ts'

const labelOf = (metric: string, { ledger }: RuleContext): string => ledger.metrics.get(metric)?.label ?? metric

const hintFor = ({ metric }: Fact): string =>
  `Name its own metric, or bind the figure of the one that is named; another name of ${metric} belongs under also: in data/metrics.yaml.`

function reported({ figure, name, verdict, unstated }: NameReading, passage: Passage, context: RuleContext): Finding {
  const { shown } = figure
  const { fact, use } = shown
  const own = labelOf(fact.metric, context)
  if (verdict === 'right') return findingOf('S8', 'ticked', { shown, message: `"${name.text}" names ${use.text}` })
  if (unstated) {
    const said = passage.text.slice(unstated.start, unstated.end)
    const message = `invalid qualifier "${said}" of ${use.text}: the figure is ${own} as reported`
    const hint = `Bind the figure of a metric whose label says "${said}", or leave the words out.`
    const place = placeOf(passage, { ...unstated, text: said, groups: [] }, context.files)
    return { ...findingOf('S8', 'warning', { shown, message, hint }), place }
  }
  const far = verdict === 'wrong' ? '' : ', or is another name missing?'
  return {
    ...findingOf('S8', verdict === 'wrong' ? 'error' : 'warning', {
      shown,
      message: `invalid name "${name.text}" of ${use.text}: the figure is ${own}${far}`,
      hint: hintFor(fact),
    }),
    place: placeOf(passage, { ...name, groups: [] }, context.files),
  }
}

/** Numbers that no name of their own text is about stand under the name that their heading is. */
function underHeading(
  heading: string,
  { figures, passage }: { readonly figures: readonly FigurePiece[]; readonly passage: Passage },
  context: RuleContext,
): readonly Finding[] {
  const [name, ...others] = wholeNames(heading, context)
  if (!name) return []
  const metrics = [name, ...others].flatMap((each) => each.metrics)
  return figures
    .filter(({ shown }) => !isReckonedWith(shown.fact, metrics, context))
    .map(({ shown }) => ({
      ...findingOf('S8', 'error', {
        shown,
        message: `invalid name "${heading}" above ${shown.use.text}: the figure is ${labelOf(shown.fact.metric, context)}`,
        hint: hintFor(shown.fact),
      }),
      place: passage.place,
    }))
}

function checkText(passage: Passage, context: RuleContext): readonly Finding[] {
  const figures = figuresOf(passage)
  if (passage.region === 'table' || figures.length === 0) return []
  const readings = nameReadings(passage, headingsAbove(passage), context)
  const found = readings.map((reading) => reported(reading, passage, context))
  const heading = headingAbove(passage)
  if (readings.length > 0 || heading === '') return found
  const isBare = otherWords(ownText(passage, 0, passage.text.length), context.words).length === 0
  return isBare ? underHeading(heading, { figures, passage }, context) : found
}

/** Whether a label calls a figure by its own name: wholly, in part, or in other words. */
function isOwnLabel(text: string, names: readonly NameMatch[], fact: Fact, { ledger }: RuleContext): boolean {
  const metrics = names.flatMap((name) => name.metrics)
  const metric = ledger.metrics.get(fact.metric)
  if (isNamed(fact, metrics, ledger) || !metric) return true
  return names.some((name) => beginsLabel(name.text, metric)) || spellsOut(text, metric)
}

/** Whether the title, subtitle or a note of a slide says that its measures are adjusted and the like. */
function isQualifiedAbove({ title, subtitle, visuals, footnotes }: Slide, { subjects }: WordPatterns): boolean {
  const texts = [...(title ? [title] : []), ...(subtitle ? [subtitle] : []), ...footnotes]
  const notes = visuals.flatMap((visual) =>
    visual.kind === 'chart'
      ? visual.texts
      : visual.kind === 'table'
        ? [...(visual.table.caption ? [visual.table.caption] : []), ...visual.table.notes]
        : [],
  )
  const all = [...texts, ...notes].map(({ runs }) => plainText(runs)).join('\n')
  return subjects.qualifiers.some(({ pattern }) => all.search(pattern) >= 0)
}

const isOfUnqualified = ({ text, facts }: LabelledFigures, { words, ledger: { metrics } }: RuleContext): boolean =>
  isUnqualified(text, facts, { words, metrics })

/** A label of a line that no metric has, and that is the name of another measure which every company reports. */
function ofStandard(label: LabelledFigures, slide: Slide, context: RuleContext): readonly Finding[] {
  const { kind, text, facts, place } = label
  const { words, ledger } = context
  const [first] = facts
  if (!first || kind === 'heading') return []
  const known = { words, metrics: ledger.metrics }
  const isBare = isOfUnqualified(label, context) && !isQualifiedAbove(slide, words)
  if (!isBare && !isOtherMeasure(text, facts, known)) return []
  const message = `invalid name "${text}" of a ${kind}: its figures are ${labelOf(first.metric, context)}`
  return [finding('S8', 'error', { slide: slide.id, place, facts: [first.id], message, hint: hintFor(first) })]
}

/** A label that is wholly the name of metrics, none of which is that of a number under it. */
function checkLabel(label: LabelledFigures, slide: Slide, context: RuleContext): readonly Finding[] {
  const { kind, text, facts, place } = label
  const [first] = facts.filter(({ kind: each }) => each !== 'sum')
  const names = first ? wholeNames(text, context) : []
  if (!first) return []
  if (names.length === 0) return ofStandard(label, slide, context)
  const metrics = names.flatMap((name) => name.metrics)
  const right = facts.some((fact) =>
    kind === 'heading' ? isReckonedWith(fact, metrics, context) : isOwnLabel(text, names, fact, context),
  )
  const about = { slide: slide.id, place, facts: [first.id] }
  if (right) return [finding('S8', 'ticked', { ...about, message: `${kind} "${text}" names its figures` })]
  const message = `invalid name "${text}" of a ${kind}: its figures are ${labelOf(first.metric, context)}`
  return [finding('S8', 'error', { ...about, message, hint: hintFor(first) })]
}

/**
 * Whether figures have to do with the metrics that a head names: a title may name what one of them is reckoned with, a subtitle, which
 * says what is shown, only where two of those are there.
 */
function hasToDo(
  shown: readonly ShownFigure[],
  metrics: readonly string[],
  isSubtitle: boolean,
  context: RuleContext,
): boolean {
  if (shown.some(({ fact }) => isNamed(fact, metrics, context.ledger))) return true
  const linked = shown.filter(({ fact }) => isReckonedWith(fact, metrics, context)).map(({ fact }) => fact.metric)
  return new Set(linked).size > (isSubtitle ? 1 : 0)
}

/** A title, or the subtitle above a chart or table, that is wholly a name which nothing on the slide has to do with. */
function checkHeads({ slide, shown, passages }: CheckedSlide, context: RuleContext): readonly Finding[] {
  const [first] = shown
  const isOfVisuals = slide.visuals.length > 0
  const heads = passages.filter(
    (passage) =>
      (passage.region === 'title' || (passage.region === 'subtitle' && isOfVisuals)) && figuresOf(passage).length === 0,
  )
  return heads.flatMap(({ region, text, place }): readonly Finding[] => {
    const names = wholeNames(text, context)
    const metrics = names.flatMap((name) => name.metrics)
    if (metrics.length === 0 || !first || hasToDo(shown, metrics, region === 'subtitle' && names.length === 1, context))
      return []
    const message = `invalid name "${text}" in the ${region}: no figure of the slide has to do with it`
    const about = { slide: slide.id, place, facts: [], message }
    return [finding('S8', 'warning', { ...about, hint: hintFor(first.fact) })]
  })
}

function checkSlide(checked: CheckedSlide, context: RuleContext): readonly Finding[] {
  const { slide, passages } = checked
  return [
    ...passages.flatMap((passage) => checkText(passage, context)),
    ...passages.flatMap((passage) => {
      const label = tileLabel(passage)
      return label && isOfUnqualified(label, context) ? ofStandard(label, slide, context) : []
    }),
    ...slide.visuals.flatMap((visual) =>
      labelsOf(context.deck)(visual).flatMap((label) => checkLabel(label, slide, context)),
    ),
    ...checkHeads(checked, context),
  ]
}

export const s8: Rule = {
  id: 'S8',
  title: 'the metric named beside a figure is that of the figure',
  check: (context) => context.slides.flatMap((checked) => checkSlide(checked, context)),
}
