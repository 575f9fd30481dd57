import { escapeHtml } from '../../format/html.ts'
import { columnName } from '../../model/source-file.ts'
import type { TickList } from '../../tieout/report/tick-list.ts'
import { zipOf } from './zip-writer.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A text: a spreadsheet never takes an inline string for a formula or a number. Style 1 is bold, 2 wraps its lines. */
const cell = (text: string, at: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeHtml(text)}</t></is></c>`

const rowXml = (texts: readonly string[], number: number, style: number): string =>
  `<row r="${number}">${texts.map((text, index) => (text === '' ? '' : cell(text, `${columnName(index + 1)}${number}`, style))).join('')}</row>`

const columnsXml = (widths: readonly number[]): string =>
  `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`

const styles = `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`

/** Widths of the columns fact, concept, printed, slide, source, rule, verdict, arithmetic and the auditor's three, in characters. */
const widths = [34, 20, 18, 20, 40, 7, 13, 60, 16, 12, 10]

/** The rows under a head that stays in view and filters them. */
function ticksXml({ header, rows }: TickList): string {
  const lines = [rowXml(header, 1, 1), ...rows.map((row, index) => rowXml(row, index + 2, 2))]
  const all = `A1:${columnName(header.length)}${rows.length + 1}`
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  return `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${columnsXml(widths)}<sheetData>${lines.join('')}</sheetData><autoFilter ref="${all}"/></worksheet>`
}

const stampXml = ({ stamp }: TickList): string =>
  `${xml}<worksheet xmlns="${main}">${columnsXml([24, 70])}<sheetData>${stamp.map((row, index) => rowXml(row, index + 1, 2)).join('')}</sheetData></worksheet>`

const contentType = (part: string, type: string): string =>
  `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`

const relations = (...list: readonly string[]): string =>
  `${xml}<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`

/** The tick list as an Excel workbook: a sheet of the rows, and one of what it was made of. The same list gives the same bytes. */
export const tickWorkbook = (list: TickList): Buffer =>
  zipOf({
    '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${contentType('workbook', 'sheet.main')}${contentType('worksheets/sheet1', 'worksheet')}${contentType('worksheets/sheet2', 'worksheet')}${contentType('styles', 'styles')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Ticks" sheetId="1" r:id="rId1"/><sheet name="Made of" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('rId2', 'worksheet', 'worksheets/sheet2.xml'),
      relation('rId3', 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': ticksXml(list),
    'xl/worksheets/sheet2.xml': stampXml(list),
  })
