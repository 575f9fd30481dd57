import {
  type Compilation,
  type CompileMemory,
  compile,
  createCompileMemory,
  expectedGap,
  type UnmeasuredLayout,
  unmeasuredText,
} from '../compiler/compile.ts'
import type { CompileOptions } from '../compiler/options.ts'
import type { FontLetters } from '../format/letters/text-face.ts'
import type { BoundDeck, Edition } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/source-file.ts'
import { type Finding, isOpen } from '../tieout/finding.ts'
import type { Net } from '../tieout/net.ts'
import { type TieOut, tieOut, tieOutOf } from '../tieout/tie-out.ts'
import { needsRoundingNote } from '../tieout/words/rounding-notes.ts'
import { fontReader } from './fonts/font-reader.ts'
import { picturesOf } from './pictures.ts'
import type { Project } from './project.ts'
import { type Sources, sourceReader } from './read.ts'
import { digest } from './record/digest.ts'
import { ownClasses } from './theme.ts'
import { boundDeck, unusedWaiver } from './tie.ts'

/** All that a build of either edition would say of a deck. */
export interface CheckedDeck {
  readonly files: readonly SourceFile[]
  /** Of reading, compiling and tying, each once; what holds in one edition only says which. */
  readonly diagnostics: readonly Diagnostic[]
  /** Slides that `when` leaves out of this reporting period. */
  readonly leftOut: Compilation['leftOut']
  /** Layouts whose contracts give running text no box, with their slides that have some: it is not measured there. */
  readonly unmeasured: readonly UnmeasuredLayout[]
  /** Whether figures may be still to come: a slide asks for one, or a mistake leaves no deck that would tell. */
  readonly mayBeOpen: boolean
  /** Undefined while an error leaves one of the editions without a deck. */
  readonly tied: TiedDeck | undefined
}

export interface TiedDeck {
  readonly presenter: BoundDeck
  readonly public: BoundDeck
  /** Findings of reading and compiling alone: warnings. */
  readonly compiled: readonly Diagnostic[]
  /** The tie-out of the presenter edition, and what fails in the public one alone. */
  readonly result: TieOut
}

const noNet: Net = { figures: [], counts: { tied: 0, 'source-only': 0, untied: 0 } }

interface Editions<T> {
  readonly presenter: readonly T[]
  readonly public: readonly T[]
}

/** Both lists as one; `differs` says whether an item has to name the edition that it holds in. */
function mergeEditions<T extends Diagnostic | Finding>(
  lists: Editions<T>,
  { keyOf, differs }: { readonly keyOf: (item: T) => string; readonly differs: (item: T) => boolean },
): readonly T[] {
  const only = (edition: Edition, other: Edition): readonly T[] => {
    const known = new Set(lists[other].filter(differs).map(keyOf)) // the same finding differs in neither
    return lists[edition].filter((item) => differs(item) && !known.has(keyOf(item)))
  }
  const inPresenter = new Set(only('presenter', 'public'))
  return [
    ...lists.presenter.map((item) => (inPresenter.has(item) ? { ...item, edition: 'presenter' as const } : item)),
    ...only('public', 'presenter').map((item) => ({ ...item, edition: 'public' as const })),
  ]
}

const placeKey = ({ path, line, column, cell }: Diagnostic['place']): readonly unknown[] => [path, line, column, cell]

const mergeDiagnostics = (lists: Editions<Diagnostic>): readonly Diagnostic[] =>
  mergeEditions(lists, {
    keyOf: ({ code, severity, message, place }) => JSON.stringify([code, severity, message, ...placeKey(place)]),
    differs: () => true,
  })

/** A waiver is unused when neither edition needs it; ticks are those of the presenter edition, which has more. */
function mergeFindings(lists: Editions<Finding>): readonly Finding[] {
  const unused = new Set(lists.public.flatMap(({ rule, message }) => (rule === unusedWaiver ? [message] : [])))
  const presenter = lists.presenter.filter(({ rule, message }) => rule !== unusedWaiver || unused.has(message))
  return mergeEditions(
    { ...lists, presenter },
    {
      keyOf: ({ rule, verdict, message, arithmetic, place }) =>
        JSON.stringify([rule, verdict, message, arithmetic, ...placeKey(place)]),
      differs: (finding) => isOpen(finding) && finding.rule !== unusedWaiver,
    },
  )
}

/** An edition, without pictures: nobody looks at them. Everything that both have in common is made once. */
function compileEdition(
  { files, diagnostics: unread, ...known }: Sources & Pick<CompileOptions, 'pictures' | 'classes' | 'fonts'>,
  edition: Edition,
  memory: CompileMemory,
): Compiled {
  const { deck, evidence, diagnostics, leftOut, gaps, asked, templates } = compile(files, {
    edition,
    unread,
    ...known,
    memory,
    needsRoundingNote,
  })
  if (!deck || !evidence) return { deck: undefined, diagnostics, leftOut, unmeasured: [], mayBeOpen: true }
  const everAsked = asked()
  const mayBeOpen = gaps().some((gap) => expectedGap(gap.asked, evidence.data, everAsked))
  return {
    deck: boundDeck({ deck, evidence }),
    diagnostics,
    leftOut,
    unmeasured: unmeasuredText(deck, templates),
    mayBeOpen,
  }
}

interface Compiled {
  readonly deck: BoundDeck | undefined
  readonly leftOut: Compilation['leftOut']
  readonly unmeasured: readonly UnmeasuredLayout[]
  readonly mayBeOpen: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a deck, compiles and ties both of its editions, and writes nothing. */
export async function checkEditions({ root, engine }: Omit<Project, 'edition'>): Promise<CheckedDeck> {
  const project: Project = { root, engine, edition: 'presenter' }
  const read = await sourceReader(project).read()
  const { letters, diagnostics } = await fontReader(project)(read.files)
  const classes = ownClasses(project)
  return checkSources({ ...read, classes, diagnostics: [...read.diagnostics, ...diagnostics] }, root, letters)
}

/** The same of sources that were read from a root; `fonts` are the letters of those that the deck names. */
export function checkSources(
  read: Sources & Pick<CompileOptions, 'classes'>,
  root: string,
  fonts?: FontLetters,
): CheckedDeck {
  const sources = { ...read, pictures: picturesOf(root), ...(fonts && { fonts }) }
  const { files } = sources
  const memory = createCompileMemory()
  const presenter = compileEdition(sources, 'presenter', memory)
  const open = compileEdition(sources, 'public', memory)
  const { leftOut, mayBeOpen, unmeasured } = presenter
  const compiled = mergeDiagnostics({ presenter: presenter.diagnostics, public: open.diagnostics })
  const [ofPresenter, ofPublic] = [presenter, open].map(({ deck }) => deck && tieOut(deck, { files, digest }))
  const findings = mergeFindings({ presenter: ofPresenter?.findings ?? [], public: ofPublic?.findings ?? [] })
  const result = tieOutOf(findings, ofPublic?.net ?? noNet)
  const diagnostics = [...compiled, ...result.diagnostics]
  if (!presenter.deck || !open.deck) return { files, diagnostics, leftOut, unmeasured, mayBeOpen, tied: undefined }
  return {
    files,
    diagnostics,
    leftOut,
    unmeasured,
    mayBeOpen,
    tied: { presenter: presenter.deck, public: open.deck, compiled, result },
  }
}
