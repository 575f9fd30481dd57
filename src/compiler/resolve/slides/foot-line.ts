import { estimatedTypesetter as typesetter } from '../../../charts/layout/letters.ts'
import { plainText } from '../../../model/content.ts'
import type { Note, Slide } from '../../../model/deck.ts'

const foot = { width: 1728, number: 40 + 3 * 28, size: 20, names: 4, logo: 100, rest: 115, gap: 16, surplus: 1.03 } // of templates/theme/canvas.css

/** Notes in the order in which they give way to their short forms: what was printed otherwise is said as long as it can be. */
const yielding: readonly (readonly Note['origin'][])[] = [
  [],
  ['derived'],
  ['derived', 'rounding'],
  ['derived', 'rounding', 'restated'],
  ['derived', 'rounding', 'restated', 'corrected'],
]

/** What stands beside the notes and the names of documents, and how wide all may be. */
interface About {
  readonly section: string
  readonly company: string
  readonly footnotes?: readonly Note[]
  readonly width?: number | undefined
}

/** What stands at the foot; a note has its short form there only where it is shown in it. */
export type FootLine = Pick<Slide, 'sourceLine' | 'footnotes'>

/**
 * The one line of a slide's foot, beside the section and the company: notes first, in the room of the section, then names of
 * documents. Up to four where all fit; else two or one "and others", behind derived figures that are named without their list;
 * then further notes are shortened. What was printed otherwise is said before any document.
 * `rest` is the room of "and others", `surplus` what letters may be wider than estimated.
 */
export function footLine(names: readonly string[], about: About): FootLine {
  const { section, company, footnotes = [], width = foot.width } = about
  const beside = (footnotes.length > 0 ? 0 : widthOf(section)) + Math.max(foot.logo, widthOf(company, 600))
  const line = width - foot.number - beside
  const isFitting = ({ notes, count }: Try): boolean => widthOfNotes(notes) + widthOfNames(names, count) <= line
  const tries = triesOf(names.length, footnotes)
  const { notes, count } = tries.find(isFitting) ?? tries.at(-1) ?? { notes: footnotes, count: 0 }
  return { footnotes: notes, sourceLine: { names: names.slice(0, count), others: names.slice(count) } }
}

interface Try {
  readonly notes: readonly Note[]
  readonly count: number
}

/** What may stand on the line, best first; by itself the first document always does. */
function triesOf(documents: number, footnotes: readonly Note[]): readonly Try[] {
  const all = documents <= foot.names ? [documents] : []
  const some = [2, 1].filter((count) => count < documents)
  if (footnotes.length === 0) return [...all, ...some].map((count) => ({ notes: footnotes, count }))
  return yielding.flatMap((origins, level) => {
    const counts = [...all, ...(level > 0 ? some : []), ...(level >= yielding.length - 2 ? [0] : [])]
    const notes = footnotes.map((note) => inForm(note, origins))
    return counts.map((count) => ({ notes, count }))
  })
}

function inForm({ short, ...note }: Note, origins: readonly Note['origin'][]): Note {
  return short !== undefined && origins.includes(note.origin) ? { ...note, short } : note
}

const widthOfNotes = (notes: readonly Note[]): number =>
  notes.reduce((sum, { mark = '', runs, short }) => sum + widthOf(`${mark} ${short ?? plainText(runs)}`) + foot.gap, 0)

const widthOfNames = (names: readonly string[], count: number): number =>
  widthOf(names.slice(0, count).join('; ')) + (count < names.length ? foot.rest : 0)

const widthOf = (text: string, weight?: 600): number => typesetter.width(text, foot.size, weight) * foot.surplus
