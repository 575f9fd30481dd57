import { join } from 'node:path'
import { compile, createCompileMemory } from '../../src/compiler/compile.ts'
import type { BoundDeck as Deck } from '../../src/model/deck.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { picturesOf } from '../../src/project/pictures.ts'
import { digest } from '../../src/project/record/digest.ts'
import { openLedger } from '../../src/tieout/arithmetic/data-ledger.ts'
import type { Finding } from '../../src/tieout/finding.ts'
import { addedRows, publishedFigures } from '../../src/tieout/report/published.ts'
import { tieOut } from '../../src/tieout/tie-out.ts'
import { dataMutations, unitMutations } from './data-mutations.ts'
import { applyMutation, type Mutation } from './mutation.ts'
import { pick, seededRandom } from './random.ts'
import { slideMutations } from './slide-mutations.ts'
import { verbMutations } from './verb-mutations.ts'
import { visualMutations } from './visual-mutations.ts'

export interface Judged {
  readonly mutation: Mutation
  /** Rules that spoke up, or the compiler's codes; empty when nobody did. */
  readonly caughtBy: readonly string[]
  /** Whether knowing what the last edition printed (rule P3) would have caught it. */
  readonly withLastEdition: boolean
  /** Of a fault that nobody caught: what the clean deck has to hold against it. */
  readonly why: string
}

/** Judges mutations of one deck, one after the other, keeping what does not change between them. */
export interface Judge {
  readonly deck: Deck
  /** Errors and warnings of the clean deck: false alarms, all of them. */
  readonly alarms: readonly Finding[]
  readonly judge: (mutation: Mutation) => Judged
  /** The same of many at once: faults on slides of their own are put into one deck. */
  readonly judgeAll: (mutations: readonly Mutation[]) => readonly Judged[]
  /** What the checks say of slides: errors and warnings by the path of the slide. */
  readonly alarmsOn: (slides: readonly SlideText[]) => ReadonlyMap<string, readonly string[]>
}

interface SlideText {
  readonly path: string
  readonly text: string
}

const isAlarm = ({ verdict }: Finding): boolean => verdict === 'error' || verdict === 'warning'
const keyOf = ({ rule, message, place }: Finding): string => `${rule} ${message} ${place.path}`

const warningOf = ({ code, message, place }: Diagnostic): string => `${code} ${message} ${place.path}:${place.line}`

/** Rules that tie a figure to another one; the rest look at it alone. */
const ties: ReadonlySet<string> = new Set([
  'F1',
  'F2',
  'F3',
  'F4',
  'F4b',
  'F5',
  'F6',
  'C1',
  'C2',
  'C5',
  'C6',
  'C7',
  'G1',
])

/** Says why a fault goes unseen: nothing ties to the figure, a tie lacks data, or the ties that there are allow it. */
function reasons(
  files: readonly SourceFile[],
  deck: Deck,
  findings: readonly Finding[],
): (mutation: Mutation) => string {
  const { statements } = openLedger(deck.data)
  return ({ path, start, end, blind }) => {
    if (blind !== undefined) return blind
    const file = files.find((each) => each.path === path)
    const before = (file?.kind === 'text' ? file.text : '').slice(0, start)
    if (!path.startsWith('data/')) return 'the data bear out either word: up on one comparison, down on another'
    const [line, column] = [before.split('\n').length, start - before.lastIndexOf('\n')]
    const stated = statements.filter(
      ({ place }) => place.path === path && place.line === line && Math.abs(place.column - column) <= end - start,
    )
    const about = findings.filter(
      ({ rule, facts }) => ties.has(rule) && stated.some(({ fact }) => facts.includes(fact)),
    )
    const held = [...new Set(about.filter(({ verdict }) => verdict !== 'not-checkable').map(({ rule }) => rule))]
    if (held.length > 0) return `its ties (${held.join(' ')}) hold for that value too, within their bounds`
    if (about.length > 0) return 'its ties lack data: not checkable'
    return 'no other figure ties to it'
  }
}

const ofReferenceDeck = picturesOf(join(import.meta.dirname, '../..'))

export function openJudge(files: readonly SourceFile[], { isPublished = false } = {}): Judge {
  const memory = createCompileMemory()
  const texts = files.flatMap((file) => (file.kind === 'text' ? [file.text] : []))
  const named = /!\[[^\]]*\]\(([^)\s]+)|\b([\w./-]+\.(?:svg|png|jpe?g|webp))\b/g // in slides, and as a logo in deck.yaml
  const pictures = new Set([
    ...ofReferenceDeck, // which names some by its data
    ...texts.flatMap((text) => [...text.matchAll(named)].map(([, path, file]) => path ?? file ?? '')),
  ])
  const build = (sources: readonly SourceFile[]): { deck: Deck | undefined; diagnostics: readonly Diagnostic[] } => {
    const { deck, evidence, diagnostics } = compile(sources, { edition: 'presenter', memory, pictures })
    return { deck: deck && evidence && { ...evidence, slides: deck.slides }, diagnostics }
  }
  const { deck, diagnostics } = build(files)
  if (!deck) throw new Error(`the clean deck does not compile: ${diagnostics.map(({ message }) => message).join('; ')}`)
  const warned = new Set(diagnostics.map(warningOf)) // what the clean deck is told anyway
  const clean = tieOut(deck, { files })
  const known = new Set(clean.findings.filter(isAlarm).map(keyOf))
  const published = addedRows([], publishedFigures(deck), digest)
  const reason = reasons(files, deck, clean.findings)
  const judge = judgeOne
  /** Rules by the path of the slide that they speak up on, or the compiler's codes. */
  function alarmsOn(slides: readonly SlideText[]): ReadonlyMap<string, readonly string[]> {
    const sources = [...files, ...slides.map(({ path, text }): SourceFile => ({ kind: 'text', path, text }))]
    const built = build(sources)
    const found = built.deck
      ? tieOut(built.deck, { files: sources, digest })
          .findings.filter((finding) => isAlarm(finding) && !known.has(keyOf(finding)))
          .map(({ rule, place, message }) => ({ path: place.path, text: `${rule} ${message}` }))
      : []
    const fresh = built.diagnostics.filter((diagnostic) => !warned.has(warningOf(diagnostic)))
    const told = fresh.map(({ code, place, message }) => ({
      path: place.path,
      text: `compiler:${code} ${message}`,
    }))
    const byPath = new Map<string, string[]>()
    for (const { path, text } of [...found, ...told]) byPath.set(path, [...(byPath.get(path) ?? []), text])
    const rest = slides.filter(({ path }) => !byPath.has(path))
    if (built.deck || rest.length === slides.length) return byPath
    return new Map([...alarmsOn(rest), ...byPath]) // those that do not compile keep nobody else from being judged
  }
  function judgeOne(mutation: Mutation): Judged {
    const sources = applyMutation(files, mutation)
    const built = build(sources)
    if (!built.deck) {
      const codes = built.diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => `compiler:${code}`)
      return { mutation, caughtBy: [...new Set(codes)], withLastEdition: true, why: '' }
    }
    const { findings } = tieOut(built.deck, isPublished ? { files: sources, digest } : { files: sources, published })
    const fresh = findings.filter((finding) => isAlarm(finding) && !known.has(keyOf(finding)))
    const rules = [...new Set(fresh.map(({ rule }) => rule))].sort()
    const caughtBy = rules.filter((rule) => isPublished || rule !== 'P3')
    const why = caughtBy.length > 0 ? '' : reason(mutation)
    return { mutation, caughtBy, withLastEdition: rules.length > 0, why }
  }
  return {
    ...{ deck, judge, alarmsOn },
    alarms: clean.findings.filter(isAlarm),
    judgeAll(mutations) {
      const own = mutations.filter(({ twin }) => twin !== undefined)
      const found = alarmsOn(own)
      const together = own.map((mutation): Judged => {
        const rules = (found.get(mutation.path) ?? []).map((text) => text.split(' ')[0] ?? '')
        const caughtBy = [...new Set(rules)].sort()
        return { mutation, caughtBy, withLastEdition: caughtBy.length > 0, why: 'no rule judges these words' }
      })
      return [...together, ...mutations.filter(({ twin }) => twin === undefined).map(judgeOne)]
    },
  }
}

/** So many mutations of every kind, the same for the same seed. */
export function chooseMutations(
  files: readonly SourceFile[],
  deck: Deck,
  { perKind, seed }: { perKind: number; seed: number },
): readonly Mutation[] {
  const random = seededRandom(seed)
  const all = [
    ...slideMutations(files, deck),
    ...verbMutations(files),
    ...dataMutations(files),
    ...unitMutations(files),
    ...visualMutations(files, deck),
  ]
  const kinds = [...new Set(all.map(({ kind }) => kind))].sort()
  return kinds.flatMap((kind) =>
    pick(
      all.filter((mutation) => mutation.kind === kind),
      perKind,
      random,
    ),
  )
}

export interface KindScore {
  readonly kind: string
  readonly tried: number
  readonly caught: number
  readonly withLastEdition: number
  readonly rules: readonly string[]
  readonly missed: readonly Judged[]
}

/** The scores by kind. */
export function scoresOf(judged: readonly Judged[]): readonly KindScore[] {
  const kinds = [...new Set(judged.map(({ mutation }) => mutation.kind))]
  return kinds.map((kind) => {
    const own = judged.filter(({ mutation }) => mutation.kind === kind)
    const missed = own.filter(({ caughtBy }) => caughtBy.length === 0)
    const rules = [...new Set(own.flatMap(({ caughtBy }) => caughtBy))].sort()
    const withLastEdition = own.filter((each) => each.withLastEdition).length
    return { kind, tried: own.length, caught: own.length - missed.length, withLastEdition, rules, missed }
  })
}
