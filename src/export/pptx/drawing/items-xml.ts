import type { ChartItem, Item, PictureItem, ShapeItem, TextItem } from '../items.ts'
import { deepGroundXml, fillXml, lineXml } from '../look.ts'
import { element, namespaces, written } from '../package/xml.ts'
import { pathXml } from './path-xml.ts'
import { tableXml } from './table-xml.ts'
import { bodyXml, type TextContext, transformXml } from './text-xml.ts'

/** What the items of a slide are written with. */
export interface DrawingContext extends TextContext {
  readonly pictureId: (content: Buffer, ending: string) => string
  readonly chartId: (item: ChartItem) => string
}

/** Names an object for the list of objects and, where it is not text itself, for who does not see it. */
function properties(name: string, number: number, alt?: string): string {
  const decorative =
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
  const attributes = { id: number, name: `${name} ${number}`, descr: alt === '' ? undefined : alt }
  return element('p:cNvPr', attributes, alt === '' ? decorative : '')
}

const geometryXml = (geometry: string): string => {
  const sharp = geometry === 'roundRect' ? '<a:avLst><a:gd name="adj" fmla="val 50000"/></a:avLst>' : '<a:avLst/>'
  return `<a:prstGeom prst="${geometry}">${sharp}</a:prstGeom>`
}

function textXml(item: TextItem, number: number, context: DrawingContext): string {
  const { placeholder, frame, geometry = 'rect', fill, stroke } = item
  const { look } = context
  const indexes = { title: undefined, ctrTitle: undefined, sldNum: 12, ftr: 11 }
  const holder = placeholder
    ? element(
        'p:nvPr',
        {},
        element('p:ph', {
          type: placeholder,
          sz: placeholder === 'sldNum' || placeholder === 'ftr' ? 'quarter' : undefined,
          idx: indexes[placeholder],
        }),
      )
    : '<p:nvPr/>'
  const locks = placeholder ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' : '<p:cNvSpPr txBox="1"/>'
  const shape = `${transformXml(frame)}${geometryXml(geometry)}${fillXml(fill, look)}${lineXml(stroke, look)}`
  return `<p:sp><p:nvSpPr>${properties(item.name, number)}${locks}${holder}</p:nvSpPr><p:spPr>${shape}</p:spPr><p:txBody>${bodyXml(item, context)}</p:txBody></p:sp>`
}

function shapeXml(item: ShapeItem, number: number, { look }: DrawingContext): string {
  const { geometry, frame, rotation, flipped, path, fill, stroke, opacity, isDeep, alt = '' } = item
  const turned = { rot: rotation === undefined ? undefined : Math.round(rotation * 60_000), flipV: flipped && 1 }
  const line = lineXml(stroke, look)
  const inner = `${transformXml(frame, 'a:xfrm', turned)}${path === undefined ? geometryXml(geometry) : pathXml(path, frame)}`
  if (geometry === 'line')
    return `<p:cxnSp><p:nvCxnSpPr>${properties('Line', number, '')}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>${inner}${line}</p:spPr></p:cxnSp>`
  return `<p:sp><p:nvSpPr>${properties('Shape', number, alt)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${inner}${isDeep ? deepGroundXml(look) : fillXml(fill, look, opacity)}${line}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>`
}

function pictureXml(item: PictureItem, number: number, { pictureId }: DrawingContext): string {
  const { image, crop, frame } = item
  const id = pictureId(image.content, image.ending)
  const vectors = image.svg
    ? `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${pictureId(image.svg, 'svg')}"/></a:ext></a:extLst>`
    : ''
  const part = (share: number): number | undefined => (share > 0 ? Math.round(share * 100_000) : undefined)
  const cut = crop
    ? element('a:srcRect', { l: part(crop[3]), t: part(crop[0]), r: part(crop[1]), b: part(crop[2]) })
    : ''
  return `<p:pic><p:nvPicPr>${properties(item.name, number, item.alt)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${id}">${vectors}</a:blip>${cut}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${transformXml(frame)}${geometryXml('rect')}</p:spPr></p:pic>`
}

function frameXml(
  { name, alt, frame }: Pick<ChartItem, 'name' | 'alt' | 'frame'>,
  number: number,
  { kind, data }: { readonly kind: 'chart' | 'table'; readonly data: string },
): string {
  const uri = kind === 'chart' ? namespaces.chart : 'http://schemas.openxmlformats.org/drawingml/2006/table'
  return `<p:graphicFrame><p:nvGraphicFramePr>${properties(name, number, alt)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${transformXml(frame, 'p:xfrm')}<a:graphic><a:graphicData uri="${uri}">${data}</a:graphicData></a:graphic></p:graphicFrame>`
}

function itemXml(item: Item, number: number, context: DrawingContext): string {
  switch (item.kind) {
    case 'text':
      return textXml(item, number, context)
    case 'shape':
      return shapeXml(item, number, context)
    case 'picture':
      return pictureXml(item, number, context)
    case 'table':
      return frameXml(item, number, { kind: 'table', data: tableXml(item, context) })
    case 'chart': {
      const data = `<c:chart xmlns:c="${namespaces.chart}" r:id="${written(context.chartId(item))}"/>`
      return frameXml(item, number, { kind: 'chart', data })
    }
  }
}

/** The tree of shapes of a slide, a layout or a master, in the order in which they are read and drawn. */
export function shapeTree(items: readonly Item[], context: DrawingContext): string {
  const group =
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
  return `<p:spTree>${group}${items.map((item, index) => itemXml(item, index + 2, context)).join('')}</p:spTree>`
}
