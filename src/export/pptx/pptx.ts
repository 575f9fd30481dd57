import type { Deck, Slide } from '../../model/deck.ts'
import { chartDrawer, isDrawn } from './charts/chart-items.ts'
import type { DrawingContext } from './drawing/items-xml.ts'
import type { TextContext } from './drawing/text-xml.ts'
import type { DrawnChart, PresentationInput } from './input.ts'
import type { ChartItem, Item } from './items.ts'
import { composedAs, hasClass, isDarkened, layoutName, slideItems } from './layouts/compose.ts'
import { companyItem, contentArea, numberItem, tabItem, titleItem } from './layouts/frame.ts'
import { boxOf, type LayoutBoxes, margin, type SlideScope } from './layouts/scope.ts'
import { onDark } from './look.ts'
import { layoutXml, masterXml, slideXml } from './package/master.ts'
import { notesMasterXml, notesSlideXml } from './package/notes.ts'
import { type OfficePackage, officePackage, type PartRelations, partRelations } from './package/parts.ts'
import { coreProperties, presentationProperties, presentationXml, tableStyles } from './package/presentation.ts'
import { themeXml } from './package/theme.ts'
import { ringItems } from './pieces/rings.ts'
import { textOf } from './text/paragraphs.ts'

const types = {
  presentation: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
  master: 'application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml',
  layout: 'application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml',
  slide: 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml',
  notesMaster: 'application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml',
  notesSlide: 'application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml',
  properties: 'application/vnd.openxmlformats-officedocument.presentationml.presProps+xml',
  tableStyles: 'application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml',
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  core: 'application/vnd.openxmlformats-package.core-properties+xml',
} as const

const noBoxes: LayoutBoxes = { variants: {} }

/** Files that several slides use: each is added once. */
interface Media {
  readonly pathOf: (content: Buffer, ending: string) => string
}

function media(file: OfficePackage): Media {
  const paths = new Map<string, string>()
  return {
    pathOf(content, ending) {
      const key = content.toString('base64')
      const known = paths.get(key)
      if (known !== undefined) return known
      const path = `ppt/media/image${paths.size + 1}.${ending}`
      paths.set(key, path)
      file.add(path, content, '')
      return path
    },
  }
}

interface Making {
  readonly input: PresentationInput
  readonly file: OfficePackage
  readonly media: Media
  readonly slidePaths: ReadonlyMap<string, string>
  readonly charts: { count: number }
}

function textContext({ input, slidePaths }: Making, relations: PartRelations): TextContext {
  const { head } = input.deck
  return {
    look: input.look,
    language: head.textLanguage ?? head.language,
    linkTo(address) {
      const slide = address.startsWith('#/') ? slidePaths.get(address.slice(2)) : undefined
      if (slide) return { id: relations.idOf({ type: 'slide', target: slide }), action: 'ppaction://hlinksldjump' }
      if (!/^(?:https?|mailto):/i.test(address)) return undefined
      return { id: relations.idOf({ type: 'hyperlink', target: address, external: true }) }
    },
  }
}

function addChart({ file, charts }: Making, item: ChartItem, relations: PartRelations): string {
  charts.count += 1
  const path = `ppt/charts/chart${charts.count}.xml`
  const book = `ppt/embeddings/Microsoft_Excel_Sheet${charts.count}.xlsx`
  const own = partRelations(path)
  file.add(path, item.xml({ workbook: own.idOf({ type: 'package', target: book }) }), types.chart, own)
  file.add(book, item.workbook, '')
  return relations.idOf({ type: 'chart', target: path })
}

const drawingContext = (making: Making, relations: PartRelations): DrawingContext => ({
  ...textContext(making, relations),
  pictureId: (content, ending) => relations.idOf({ type: 'image', target: making.media.pathOf(content, ending) }),
  chartId: (item) => addChart(making, item, relations),
})

/** What all slides of a layout share. */
function layoutItems(name: string, making: Making): readonly Item[] {
  const { input } = making
  const composed = composedAs(name, making.input.ownLayouts)
  const { ground, footless, left } = composed
  const { look, deck } = input
  const isDark = ground === 'dark'
  const title = titleItem(
    [{ runs: [{ text: deck.head.title, bold: true }], size: 54, line: 1.16, color: isDark ? look.onDeep : look.ink }],
    { x: margin, y: 62, width: 1680, height: 126 },
  )
  const hasCover = name === 'cover' && deck.head.coverPicture !== null
  return [
    ...(isDark && !hasCover && left === undefined
      ? ringItems(look, name === 'cover' ? 'cover' : isDarkened(composed) || name === 'contact' ? 'tone' : 'opening')
      : []),
    tabItem(isDarkened(composed) ? look.onDeep : isDark ? look.accent : look.mark),
    title,
    ...(!footless && (ground === 'light' || isDarkened(composed))
      ? [companyItem({ ...input, head: deck.head }, isDark)]
      : []),
    ...(footless ? [] : [{ ...numberItem('‹#›', isDark ? look.onDeepMuted : look.ink), isNumber: true } as const]),
  ]
}

function scopeOf(slide: Slide, position: number, { input }: Making): SlideScope {
  const boxes = input.layouts.get(slide.layout) ?? noBoxes
  const { language, picture } = input
  const { head } = input.deck
  const has = hasClass(slide)
  return {
    slide,
    position,
    head,
    sections: input.deck.sections,
    language,
    look: has('dark') ? onDark(input.look) : input.look,
    boxes,
    table: boxOf(boxes, slide.class, 'table'),
    text: boxOf(boxes, slide.class, 'text'),
    area: contentArea(slide, boxes, { look: input.look, language, head, picture, has }),
    has,
    picture,
    drawChart: chartDrawer({ slide, input }),
    qr: input.qr,
  }
}

const masterPath = 'ppt/slideMasters/slideMaster1.xml'
const notesMasterPath = 'ppt/notesMasters/notesMaster1.xml'
const firstLayoutId = 2_147_483_649

function addMaster(names: readonly string[], making: Making): ReadonlyMap<string, string> {
  const { file, input } = making
  const relations = partRelations(masterPath)
  const paths = new Map(names.map((name, index) => [name, `ppt/slideLayouts/slideLayout${index + 1}.xml`]))
  const ids = [...paths.values()].map((target, index) => ({
    id: firstLayoutId + index,
    relation: relations.idOf({ type: 'slideLayout', target }),
  }))
  relations.idOf({ type: 'theme', target: 'ppt/theme/theme1.xml' })
  const { look, deck } = input
  const title = titleItem([{ runs: [{ text: deck.head.title, bold: true }], size: 54, line: 1.16 }], {
    x: margin,
    y: 62,
    width: 1680,
    height: 126,
  })
  const items: readonly Item[] = [title, { ...numberItem('‹#›', look.ink), isNumber: true }]
  file.add(masterPath, masterXml(items, ids, drawingContext(making, relations)), types.master, relations)
  for (const [name, path] of paths) {
    const own = partRelations(path)
    own.idOf({ type: 'slideMaster', target: masterPath })
    const isDark = composedAs(name, making.input.ownLayouts).ground === 'dark'
    const xml = layoutXml(name, { items: layoutItems(name, making), isDark }, drawingContext(making, own))
    file.add(path, xml, types.layout, own)
  }
  file.add('ppt/theme/theme1.xml', themeXml(look, deck.head.shortName), types.theme)
  return paths
}

function addNotes(
  slide: Slide,
  { path, number }: { readonly path: string; readonly number: number },
  making: Making,
): string {
  const notes = `ppt/notesSlides/notesSlide${number}.xml`
  const relations = partRelations(notes)
  relations.idOf({ type: 'notesMaster', target: notesMasterPath })
  relations.idOf({ type: 'slide', target: path })
  const paragraphs = textOf(slide.notes, { look: making.input.look, size: 24, second: 24, heading: 24, line: 1.2 })
  making.file.add(notes, notesSlideXml(paragraphs, textContext(making, relations)), types.notesSlide, relations)
  return notes
}

function addNotesMaster(making: Making): void {
  const { file, input } = making
  const relations = partRelations(notesMasterPath)
  relations.idOf({ type: 'theme', target: 'ppt/theme/theme2.xml' })
  file.add(notesMasterPath, notesMasterXml(textContext(making, relations)), types.notesMaster, relations)
  file.add('ppt/theme/theme2.xml', themeXml(input.look, input.deck.head.shortName), types.theme)
}

/** Slides by section; those before the first stand under the title of the deck. */
function sectionsOf(
  { slides, sections, head }: Deck,
  idOf: (slide: Slide) => number,
): readonly { readonly title: string; readonly slides: readonly number[] }[] {
  const openers = new Map(sections.map((section) => [section.slide, section.title]))
  const found: { title: string; slides: number[] }[] = []
  for (const slide of slides) {
    const title = openers.get(slide.id)
    if (title !== undefined || found.length === 0) found.push({ title: title ?? head.title, slides: [] })
    found.at(-1)?.slides.push(idOf(slide))
  }
  return found
}

function addPresentation(making: Making, hasNotes: boolean): void {
  const { file, input, slidePaths } = making
  const { deck, date, look, language } = input
  const relations = partRelations('ppt/presentation.xml')
  const master = relations.idOf({ type: 'slideMaster', target: masterPath })
  const notesMaster = hasNotes ? relations.idOf({ type: 'notesMaster', target: notesMasterPath }) : undefined
  const slides = deck.slides.map((slide, index) => ({
    id: 256 + index,
    relation: relations.idOf({ type: 'slide', target: slidePaths.get(slide.id) ?? '' }),
  }))
  for (const [type, target] of [
    ['theme', 'ppt/theme/theme1.xml'],
    ['presProps', 'ppt/presProps.xml'],
    ['tableStyles', 'ppt/tableStyles.xml'],
  ] as const)
    relations.idOf({ type, target })
  const order = new Map(deck.slides.map((slide, index) => [slide, 256 + index]))
  const sections = sectionsOf(deck, (slide) => order.get(slide) ?? 0)
  file.add(
    'ppt/presentation.xml',
    presentationXml({ master, notesMaster, slides, sections }, look),
    types.presentation,
    relations,
  )
  file.add('ppt/presProps.xml', presentationProperties, types.properties)
  file.add('ppt/tableStyles.xml', tableStyles, types.tableStyles)
  const core = coreProperties({ title: deck.head.title, language: deck.head.textLanguage ?? language.tag, date })
  file.add('docProps/core.xml', core, types.core)
}

/** The relationships of the package itself come first. */
function addRoot(file: OfficePackage): void {
  const relations = partRelations('')
  relations.idOf({ type: 'officeDocument', target: 'ppt/presentation.xml' })
  relations.idOf({
    type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    target: 'docProps/core.xml',
  })
  file.addRelations('_rels/.rels', relations)
}

/** The charts of a deck that PowerPoint has no type for: they are drawn before the presentation is made. */
export const drawnCharts = ({ deck, look }: Pick<PresentationInput, 'deck' | 'look'>): readonly DrawnChart[] =>
  deck.slides.flatMap((slide) =>
    slide.visuals.flatMap((visual) =>
      visual.kind === 'chart' && isDrawn(visual.chart, look)
        ? [{ slide: slide.id, chart: visual.chart, box: visual.box }]
        : [],
    ),
  )

/** The deck as a PowerPoint file, native and editable; the same deck gives the same bytes. */
export function presentation(input: PresentationInput): Buffer {
  const { deck } = input
  const file = officePackage()
  addRoot(file)
  const slidePaths = new Map(deck.slides.map(({ id }, index) => [id, `ppt/slides/slide${index + 1}.xml`]))
  const making: Making = { input, file, media: media(file), slidePaths, charts: { count: 0 } }
  const hasNotes = deck.slides.some(({ notes }) => notes.length > 0)
  addPresentation(making, hasNotes)
  const layoutPaths = addMaster([...new Set(deck.slides.map((slide) => layoutName(slide, input.ownLayouts)))], making)
  if (hasNotes) addNotesMaster(making)
  for (const [index, slide] of deck.slides.entries()) {
    const path = slidePaths.get(slide.id) ?? ''
    const relations = partRelations(path)
    relations.idOf({ type: 'slideLayout', target: layoutPaths.get(layoutName(slide, input.ownLayouts)) ?? '' })
    const items = slideItems(scopeOf(slide, index + 1, making), input.ownLayouts)
    if (slide.notes.length > 0)
      relations.idOf({ type: 'notesSlide', target: addNotes(slide, { path, number: index + 1 }, making) })
    file.add(path, slideXml(items, slide.hidden, drawingContext(making, relations)), types.slide, relations)
  }
  return file.file()
}
