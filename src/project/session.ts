import type { ChartTheme } from '../charts/colors/theme.ts'
import { type Compilation, type CompileMemory, compile, createCompileMemory, isGap } from '../compiler/compile.ts'
import { createRenderMemory, type RenderOptions, renderPage } from '../compiler/render/page-html.ts'
import { type DisclosedDeck, disclosedDeck } from '../compiler/resolve/disclosure/disclosed-deck.ts'
import type { PhraseBreaks } from '../format/letters/phrases.ts'
import { fill } from '../language/fill.ts'
import type { ChartModel } from '../model/chart.ts'
import type { Deck, Evidence } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { createMemo, once } from '../model/memory.ts'
import type { SourceFile } from '../model/source-file.ts'
import { needsRoundingNote } from '../tieout/words/rounding-notes.ts'
import { type AssetStore, assetStore, type Picture, themeText } from './assets.ts'
import { type DeckFonts, fontReader } from './fonts/font-reader.ts'
import { withScripts } from './fonts/font-sheet.ts'
import { freeMemory } from './free-memory.ts'
import type { PageState } from './patch.ts'
import { chartWithPhrases, phraseBreaks } from './phrases.ts'
import { picturesOf } from './pictures.ts'
import type { Project } from './project.ts'
import { type SourceReader, sourceReader } from './read.ts'
import { openFiguresOf } from './roll/open-figures.ts'
import { chartThemeReader, ownClasses } from './theme.ts'

/** The result of compiling the files as they were. */
export interface Outcome extends Pick<Compilation, 'slidesWithNotes' | 'leftOut'> {
  readonly files: readonly SourceFile[]
  readonly diagnostics: readonly Diagnostic[]
  /** Undefined when a diagnostic is an error. */
  readonly sound: SoundDeck | undefined
}

/** A deck without mistakes, and what its page is made with. */
export interface SoundDeck {
  readonly deck: Deck
  /** The deck as its edition gives it away: all that pages and exports are made of. */
  readonly disclosed: DisclosedDeck
  readonly evidence: Evidence
  readonly templates: Compilation['templates']
  readonly assets: AssetStore
  /** How many figures are missing, where the deck is a draft. */
  readonly draft?: number
  /** Where lines of its text without blanks may end, where it has some. */
  readonly phrases?: PhraseBreaks
}

/** A deck with its page. */
export interface BuiltDeck extends SoundDeck, PageState {
  readonly html: string // inner HTML of <body>
  /** Further files beside the page. */
  readonly further: readonly { readonly name: string; readonly content: string }[]
}

/** What ticked each figure, by fact. */
export type Ticks = ReadonlyMap<string, readonly string[]>

/** Compiles a project again and again, keeping what has not changed. */
export interface Session {
  readonly project: Project
  readonly reader: SourceReader
  compile(): Promise<Outcome>
  /** Makes the page; `ticks` are known after the tie-out. */
  render(sound: SoundDeck, ticks?: Ticks): BuiltDeck
  /** Drops what another compilation would begin with: a third of the memory that one build takes. */
  forget(): void
}

/** A deck without letters beyond Latin has the theme as its style sheets say it. */
const themeWith = ({ faces }: DeckFonts, theme: ChartTheme): ChartTheme =>
  faces.length === 0 ? theme : { ...theme, faces, font: withScripts(theme.font, faces) }

/** What makes a chart ready for drawing: the same chart for the same model, so that it is drawn once. */
const chartPreparer = (phrases: PhraseBreaks | undefined): ((model: ChartModel) => ChartModel) =>
  phrases ? preparerWith(phrases) : (model) => model

const preparerWith = once((phrases: PhraseBreaks) => once((model: ChartModel) => chartWithPhrases(model, phrases)))

type PageCharts = Required<Pick<RenderOptions, 'drawChart' | 'chartForBrowser'>>

/** What a page makes of its charts; slides are kept as long as these are the same functions. */
function pageCharts(assets: AssetStore, phrases: PhraseBreaks | undefined): PageCharts {
  const chartForBrowser = chartPreparer(phrases)
  return { chartForBrowser, drawChart: (model, box) => assets.drawChart(chartForBrowser(model), box) }
}

type AskPicture = (picture: Picture, theme: ChartTheme) => boolean

/** A deck that says by its title that it is a draft. */
function asDraft({ deck, disclosed, ...sound }: SoundDeck, draft: number): SoundDeck {
  const { title } = sound.evidence.config.language.slides.draft
  const titled = (each: Deck): Deck => ({
    ...each,
    head: { ...each.head, title: fill(title, { title: each.head.title }) },
  })
  return { ...sound, deck: titled(deck), disclosed: { ...disclosed, deck: titled(disclosed.deck) }, draft }
}

/**
 * Starts a session; `base` is what addresses of charts and JSON begin with, `ask` gets each chart when it is known, and
 * `memory` may be that of a deck that says much the same.
 */
export function deckSession(
  project: Project,
  base: string,
  ask?: AskPicture,
  memory: CompileMemory = createCompileMemory(),
): Session {
  let kept = memory
  const reader = sourceReader(project)
  const readTheme = chartThemeReader(project)
  const readFonts = fontReader(project)
  const pages = createRenderMemory()
  const drawers = createMemo<PageCharts>()
  let store: { colors: string; assets: AssetStore } | undefined
  const storeFor = (theme: ChartTheme): AssetStore => {
    const colors = themeText(theme)
    if (store?.colors !== colors)
      store = { colors, assets: assetStore(base, theme, (picture) => ask?.(picture, theme) ?? false) }
    return store.assets
  }
  return {
    project,
    reader,
    async compile(): Promise<Outcome> {
      const { files, diagnostics: unread } = await reader.read()
      const fonts = await readFonts(files)
      const phrases = await phraseBreaks(files)
      const drawn = chartPreparer(phrases)
      const assets = storeFor(themeWith(fonts, readTheme()))
      const { edition, draft, hosted } = project
      const made = compile(files, {
        draft: draft !== undefined,
        edition,
        ...(hosted && { address: hosted.address ?? null }),
        unread: [...unread, ...fonts.diagnostics],
        fonts: fonts.letters,
        memory: kept,
        pictures: picturesOf(project.root),
        classes: ownClasses(project),
        needsRoundingNote,
        foundChart: (model, box) => assets.assetUrl(`${model.id}.svg`, assets.drawChart(drawn(model), box)),
      })
      const { deck, evidence, templates, diagnostics, slidesWithNotes, leftOut } = made
      const sound = deck &&
        evidence && {
          deck,
          disclosed: disclosedDeck(deck, evidence),
          evidence,
          templates,
          assets,
          ...(phrases && { phrases }),
        }
      const hasGaps = draft !== undefined && diagnostics.some(isGap)
      const isDraft = draft === 'always' || (draft === 'while-open' && hasGaps)
      const open = isDraft ? openFiguresOf(made).length : 0
      return { files, diagnostics, slidesWithNotes, leftOut, sound: sound && isDraft ? asDraft(sound, open) : sound }
    },
    render(sound, ticks) {
      const { templates, assets, phrases, draft } = sound
      const { deck } = sound.disclosed
      const { assetUrl } = assets
      const page = renderPage(deck, templates, {
        language: sound.evidence.config.language,
        assetUrl,
        ...drawers.recall('charts', [assets, phrases], () => pageCharts(assets, phrases)),
        ...(phrases && { phrases }),
        ...(draft !== undefined && { draft }),
        ...(project.hosted && { isHosted: true }),
        memory: pages,
        ...(ticks && { ticks }),
      })
      const { html, slides, facts, data } = page
      return { ...sound, html, slides, facts, title: deck.head.title, page: JSON.stringify(data), further: [] }
    },
    forget() {
      kept = createCompileMemory()
      freeMemory()
    },
  }
}
