import { fill } from '../../language/fill.ts'
import type { FactsData } from '../../model/page-data.ts'
import type { PartContext } from '../part.ts'
import { figuresInText, figuresOf, type PrintedFigure, printedIn } from './copied-figures.ts'
import { type CopiedFigures, csvText, tablesHtml, tabText } from './copied-text.ts'
import { type Clip, copyClip, copyPng, fillClipboard, saveFile } from './hand-over.ts'
import { pictureOf, pngOf, svgOf } from './pictures.ts'

const clipOf = (all: readonly CopiedFigures[]): Clip => ({ text: tabText(all), html: tablesHtml(all) })

const factsOf = ({ facts }: PartContext): Promise<FactsData | undefined> => facts.load().catch(() => undefined)

/** What of a slide is copied: charts whose tables are open, else all its tables and charts, else its figures in text. */
async function figuresOfSlide(context: PartContext): Promise<readonly CopiedFigures[]> {
  const reader = { ...context, facts: await factsOf(context) }
  const slide = context.view.current() ?? context.view.root
  const find = (selector: string): Element[] => [...slide.querySelectorAll(selector)]
  const open = find('figure.chart:has(details[open])')
  const all = open.length > 0 ? open : find('figure:is(.chart, .table)')
  if (all.length > 0) return all.map((figure) => figuresOf(figure, reader))
  const figures = printedIn(slide)
  return figures.length === 0 ? [] : [figuresInText(figures, slide, reader)]
}

async function copyAll(all: readonly CopiedFigures[], { say, words: { said } }: PartContext): Promise<void> {
  if (all.length === 0) return say(said.nothingToCopy)
  say((await copyClip(clipOf(all))) ? said.copied : said.copyRefused)
}

function saveAll(name: string, all: readonly CopiedFigures[], { say, words: { said } }: PartContext): void {
  if (all.length === 0) {
    say(said.nothingToCopy)
    return
  }
  const file = `${name}.csv`
  saveFile(file, new Blob(['\ufeff', csvText(all)], { type: 'text/csv' })) // the mark: Excel takes the rest for UTF-8
  say(fill(said.saved, { file }))
}

/** Copies the figures of the slide that shows, with title, unit and source. */
export const copySlide = async (context: PartContext): Promise<void> => copyAll(await figuresOfSlide(context), context)

export const saveSlide = async (context: PartContext): Promise<void> =>
  saveAll(context.view.current()?.id ?? 'figures', await figuresOfSlide(context), context)

export const copyFigure = async (figure: Element, context: PartContext): Promise<void> =>
  copyAll([figuresOf(figure, { ...context, facts: await factsOf(context) })], context)

export const saveFigure = async (figure: Element, context: PartContext): Promise<void> =>
  saveAll(figure.id, [figuresOf(figure, { ...context, facts: await factsOf(context) })], context)

/** Copies one figure with what it is: from its card. */
export const copyOne = async (figure: PrintedFigure, context: PartContext): Promise<void> =>
  copyAll([figuresInText([figure], context.view.current(), { ...context, facts: await factsOf(context) })], context)

/**
 * A copy of rows that a reader selected in a table takes title, unit and source with it, and leaves letters of notes out. Words
 * beside tables, and within one cell, are copied as they are.
 */
export function fillSelected(event: ClipboardEvent, context: PartContext, facts: FactsData | undefined): void {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return
  const range = selection.getRangeAt(0)
  const around = range.commonAncestorContainer
  const element = around instanceof Element ? around : around.parentElement
  const figure = element?.closest('figure:is(.chart, .table)')
  if (!figure || element?.closest('td, th, figcaption, .chart-notes, .table-notes, .chart-box')) return
  const isSelected = (row: HTMLTableRowElement): boolean => range.intersectsNode(row)
  if (![...figure.querySelectorAll('tr')].some(isSelected)) return
  fillClipboard(event, clipOf([figuresOf(figure, { ...context, facts }, { has: isSelected })]))
}

/** Which picture of a chart is wanted. */
type PictureWish = 'copy' | 'svg' | 'png'

/** Copies a chart as a picture with title, unit and source, or saves it; says what was done. A browser that refuses a copy gives the file. */
export async function handOverPicture(wish: PictureWish, chart: Element, context: PartContext): Promise<void> {
  const { say, words } = context
  const reader = { ...context, facts: await factsOf(context) }
  const picture = await pictureOf(chart, figuresOf(chart, reader, { letters: true }))
  const save = (ending: string, blob: Blob): void => {
    saveFile(`${chart.id}.${ending}`, blob)
    say(fill(words.said.saved, { file: `${chart.id}.${ending}` }))
  }
  if (wish === 'svg') return save('svg', await svgOf(picture))
  const model = (await context.charts.load())[chart.id]
  if (!model) return say(words.said.noChart)
  const png = await pngOf(picture, model)
  if (wish === 'copy' && (await copyPng(png))) say(fill(words.said.pictureCopied, { title: picture.texts.title }))
  else save('png', png)
}
