import { zipOf } from '../../export/workbook/zip-writer.ts'

/** A sheet by the XML of its cells. */
export interface SheetXml {
  readonly name: string
  readonly data: string // <row>…</row>
  readonly columns?: string // <cols>…</cols>
  readonly state?: 'hidden' | 'veryHidden'
}

/** A text in a cell of the row that it is written into. */
export const text = (at: string, content: string): string => `<c r="${at}" t="inlineStr"><is><t>${content}</t></is></c>`

const escaped = (code: string): string =>
  code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook as spreadsheet programs write it; style n of its cells is the n-th of `formats`, from 1. */
export function workbookOf(
  sheets: readonly SheetXml[],
  { formats = [], chartSheet = false }: { readonly formats?: readonly string[]; readonly chartSheet?: boolean } = {},
): Buffer {
  const charts = chartSheet ? [{ name: 'Chart1', data: '', columns: '' }] : []
  const ids = [...charts, ...sheets]
  const own = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`)
  const styles = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`)
  const relation = (index: number): string => {
    const type = index < charts.length ? 'chartsheet' : 'worksheet'
    return `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${type}s/sheet${index + 1}.xml"/>`
  }
  const entries = sheets.map(({ data, columns = '' }, index) => [
    `xl/worksheets/sheet${index + charts.length + 1}.xml`,
    `<worksheet>${columns}<sheetData>${data}</sheetData></worksheet>`,
  ])
  const list = ids.map((each, index) => {
    const state = 'state' in each && each.state ? ` state="${each.state}"` : ''
    return `<sheet name="${each.name}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
  })
  return zipOf({
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${ids.map((_, index) => relation(index)).join('')}<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${own.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    'xl/chartsheets/sheet1.xml': '<chartsheet/>',
    ...Object.fromEntries(entries),
  })
}
