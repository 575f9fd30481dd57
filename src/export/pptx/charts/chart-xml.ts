import type { ChartMark } from '../../../model/chart.ts'
import { columnName } from '../../../model/source-file.ts'
import { colorXml, type DeckLook, fillXml, lineXml, type Stroke } from '../look.ts'
import { centipoints, declaration, element, namespaces, written } from '../package/xml.ts'
import type { PointValue } from './values.ts'

/** How a bar, slice or point is drawn. */
export interface PointLook {
  readonly fill: string | undefined
  readonly stroke?: Stroke
  /** Hatched with this colour. */
  readonly hatch?: string
}

export interface PointLabel {
  readonly bold: boolean
  readonly color: string
  readonly position: 'outEnd' | 'ctr' | 't' | 'b' | 'l' | 'r' | undefined
  /** Printed instead of the number, with a raised letter behind it. */
  readonly words?: string
  readonly footnote?: string
  readonly printed?: string // the number before the footnote's letter
  /** Taken from a cell of the sheet, whose text it is. */
  readonly cell?: string
  readonly withName?: true
  readonly size?: number // where it is not that of the chart's labels
  /** How far it stands from its position, in parts of the chart's box. */
  readonly offset?: readonly [x: number, y: number]
}

/** A series of a native chart. */
export interface NativeSeries {
  readonly name: string
  readonly kind: 'bar' | 'line'
  readonly axis: 'value' | 'ratio'
  readonly values: readonly (PointValue | null)[]
  readonly look: PointLook
  readonly points: readonly (PointLook | undefined)[] // where they differ from the series
  readonly labels: readonly (PointLabel | undefined)[]
  readonly marker?: { readonly size: number; readonly hollow: readonly number[] }
  /** A series that only places labels or lines: without fill, and in no legend. */
  readonly helper?: true
  /** Cells that its labels are taken from, as a column of texts. */
  readonly labelTexts?: readonly string[]
  /** Whiskers from the middle of ranges, by point. */
  readonly whiskers?: readonly (readonly [minus: number, plus: number] | undefined)[]
}

export interface Categories {
  readonly labels: readonly string[]
  /** Of two tiers: what stands below several of them. */
  readonly groups?: readonly string[]
}

/** Where everything stands on the chart's sheet. */
export interface Sheet {
  readonly name: string
  readonly categories: Categories
  /** Column of a series, from 1. */
  readonly columnOf: (series: number) => number
  /** Column of its labels' texts. */
  readonly labelColumnOf: (series: number) => number
}

const rangeOf = ({ name }: Sheet, column: number, rows: number): string =>
  `'${name.replaceAll("'", "''")}'!$${columnName(column)}$2:$${columnName(column)}$${rows + 1}`

export const textProperties = (
  size: number,
  { color, bold = false }: { readonly color: string; readonly bold?: boolean },
  look: DeckLook,
  body = '',
): string =>
  `<c:txPr><a:bodyPr${body}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${centipoints(size)}" b="${bold ? 1 : 0}">${fillXml(color, look)}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`

function shapeProperties({ fill, stroke, hatch }: PointLook, look: DeckLook): string {
  const inside =
    hatch === undefined
      ? fillXml(fill, look)
      : `<a:pattFill prst="wdUpDiag"><a:fgClr>${colorXml(hatch, look)}</a:fgClr><a:bgClr>${colorXml(fill ?? look.ground, look)}</a:bgClr></a:pattFill>`
  return `<c:spPr>${inside}${lineXml(stroke, look)}</c:spPr>`
}

const shows = (parts: { readonly value: boolean; readonly name?: boolean }): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${parts.value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="${parts.name ? 1 : 0}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`

interface LabelContext {
  readonly look: DeckLook
  readonly size: number
}

const rangeExtension = `<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showDataLabelsRange val="1"/></c:ext></c:extLst>`

/** Text of a label that is not the bare number: words, a footnote's letter, or the text of a cell. */
function richText(
  { words, footnote, printed, cell, bold, color }: PointLabel,
  value: PointValue,
  { look, size }: LabelContext,
): string {
  if (words === undefined && footnote === undefined && cell === undefined) return ''
  const run = (more = ''): string => `lang="en-US" sz="${centipoints(size)}" b="${bold ? 1 : 0}"${more}`
  const properties = (more = '', own = color): string => `<a:rPr ${run(more)}>${fillXml(own, look)}</a:rPr>`
  const quiet = color === look.chart.textColor ? look.chart.mutedColor : color
  const field = (type: string, text: string): string =>
    `<a:fld id="{00000000-0000-4000-8000-000000000002}" type="${type}">${properties()}<a:pPr/><a:t>${written(text)}</a:t></a:fld>`
  const plain = `<a:r>${properties()}<a:t>${written(words ?? value.words ?? '')}</a:t></a:r>`
  const live = words === undefined && printed !== undefined ? field('VALUE', printed) : plain
  const own = cell === undefined ? live : field('CELLRANGE', cell)
  const letter =
    footnote === undefined ? '' : `<a:r>${properties(' baseline="30000"', quiet)}<a:t>${written(footnote)}</a:t></a:r>`
  return `<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>${own}${letter}</a:p></c:rich></c:tx>`
}

function labelXml(
  index: number,
  label: PointLabel | undefined,
  value: PointValue | null,
  context: LabelContext,
): string {
  if (!label || !value) return `<c:dLbl><c:idx val="${index}"/><c:delete val="1"/></c:dLbl>`
  const own = { ...context, size: label.size ?? context.size }
  const rich = richText(label, value, own)
  const isNumber = label.words === undefined && label.cell === undefined
  const format = isNumber ? `<c:numFmt formatCode="${written(value.format)}" sourceLinked="0"/>` : ''
  const text = rich === '' ? textProperties(own.size, label, own.look, ' wrap="none"') : ''
  const position = label.position === undefined ? '' : `<c:dLblPos val="${label.position}"/>`
  const separator = label.withName ? '<c:separator>  </c:separator>' : ''
  const extension = label.cell === undefined ? '' : rangeExtension
  const [x, y] = (label.offset ?? []).map((part) => part.toFixed(5))
  const place =
    x === undefined || y === undefined
      ? ''
      : `<c:layout><c:manualLayout><c:x val="${x}"/><c:y val="${y}"/></c:manualLayout></c:layout>`
  return `<c:dLbl><c:idx val="${index}"/>${place}${rich}${format}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text}${position}${shows({ value: true, name: label.withName === true })}${separator}${extension}</c:dLbl>`
}

function labelsXml({ labels, values }: NativeSeries, context: LabelContext): string {
  if (labels.every((label) => label === undefined)) return `<c:dLbls><c:delete val="1"/></c:dLbls>`
  const each = values.map((value, index) => labelXml(index, labels[index], value, context)).join('')
  const first = labels.find((label) => label !== undefined)
  const text = textProperties(context.size, { color: first?.color ?? context.look.ink }, context.look)
  return `<c:dLbls>${each}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text}${shows({ value: true })}</c:dLbls>`
}

function pointsXml(series: NativeSeries, look: DeckLook): string {
  return series.points
    .map((point, index) => {
      if (series.kind === 'line') return ''
      return point
        ? `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${shapeProperties(point, look)}</c:dPt>`
        : ''
    })
    .join('')
}

function markerXml({ marker, look: { stroke } }: NativeSeries, look: DeckLook, hollow = false): string {
  if (!marker || !stroke) return '<c:marker><c:symbol val="none"/></c:marker>'
  const fill = hollow ? look.ground : stroke.color
  const line = { color: hollow ? stroke.color : look.ground, width: hollow ? 3 : 2 }
  return `<c:marker><c:symbol val="circle"/><c:size val="${marker.size}"/><c:spPr>${fillXml(fill, look)}${lineXml(line, look)}</c:spPr></c:marker>`
}

/** Points of a line that are not published as such: hollow, behind a dashed stretch. */
function linePoints(series: NativeSeries, look: DeckLook): string {
  const {
    marker,
    look: { stroke },
  } = series
  if (!marker || !stroke) return ''
  return marker.hollow
    .map(
      (index) =>
        `<c:dPt><c:idx val="${index}"/>${markerXml(series, look, true)}<c:bubble3D val="0"/><c:spPr>${lineXml({ ...stroke, dash: 'dash' }, look)}</c:spPr></c:dPt>`,
    )
    .join('')
}

function categoriesXml(sheet: Sheet): string {
  const { labels, groups } = sheet.categories
  const points = (texts: readonly string[]): string =>
    texts.map((text, index) => (text === '' ? '' : `<c:pt idx="${index}"><c:v>${written(text)}</c:v></c:pt>`)).join('')
  const count = `<c:ptCount val="${labels.length}"/>`
  if (!groups)
    return `<c:cat><c:strRef><c:f>${written(rangeOf(sheet, 1, labels.length))}</c:f><c:strCache>${count}${points(labels)}</c:strCache></c:strRef></c:cat>`
  const reference = rangeOf(sheet, 1, labels.length).replace(':$A$', () => ':$B$')
  return `<c:cat><c:multiLvlStrRef><c:f>${written(reference)}</c:f><c:multiLvlStrCache>${count}<c:lvl>${points(labels)}</c:lvl><c:lvl>${points(groups)}</c:lvl></c:multiLvlStrCache></c:multiLvlStrRef></c:cat>`
}

function whiskersXml({ whiskers, kind }: NativeSeries, look: DeckLook): string {
  if (!whiskers || whiskers.every((each) => each === undefined)) return ''
  const side = (name: string, at: 0 | 1): string => {
    const points = whiskers
      .map((each, index) => (each ? `<c:pt idx="${index}"><c:v>${Number(each[at].toPrecision(12))}</c:v></c:pt>` : ''))
      .join('')
    return `<c:${name}><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${whiskers.length}"/>${points}</c:numLit></c:${name}>`
  }
  const bars = kind === 'line' ? '<c:errDir val="y"/>' : '' // columns and bars have but one
  return `<c:errBars>${bars}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>${side('plus', 1)}${side('minus', 0)}<c:spPr>${lineXml({ color: look.ink, width: 2 }, look)}</c:spPr></c:errBars>`
}

export interface SeriesContext extends LabelContext {
  readonly sheet: Sheet
}

/** A series with its cached values, as programs show them before they open the sheet. */
export function seriesXml(series: NativeSeries, index: number, context: SeriesContext): string {
  const { look, sheet } = context
  const column = sheet.columnOf(index)
  const reference = `'${sheet.name.replaceAll("'", "''")}'!$${columnName(column)}$1`
  const name = `<c:tx><c:strRef><c:f>${written(reference)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${written(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`
  const formats = [...new Set(series.values.flatMap((value) => (value ? [value.format] : [])))]
  const [common = 'General'] = formats
  const points = series.values.map((value, at) =>
    value
      ? `<c:pt idx="${at}"${value.format === common ? '' : ` formatCode="${written(value.format)}"`}><c:v>${value.digits}</c:v></c:pt>`
      : '',
  )
  const values = `<c:val><c:numRef><c:f>${written(rangeOf(sheet, column, series.values.length))}</c:f><c:numCache><c:formatCode>${written(common)}</c:formatCode><c:ptCount val="${series.values.length}"/>${points.join('')}</c:numCache></c:numRef></c:val>`
  const head = `<c:idx val="${index}"/><c:order val="${index}"/>${name}`
  const labels = labelsXml(series, context)
  const whiskers = whiskersXml(series, look)
  const tail = `${labels}${whiskers}${categoriesXml(sheet)}${values}`
  const texts = series.labelTexts ? labelRangeXml(series.labelTexts, sheet, index) : ''
  if (series.kind === 'bar')
    return `<c:ser>${head}${shapeProperties(series.look, look)}<c:invertIfNegative val="0"/>${pointsXml(series, look)}${tail}${texts}</c:ser>`
  const line = `<c:spPr>${series.look.stroke ? lineXml(series.look.stroke, look).replace('<a:ln ', '<a:ln cap="rnd" ') : lineXml(undefined, look)}</c:spPr>`
  return `<c:ser>${head}${line}${markerXml(series, look)}${linePoints(series, look)}${tail}<c:smooth val="0"/>${texts}</c:ser>`
}

function labelRangeXml(texts: readonly string[], sheet: Sheet, index: number): string {
  const reference = rangeOf(sheet, sheet.labelColumnOf(index), texts.length)
  const points = texts
    .map((text, at) => (text === '' ? '' : `<c:pt idx="${at}"><c:v>${written(text)}</c:v></c:pt>`))
    .join('')
  return `<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:datalabelsRange><c15:f>${written(reference)}</c15:f><c15:dlblRangeCache><c:ptCount val="${texts.length}"/>${points}</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>`
}

/** The whole part: plots and axes, a legend, and the link to its sheet. */
export function chartSpaceXml(
  {
    plotArea,
    legend,
    workbook,
    size,
  }: { readonly plotArea: string; readonly legend: string; readonly workbook: string; readonly size: number },
  look: DeckLook,
): string {
  const text = textProperties(size, { color: look.ink }, look)
  return `${declaration}<c:chartSpace xmlns:c="${namespaces.chart}" xmlns:a="${namespaces.drawing}" xmlns:r="${namespaces.relations}"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>${plotArea}${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text}<c:externalData r:id="${workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
}

export const manualLayout = (parts: Readonly<Record<'x' | 'y' | 'w' | 'h', number>>, inner = true): string =>
  element(
    'c:layout',
    {},
    `<c:manualLayout>${inner ? '<c:layoutTarget val="inner"/>' : ''}<c:xMode val="edge"/><c:yMode val="edge"/>${Object.entries(
      parts,
    )
      .map(([name, part]) => `<c:${name} val="${part.toFixed(5)}"/>`)
      .join('')}</c:manualLayout>`,
  )

export const isSoft = ({ drawn }: ChartMark): boolean => drawn !== 'solid'
