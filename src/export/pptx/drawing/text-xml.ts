import type { Bullet, Frame, Insets, Paragraph, TextItem, TextRun } from '../items.ts'
import { colorXml, type DeckLook, fillXml } from '../look.ts'
import { centipoints, element, emu, written } from '../package/xml.ts'
import { softHyphen } from '../text/letters.ts'
import { usualLine } from '../text/measure.ts'

/** What text is written with. */
export interface TextContext {
  readonly look: DeckLook
  readonly language: string // BCP 47
  /** The id of the relationship of a link, and the action of a jump; undefined where it leads nowhere. */
  readonly linkTo: (address: string) => { readonly id: string; readonly action?: string } | undefined
}

/** Height of a line of Arial at 100 %, in sizes. */
const fontLine = 1.149

function bulletXml({ kind, color, start }: Bullet, look: DeckLook): string {
  const tint = `<a:buClr>${colorXml(color, look)}</a:buClr>`
  if (kind === 'number')
    return `${tint}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain"${start === undefined || start === 1 ? '' : ` startAt="${start}"`}/>`
  const character = kind === 'square' ? '▪' : '–'
  return `${tint}<a:buFont typeface="Arial"/><a:buChar char="${character}"/>`
}

function paragraphProperties(paragraph: Paragraph, isFirst: boolean, look: DeckLook): string {
  const { align, bullet, indent = 0, before = 0, line = usualLine, size } = paragraph
  const hanging = bullet ? (bullet.kind === 'number' ? 1.5 : 1.1) * size : 0
  const attributes = {
    marL: emu(indent),
    indent: hanging === 0 ? 0 : -emu(hanging),
    algn: align === 'center' ? 'ctr' : align === 'right' ? 'r' : 'l',
  }
  const spacing = `<a:lnSpc><a:spcPct val="${Math.round((line / fontLine) * 100) * 1000}"/></a:lnSpc><a:spcBef><a:spcPts val="${isFirst ? 0 : centipoints(before)}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>`
  return element('a:pPr', attributes, `${spacing}${bullet ? bulletXml(bullet, look) : '<a:buNone/>'}`)
}

const raisedBy = 30_000 // a thousandth of a per cent

/** On a ground of their own links have the colour of their text, not that of the theme. */
const ownLinkColor =
  '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'

function runProperties(
  run: TextRun,
  paragraph: Paragraph,
  { look, language, linkTo }: TextContext,
  name = 'a:rPr',
): string {
  const link = run.link === undefined ? undefined : linkTo(run.link)
  const attributes = {
    lang: language,
    sz: centipoints(run.size ?? paragraph.size),
    b: run.bold || paragraph.bold ? 1 : 0,
    strike: run.struck ? 'sngStrike' : undefined,
    baseline: run.raised ? raisedBy : undefined,
    dirty: 0,
  }
  const color = run.color ?? paragraph.color ?? look.ink
  const font = run.code ? '<a:latin typeface="Courier New"/>' : ''
  const inner = color === look.ink ? '' : ownLinkColor
  const jump = link ? element('a:hlinkClick', { 'r:id': link.id, action: link.action }, inner) : ''
  return element(name, attributes, `${fillXml(color, look)}${font}${jump}`)
}

function runXml(run: TextRun, paragraph: Paragraph, context: TextContext): string {
  const properties = runProperties(run, paragraph, context)
  return run.text
    .replaceAll(softHyphen, '')
    .split('\n')
    .map((text) => (text === '' ? '' : `<a:r>${properties}<a:t>${written(text)}</a:t></a:r>`))
    .join(`<a:br>${properties}</a:br>`)
}

function paragraphXml(paragraph: Paragraph, isFirst: boolean, context: TextContext, isNumber = false): string {
  const properties = paragraphProperties(paragraph, isFirst, context.look)
  const end = runProperties({ text: '' }, paragraph, context, 'a:endParaRPr')
  if (isNumber) {
    const [run = { text: '' }] = paragraph.runs
    const field = `<a:fld id="{00000000-0000-4000-8000-000000000001}" type="slidenum">${runProperties(run, paragraph, context)}<a:t>${written(run.text)}</a:t></a:fld>`
    return `<a:p>${properties}${field}${end}</a:p>`
  }
  return `<a:p>${properties}${paragraph.runs.map((run) => runXml(run, paragraph, context)).join('')}${end}</a:p>`
}

/** The paragraphs of a text; there is at least one. */
export const paragraphsXml = (paragraphs: readonly Paragraph[], context: TextContext, isNumber = false): string =>
  paragraphs.length === 0
    ? '<a:p><a:endParaRPr/></a:p>'
    : paragraphs.map((each, index) => paragraphXml(each, index === 0, context, isNumber)).join('')

const anchors = { top: 't', middle: 'ctr', bottom: 'b' } as const

/** Body of a text box. */
export function bodyXml(
  item: Pick<TextItem, 'paragraphs' | 'anchor' | 'inset' | 'isNumber' | 'unwrapped'>,
  context: TextContext,
): string {
  const [top, right, bottom, left]: Insets = item.inset ?? [0, 0, 0, 0]
  const properties = element(
    'a:bodyPr',
    {
      wrap: item.unwrapped ? 'none' : 'square',
      lIns: emu(left),
      tIns: emu(top),
      rIns: emu(right),
      bIns: emu(bottom),
      rtlCol: 0,
      anchor: anchors[item.anchor ?? 'top'],
    },
    '<a:noAutofit/>',
  )
  return `${properties}<a:lstStyle/>${paragraphsXml(item.paragraphs, context, item.isNumber === true)}`
}

export function transformXml(
  frame: Frame,
  name = 'a:xfrm',
  attributes: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const { x, y, width, height } = frame
  return element(
    name,
    attributes,
    `<a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${Math.max(0, emu(width))}" cy="${Math.max(0, emu(height))}"/>`,
  )
}
