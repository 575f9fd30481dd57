import type { DeckLook } from '../look.ts'
import { declaration, namespaces, written } from './xml.ts'

/** The theme: the deck's colours and its office font, with the plainest of lines and fills. */
export function themeXml(look: DeckLook, name: string): string {
  const colors = look.scheme.map(
    ([key, color]) => `<a:${key}><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:${key}>`,
  )
  const font = `<a:latin typeface="${written(look.font)}"/><a:ea typeface=""/><a:cs typeface=""/>`
  const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
  const lines = [1, 2, 3].map((width) => `<a:ln w="${width * 6350}">${solid}<a:prstDash val="solid"/></a:ln>`)
  const effects = '<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)
  const format = `<a:fmtScheme name="${written(name)}"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${lines.join('')}</a:lnStyleLst><a:effectStyleLst>${effects}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`
  return `${declaration}<a:theme xmlns:a="${namespaces.drawing}" name="${written(name)}"><a:themeElements><a:clrScheme name="${written(name)}">${colors.join('')}</a:clrScheme><a:fontScheme name="${written(name)}"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>${format}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`
}
