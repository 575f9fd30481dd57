import { paragraphsXml, type TextContext } from '../drawing/text-xml.ts'
import type { Paragraph } from '../items.ts'
import { levelsXml } from './master.ts'
import { declaration, namespaces } from './xml.ts'

const root = `xmlns:a="${namespaces.drawing}" xmlns:r="${namespaces.relations}" xmlns:p="${namespaces.slides}"`
const group =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

const place = (x: number, y: number, width: number, height: number): string =>
  `<p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`

/** A page of notes is upright: the slide above, what is said below. */
export const notesSize = { width: 6_858_000, height: 9_144_000 }
const [picture, words] = [
  place(685_800, 1_143_000, 5_486_400, 3_086_100),
  place(685_800, 4_400_550, 5_486_400, 3_600_450),
]

const image = (at: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide 2"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>${at}</p:sp>`

const body = (at: string, text: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>${at}<p:txBody><a:bodyPr/><a:lstStyle/>${text}</p:txBody></p:sp>`

export function notesMasterXml(context: TextContext): string {
  const { look } = context
  return `${declaration}<p:notesMaster ${root}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>${group}${image(picture)}${body(words, '<a:p><a:endParaRPr/></a:p>')}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:notesStyle>${levelsXml(look, 24)}</p:notesStyle></p:notesMaster>`
}

/** What the speaker says to a slide. */
export const notesSlideXml = (paragraphs: readonly Paragraph[], context: TextContext): string =>
  `${declaration}<p:notes ${root}><p:cSld><p:spTree>${group}${image('<p:spPr/>')}${body('<p:spPr/>', paragraphsXml(paragraphs, context))}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`
