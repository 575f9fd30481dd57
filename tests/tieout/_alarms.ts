import { join } from 'node:path'
import type { SourceFile } from '../../src/model/source-file.ts'
import { picturesOf } from '../../src/project/pictures.ts'
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

/** What the checks say of true sentences on one slide of a deck without other slides. */
export function alarmsOn(folder: string, sentences: readonly string[]): readonly string[] {
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
    .findings.filter(({ verdict, slide: at }) => at === 'true' && (verdict === 'error' || verdict === 'warning'))
    .filter(({ rule }) => rule !== 'L1') // the slide with the statement is left out
    .map(({ rule, place, message }) => `${rule} ${sentences[place.line - 5]}: ${message}`)
}
