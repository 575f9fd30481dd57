import { join } from 'node:path'
import type { SourceFile } from '../../src/model/source-file.ts'
import { picturesOf } from '../../src/project/pictures.ts'
import type { RuleId, Verdict } from '../../src/tieout/finding.ts'
import { tieOut } from '../../src/tieout/tie-out.ts'
import { compile } from '../compile.ts'
import { anyLetter, readDeck } from '../golden/_decks.ts'

const root = join(import.meta.dirname, '..', '..')
const templates = readDeck(root).filter(({ path }) => path.startsWith('templates/'))

const slide = (body: string): SourceFile => ({
  kind: 'text',
  path: 'slides/010-true.md',
  text: `---\nlayout: points\ntitle: What is true\n---\n${body}\n`,
})

/** A finding of one of the sentences. */
export interface SentenceFinding {
  readonly sentence: string
  readonly rule: RuleId
  readonly verdict: Verdict
  readonly message: string
}

/** What the checks say of sentences on one slide of a deck without other slides, each a point. */
export function findingsOn(folder: string, sentences: readonly string[]): readonly SentenceFinding[] {
  const data = readDeck(join(root, folder)).filter(({ path }) => /^data\/(?!errata|waivers|net)/.test(path)) // these are about other slides
  const all = [...templates, ...data, slide(sentences.map((sentence) => `- ${sentence}`).join('\n'))]
  const { deck, evidence, diagnostics } = compile(all, {
    edition: 'presenter',
    fonts: anyLetter,
    pictures: picturesOf(join(root, folder)),
  })
  if (!deck || !evidence)
    throw new Error(diagnostics.map(({ message, place }) => `${place.path}:${place.line} ${message}`).join('\n'))
  return tieOut({ ...evidence, slides: deck.slides }, { files: all })
    .findings.filter(({ slide: at, rule }) => at === 'true' && rule !== 'L1') // the slide with the statement is left out
    .map(({ rule, verdict, place, message }) => ({ sentence: sentences[place.line - 5] ?? '', rule, verdict, message }))
}

/** The errors and warnings of true sentences. */
export const alarmsOn = (folder: string, sentences: readonly string[]): readonly string[] =>
  findingsOn(folder, sentences)
    .filter(({ verdict }) => verdict === 'error' || verdict === 'warning')
    .map(({ rule, sentence, message }) => `${rule} ${sentence}: ${message}`)
