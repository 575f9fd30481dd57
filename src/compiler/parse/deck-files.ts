import type { FontLetters } from '../../format/letters/text-face.ts'
import type { Language } from '../../language/language.ts'
import type { DeckData } from '../../model/deck.ts'
import { type Diagnostic, joinReadings, type Reading } from '../../model/diagnostic.ts'
import { createMemo, type Memo, once, startMemos } from '../../model/memory.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { breaking, subjectsOfFile } from '../diagnostics/follow-ups.ts'
import { missingSlides } from '../diagnostics/slides.ts'
import { characterFindings } from './characters.ts'
import { contentOf, createDataMemory, type DataMemory } from './data/data-memory.ts'
import { parseData } from './data/deck-data.ts'
import { scriptFindings } from './scripts.ts'
import { type ParsedSlide, parseSlide } from './slides/parsed-slide.ts'
import { type Layout, parseTemplates, type TemplateFile, type Templates, templateMakers } from './templates/layouts.ts'

/** All files of a deck, read; nothing in them is looked up yet. */
export interface ParsedFiles {
  readonly data: DeckData | undefined
  readonly templates: Templates
  readonly slides: readonly ParsedSlide[] // in the order of the deck
}

/** What was read from files that have not changed, kept between compilations. */
export interface ParseMemory {
  /** Started by parseData itself, since data/ is not read at all while nothing in it changes. */
  readonly files: DataMemory
  readonly characters: Memo<readonly Diagnostic[]>
  readonly scripts: Memo<readonly Diagnostic[]>
  readonly data: Memo<ReturnType<typeof parseData>>
  readonly layouts: Memo<Layout>
  readonly partials: Memo<Templates['partials']>
  readonly slides: Memo<ReturnType<typeof parseSlide>>
}

export const createParseMemory = (): ParseMemory => ({
  files: createDataMemory(),
  characters: createMemo(),
  scripts: createMemo(),
  data: createMemo(),
  layouts: createMemo(),
  partials: createMemo(),
  slides: createMemo(),
})

/** Begins a compilation. */
export const startParsing = ({ files: _, ...memos }: ParseMemory): void => startMemos(memos)

const byPath = (a: SourceFile, b: SourceFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

const below = (files: readonly SourceFile[], folder: string): readonly SourceFile[] =>
  files.filter(({ path }) => path.startsWith(folder)).sort(byPath)

/** Reads data/, templates/ and slides/: every mistake of reading at once. */
export function parseFiles(
  files: readonly SourceFile[],
  memory: ParseMemory,
  { languages, fonts }: { readonly languages?: readonly Language[]; readonly fonts?: FontLetters } = {},
): Reading<ParsedFiles> {
  const { value: sound, diagnostics: ofCharacters } = readable(files, memory)
  const ofScripts = sound.flatMap((file) =>
    memory.scripts.recall(file.path, [contentOf(file), fonts], () => scriptFindings(file, fonts)),
  )
  const own = below(sound, 'data/')
  const inputs = [languages, ...own.flatMap((file) => [file.path, contentOf(file)])]
  const data = memory.data.recall('data', inputs, () => parseData(own, memory.files, languages))
  const templates = readTemplates(sound, memory)
  const slides = readSlides(sound, memory)
  return {
    value: { data: data.value, templates: templates.value, slides: slides.value },
    diagnostics: [
      ...ofCharacters,
      ...ofScripts,
      ...[data, templates, slides].flatMap(({ diagnostics }) => diagnostics),
    ],
  }
}

/** The files whose characters all mean something; another is not read at all, as one that is not UTF-8. */
function readable(files: readonly SourceFile[], memory: ParseMemory): Reading<readonly SourceFile[]> {
  return joinReadings(
    files.map((file): Reading<SourceFile | undefined> => {
      const found = memory.characters.recall(file.path, [contentOf(file)], () =>
        breaking(characterFindings(file), ...subjectsOfFile(file.path)),
      )
      return { value: found.length === 0 ? file : undefined, diagnostics: found }
    }),
  )
}

/** Templates are few, and nearly all are the engine's own: each is read once, for every deck and every compilation. */
const onceByFile = <V>(read: (file: TemplateFile) => V): ((file: TemplateFile) => V) => {
  const readText = once((path: string) => once((text: string) => read({ path, text })))
  return ({ path, text }) => readText(path)(text)
}
const readTemplate = onceByFile(templateMakers.template)
const readContract = onceByFile(templateMakers.contract)

/** The templates; a layout stays the same object while its files say the same, so that only its own slides follow it. */
function readTemplates(files: readonly SourceFile[], memory: ParseMemory): Reading<Templates> {
  const own = below(files, 'templates/').filter((file) => file.kind === 'text' && /\.(hbs|yaml)$/i.test(file.path))
  return parseTemplates(
    own.flatMap((file) => (file.kind === 'text' ? [file] : [])),
    {
      template: readTemplate,
      contract: readContract,
      layout: (name, template, contract) =>
        memory.layouts.recall(name, [template, contract], () => templateMakers.layout(name, template, contract)),
      partials: (partials) =>
        memory.partials.recall('partials', partials.flat(), () => templateMakers.partials(partials)),
    },
  )
}

/** The slides in the order of their numbers. */
function readSlides(files: readonly SourceFile[], memory: ParseMemory): Reading<readonly ParsedSlide[]> {
  const own = below(files, 'slides/').filter(({ path }) => path.toLowerCase().endsWith('.md'))
  const { value, diagnostics } = joinReadings(
    own.flatMap((file) =>
      file.kind === 'text'
        ? [memory.slides.recall(file.path, [file.text], () => parseSlide(file.path, file.text))]
        : [],
    ),
  )
  const order = ({ source }: ParsedSlide): number => Number(source.order)
  const slides = [...value].sort((a, b) => order(a) - order(b) || (a.source.path < b.source.path ? -1 : 1))
  return { value: slides, diagnostics: own.length === 0 ? [missingSlides()] : diagnostics }
}
