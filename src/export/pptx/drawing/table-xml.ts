import type { TableCellItem, TableItem } from '../items.ts'
import { fillXml, lineXml } from '../look.ts'
import { element, emu } from '../package/xml.ts'
import { paragraphsXml, type TextContext } from './text-xml.ts'

const anchors = { top: 't', middle: 'ctr', bottom: 'b' } as const

function cellXml(cell: TableCellItem, context: TextContext): string {
  const { inset, span, covered, top, bottom, fill, anchor = 'middle' } = cell
  const { look } = context
  const [up, right, down, left] = inset
  const body = `<a:txBody><a:bodyPr/><a:lstStyle/>${paragraphsXml(cell.paragraphs, context)}</a:txBody>`
  const lines = `${lineXml(undefined, look, 'a:lnL')}${lineXml(undefined, look, 'a:lnR')}${lineXml(top, look, 'a:lnT')}${lineXml(bottom, look, 'a:lnB')}`
  const properties = element(
    'a:tcPr',
    { marL: emu(left), marR: emu(right), marT: emu(up), marB: emu(down), anchor: anchors[anchor] },
    `${lines}${fillXml(fill, look)}`,
  )
  return element('a:tc', { gridSpan: span, hMerge: covered && 1 }, `${body}${properties}`)
}

/** A native table: its first row is marked as heads. */
export function tableXml({ columns, rows }: TableItem, context: TextContext): string {
  const grid = columns.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('')
  const lines = rows.map(
    ({ height, cells }) => `<a:tr h="${emu(height)}">${cells.map((cell) => cellXml(cell, context)).join('')}</a:tr>`,
  )
  return `<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${lines.join('')}</a:tbl>`
}
