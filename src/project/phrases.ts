import { isUnspaced, mayBreakAt, type PhraseBreaks, withPhraseEnds } from '../format/letters/phrases.ts'
import type { ChartModel } from '../model/chart.ts'
import { once } from '../model/memory.ts'
import { type SourceFile, sheetsOf } from '../model/source-file.ts'

/** Files with text that slides show; what is quoted of documents stands on cards. */
const isShown = ({ path }: SourceFile): boolean => !/^data\/(?:figures\/|published\.csv$)/.test(path)

const hasPhrases = once(
  (file: SourceFile): boolean =>
    isShown(file) &&
    (file.kind === 'text'
      ? isUnspaced(file.text)
      : sheetsOf(file).some(({ rows }) =>
          rows.flat().some((cell) => isUnspaced(typeof cell === 'string' ? cell : cell.text)),
        )),
)

/** The language of the author's text, before the settings are parsed. */
function languageOf(files: readonly SourceFile[]): string {
  const file = files.find(({ path }) => path === 'data/deck.yaml')
  const text = file?.kind === 'text' ? file.text : ''
  return /^text-language\s*:\s*["']?([\w-]+)/m.exec(text)?.[1] ?? /^language\s*:\s*["']?([\w-]+)/m.exec(text)?.[1] ?? ''
}

/** Breaks by the phrases of a language; kana are Japanese in any. */
const breaksOf = once(async (language: string): Promise<PhraseBreaks> => {
  const { Parser, jaModel, zhHansModel, zhHantModel } = await import('budoux')
  const japanese = new Parser(jaModel)
  const isTraditional = /^zh\b.*\b(?:hant|tw|hk|mo)\b/i.test(language)
  const own = /^zh\b/i.test(language) ? new Parser(isTraditional ? zhHantModel : zhHansModel) : japanese
  return once((text: string): readonly number[] => {
    const parser = /[\u3040-\u30ff]/.test(text) ? japanese : own
    return parser.parseBoundaries(text).filter((at) => mayBreakAt(text, at))
  })
})

/** Where lines of the deck's text may end; undefined where all of its text has blanks. */
export async function phraseBreaks(files: readonly SourceFile[]): Promise<PhraseBreaks | undefined> {
  return files.some(hasPhrases) ? breaksOf(languageOf(files)) : undefined
}

/** A chart whose names are split into phrases, for drawing alone. */
export function chartWithPhrases(model: ChartModel, breaks: PhraseBreaks): ChartModel {
  const marked = (text: string): string => withPhraseEnds(text, breaks)
  return {
    ...model,
    series: model.series.map((series) => ({ ...series, label: marked(series.label) })),
    categories: model.categories.map((category) => ({ ...category, label: marked(category.label) })),
    ...(model.panels && {
      panels: model.panels.map((panel) => ({ ...chartWithPhrases(panel, breaks), title: marked(panel.title) })),
    }),
  }
}
