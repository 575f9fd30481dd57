import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Compilation, compile, createCompileMemory } from '../../compiler/compile.ts'
import { lastMonthOf } from '../../format/fiscal.ts'
import { fill } from '../../language/fill.ts'
import type { BoundDeck, DeckConfig, Evidence } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Figure } from '../../model/figure.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { needsRoundingNote } from '../../tieout/words/rounding-notes.ts'
import { fontReader } from '../fonts/font-reader.ts'
import { picturesOf } from '../pictures.ts'
import type { Project } from '../project.ts'
import { sourceReader } from '../read.ts'
import { documentIdOf, followingId, followingShort } from './document-name.ts'
import { furtherRows, rolledFigureFiles } from './figure-files.ts'
import { wordMover } from './moved-words.ts'
import { RollError, type Step, stepTo } from './next-period.ts'
import { isOldGuidance, openFiguresOf } from './open-figures.ts'
import { relativeSlide } from './relative.ts'
import { type RollLists, rollText } from './roll-text.ts'
import { type NewDocument, rolledSettings, settingOf, withDocument, wordedKeys } from './settings-text.ts'
import { dueGuidance, targetsOf } from './targets.ts'
import { type Draft, type WantedFigure, wantedFigures } from './wanted.ts'
import { wordingsOf } from './words/wordings.ts'
import type { FileChange } from './write-files.ts'

const settingsPath = 'data/deck.yaml'
const sourcesPath = 'data/sources.yaml'
/** Where a roll leaves its lists, in the deck's folder. */
const rollPath = 'roll.md'

/** A deck's files as they are read, and what they are compiled with. */
interface Opened {
  readonly files: readonly SourceFile[]
  readonly draft: (files: readonly SourceFile[]) => Compilation
  /** What is wrong with the deck, its errata and record among it, gaps aside. */
  readonly mistakes: (files: readonly SourceFile[]) => readonly Diagnostic[]
}

/** What a roll does not read: it is about what was published before. */
const isSetAside = ({ path }: SourceFile): boolean =>
  /^data\/(?:waivers\.yaml|published\.csv|approvals\.yaml|errata\.csv|net\.yaml)$/.test(path)

async function open(project: Omit<Project, 'edition'>): Promise<Opened> {
  const full: Project = { ...project, edition: 'presenter' }
  const { files, diagnostics } = await sourceReader(full).read()
  const fonts = await fontReader(full)(files)
  const options = {
    edition: 'presenter' as const,
    draft: true,
    unread: [...diagnostics, ...fonts.diagnostics],
    fonts: fonts.letters,
    pictures: picturesOf(project.root),
    needsRoundingNote,
    memory: createCompileMemory(), // a step changes few of the files
  }
  return {
    files,
    mistakes: (now) => compile(now, options).diagnostics.filter(({ severity }) => severity === 'error'),
    draft: (now) =>
      compile(
        now.filter((file) => !isSetAside(file)),
        options,
      ),
  }
}

type Sound = Compilation & { readonly deck: NonNullable<Compilation['deck']>; readonly evidence: Evidence }

const isSound = (made: Compilation): made is Sound => made.deck !== undefined && made.evidence !== undefined

const firstError = (diagnostics: readonly Diagnostic[]): Diagnostic | undefined =>
  diagnostics.find(({ severity }) => severity === 'error')

/** The deck as it is; throws a `RollError` where it has mistakes, which hide what is to be rolled on. */
function soundDraft(made: Compilation, what: string): Sound {
  if (isSound(made)) return made
  const { place, message, code } = firstError(made.diagnostics) ?? {
    place: { path: settingsPath, line: 1 },
    message: 'no deck',
    code: '',
  }
  throw new RollError(`${what}: ${place.path}:${place.line} ${message} (${code})`)
}

const withText = (files: readonly SourceFile[], texts: ReadonlyMap<string, string>): readonly SourceFile[] =>
  files.map((file) => {
    const text = texts.get(file.path)
    return file.kind === 'text' && text !== undefined ? { ...file, text } : file
  })

const textIn = (files: readonly SourceFile[], path: string): string => {
  const file = files.find((one) => one.path === path)
  return file?.kind === 'text' ? file.text : ''
}

/** The document that most figures of the old period come from, as one of the new period. */
function nextDocument(figures: readonly Figure[], { data }: Evidence, step: Step): NewDocument | undefined {
  const counts = new Map<string, number>()
  for (const { period, scenario, sources } of figures)
    if (scenario === 'actual' && lastMonthOf(period) === lastMonthOf(step.from))
      for (const { document } of sources) counts.set(document, (counts.get(document) ?? 0) + 1)
  const [usual] = [...counts].sort(([, a], [, b]) => b - a)
  const old = usual && data.documents.get(usual[0])
  if (!old) return undefined
  const move = wordMover(step, data.config)
  const named = fill(data.config.language.roll.document, { period: step.to.label })
  const moved = (text: string): string => (move(text) === text ? named : move(text))
  const { calendar } = data.config
  const label =
    followingId(old.id, step.from, step.to, calendar) ??
    documentIdOf(step.to, new Map(), { calendar, date: step.toDate })
  const id = data.documents.has(label) ? `${label}-${step.toDate}` : label
  const short = followingShort(old.short ?? old.title, step.from, step.to, calendar)
  return { id, title: moved(old.title), short: short === old.short ? moved(short) : short, date: step.toDate }
}

/** What a roll would write, and the lists of what it leaves to do. */
export interface Rolled {
  readonly changes: readonly FileChange[]
  readonly text: string // of roll.md
  /** What is left to do; undefined where only periods became relative. */
  readonly lists?: RollLists
}

export interface RollRequest {
  readonly project: Omit<Project, 'edition'>
  /** The period and the day to roll on to; without them only `relative` is done. */
  readonly to?: { readonly period: string; readonly date: string } | undefined
  /** Whether periods that slides name by themselves become relative first. */
  readonly relative: boolean
}

/** Every printed number of a deck in order: the same before and after its periods become relative. */
const printedBy = ({ deck }: Sound): string =>
  deck.slides
    .map(({ id, uses }) => `${id}: ${uses.map(({ text, displayed }) => `${text}=${displayed}`).join(' ')}`)
    .join('\n')

/** Slides whose periods are relative where they can be. Throws a `RollError` where a slide would show another number by that. */
function relativeSlides(opened: Opened, before: Sound): ReadonlyMap<string, string> {
  const { config } = before.evidence
  const texts = new Map<string, string>()
  for (const file of opened.files) {
    if (file.kind !== 'text' || !file.path.startsWith('slides/')) continue
    const text = relativeSlide(file.text, config)
    if (text !== file.text) texts.set(file.path, text)
  }
  const after = soundDraft(opened.draft(withText(opened.files, texts)), 'nothing made relative')
  if (printedBy(after) !== printedBy(before))
    throw new RollError('nothing made relative: a slide would show other figures by that')
  return texts
}

const draftOf = (made: Compilation, config: DeckConfig): Draft => ({ compiled: made, config })

const bound = ({ deck, evidence }: Sound): BoundDeck => ({ ...evidence, slides: deck.slides })

/** Settings and sources of the next period; the figures come after, once it is known which are wanted. */
function rolledTexts(files: readonly SourceFile[], before: Sound, step: Step) {
  const { config, data } = before.evidence
  const move = wordMover(step, config)
  const document = nextDocument(data.figures, before.evidence, step)
  const settings = textIn(files, settingsPath)
  const rolled = rolledSettings(settings, step, move)
  const texts = new Map([[settingsPath, rolled]])
  const sources = textIn(files, sourcesPath)
  if (document && sources !== '') texts.set(sourcesPath, withDocument(sources, document))
  const kept = wordedKeys.flatMap((key) => {
    const words = settingOf(rolled, key)
    return words !== undefined && words === settingOf(settings, key) ? [{ key, words }] : []
  })
  return { texts, kept, document: document?.id ?? '' }
}

function changesOf(root: string, texts: ReadonlyMap<string, string>): readonly FileChange[] {
  return [...texts].flatMap(([path, after]) => {
    const file = join(root, path)
    const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined
    return before === after ? [] : [{ path, before, after }]
  })
}

/** Rolls a deck on in memory: nothing is written. Throws a `RollError` that says why where it cannot be done. */
export async function rollDeck({ project, to, relative }: RollRequest): Promise<Rolled> {
  const opened = await open(project)
  const first = soundDraft(opened.draft(opened.files), 'nothing rolled: correct the deck first')
  const slides = relative ? relativeSlides(opened, first) : new Map<string, string>()
  if (!to) return { changes: changesOf(project.root, slides), text: '' }
  const step = stepTo(first.evidence.config, to.period, to.date)
  const files = withText(opened.files, slides)
  const before = relative ? soundDraft(opened.draft(files), 'nothing rolled') : first
  const { texts, kept, document } = rolledTexts(files, before, step)
  const made = opened.draft(withText(files, texts))
  const { config } = before.evidence
  const rolledConfig: DeckConfig = { ...config, reportingPeriod: step.to, date: step.toDate }
  const { data } = before.evidence
  const asked = wantedFigures(draftOf(before, config), draftOf(made, rolledConfig), data)
  const isDue = ({ scenario }: WantedFigure): boolean => isOldGuidance(data.scenarios.get(scenario), step.fromDate)
  const due = asked.filter((one) => isDue(one) && lastMonthOf(one.period) > lastMonthOf(step.to))
  const figures = rolledFigureFiles({
    files,
    figures: data.figures,
    wanted: asked.filter((one) => !isDue(one)),
    due,
    ...{ step, calendar: config.calendar, document },
  })
  const all = new Map([...slides, ...texts, ...figures.edits])
  const after = opened.draft(withText(files, all))
  const deck = isSound(after) ? bound(after) : { ...bound(before), config: rolledConfig }
  const { past, old } = targetsOf(deck, step)
  const missing = openFiguresOf(after)
  const lists: RollLists = {
    changed: [...all.keys()].sort(),
    open: missing,
    further: furtherRows(figures.open, missing, config.calendar),
    due: dueGuidance(due),
    kept,
    wordings: wordingsOf(deck, step, withText(files, all)),
    mistakes: opened.mistakes(withText(files, all)),
    ...{ past, old },
    leftOut: after.leftOut,
  }
  const text = rollText(lists, deck, step)
  return { changes: changesOf(project.root, new Map([...all, [rollPath, text]])), text, lists }
}
