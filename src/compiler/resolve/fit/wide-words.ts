import { plainText, type Text, textsIn } from '../../../model/content.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { wordTooWide } from '../../diagnostics/visuals.ts'
import type { ResolvedSlide } from '../slides/resolved-slide.ts'
import type { WideWord } from './text-height.ts'

const textsOf = ({ title, lead, groups }: ResolvedSlide): readonly Text[] => [
  ...(title ? [title] : []),
  ...textsIn(lead),
  ...groups.flatMap(({ heading, blocks }) => [heading, ...textsIn(blocks)]),
]

/** Whether a figure, or a part of one, is what is too wide, perhaps with a bracket or a comma beside it. */
const isOfFigure = (word: string, { runs }: Text): boolean =>
  runs.some((run) => {
    const text = run.kind === 'figure' ? run.text.replaceAll('\u00a0', ' ') : ''
    return text !== '' && (word.includes(text) || text.includes(word))
  })

/** Words that are wider than their lines, each once, where it first stands. */
export function tooWideWords(resolved: ResolvedSlide, wide: readonly WideWord[]): readonly Diagnostic[] {
  const texts = textsOf(resolved)
  const first = wide.filter(({ word }, index) => wide.findIndex((other) => other.word === word) === index)
  return first.flatMap(({ word, ...about }) => {
    const printed = word.replaceAll('\u00a0', ' ')
    const text = texts.find(({ runs }) => plainText(runs).replaceAll('\u00a0', ' ').includes(printed)) ?? texts[0]
    return text ? [wordTooWide(printed, { ...about, isFigure: isOfFigure(printed, text), place: text.place })] : []
  })
}
