import type { DrawingContext } from '../drawing/items-xml.ts'
import { shapeTree } from '../drawing/items-xml.ts'
import type { Item } from '../items.ts'
import { type DeckLook, deepGroundXml, fillXml } from '../look.ts'
import { centipoints, declaration, element, namespaces } from './xml.ts'

const root = `xmlns:a="${namespaces.drawing}" xmlns:r="${namespaces.relations}" xmlns:p="${namespaces.slides}"`

/** The ground of a slide: the deck's own, or the dark one of covers with the brand's light in a corner. */
function backgroundXml(look: DeckLook, isDark: boolean): string {
  if (!isDark) return `<p:bg><p:bgPr>${fillXml(look.ground, look)}<a:effectLst/></p:bgPr></p:bg>`
  return `<p:bg><p:bgPr>${deepGroundXml(look)}<a:effectLst/></p:bgPr></p:bg>`
}

function levelXml(
  level: number,
  {
    size,
    bold,
    color,
    look,
  }: { readonly size: number; readonly bold: boolean; readonly color: string; readonly look: DeckLook },
  name = 'a:lvl',
): string {
  const run = element(
    'a:defRPr',
    { sz: centipoints(size), b: bold ? 1 : 0 },
    `${fillXml(color, look)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>`,
  )
  return element(`${name}${level}pPr`, { marL: 0, indent: 0, algn: 'l' }, `<a:buNone/>${run}`)
}

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Text styles of levels one to nine. */
export const levelsXml = (look: DeckLook, size: number): string =>
  levels.map((level) => levelXml(level, { size, bold: false, color: look.ink, look })).join('')

/** The slide master: placeholders of title and number, and the styles that new text begins with. */
export function masterXml(
  items: readonly Item[],
  layoutIds: readonly { readonly id: number; readonly relation: string }[],
  context: DrawingContext,
): string {
  const { look } = context
  const title = levelXml(1, { size: 54, bold: true, color: look.ink, look })
  const list = layoutIds.map(({ id, relation }) => element('p:sldLayoutId', { id, 'r:id': relation })).join('')
  return `${declaration}<p:sldMaster ${root}><p:cSld>${backgroundXml(look, false)}${shapeTree(items, context)}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${list}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${title}</p:titleStyle><p:bodyStyle>${levelsXml(look, 28)}</p:bodyStyle><p:otherStyle>${levelsXml(look, 28)}</p:otherStyle></p:txStyles></p:sldMaster>`
}

/** A layout of the presentation for each layout of the deck that has slides. */
export function layoutXml(
  name: string,
  { items, isDark }: { readonly items: readonly Item[]; readonly isDark: boolean },
  context: DrawingContext,
): string {
  const background = isDark ? backgroundXml(context.look, true) : ''
  return `${declaration}<p:sldLayout ${root} preserve="1" userDrawn="1">${element('p:cSld', { name }, `${background}${shapeTree(items, context)}`)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
}

export const slideXml = (items: readonly Item[], isHidden: boolean, context: DrawingContext): string =>
  `${declaration}<p:sld ${root}${isHidden ? ' show="0"' : ''}><p:cSld>${shapeTree(items, context)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`
