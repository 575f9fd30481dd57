import { escapeHtml } from '../../format/html.ts'
import { columnName } from '../../model/source-file.ts'
import type { Cell, CellStyle, Workbook, WorkbookSheet } from './sheet.ts'
import { zipOf } from './zip-writer.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** XML holds no control characters but tab and line ends. */
const written = (text: string): string => escapeHtml(text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, ''))

/** The styles of a workbook by number, in the order in which they are asked for; 0 is the plain one. */
interface Styles {
  readonly numberOf: (style: WrittenStyle) => number
  readonly xml: () => string
}

/** A text that begins like a formula stays text when somebody edits its cell. */
interface WrittenStyle extends CellStyle {
  readonly quoted?: boolean
}

const keyOf = ({ format = '', bold, wrap, filled, quoted = false }: WrittenStyle): string =>
  JSON.stringify([format, bold, wrap, filled, quoted])

/** Formats of a workbook's own are numbered from here. */
const firstFormat = 164

function styleSheet(): Styles {
  const styles: WrittenStyle[] = [{}]
  const numbers = new Map([[keyOf({}), 0]])
  return {
    numberOf(style) {
      const known = numbers.get(keyOf(style))
      if (known !== undefined) return known
      numbers.set(keyOf(style), styles.length)
      styles.push(style)
      return styles.length - 1
    },
    xml: () => stylesXml(styles),
  }
}

function stylesXml(styles: readonly WrittenStyle[]): string {
  const formats = [...new Set(styles.flatMap(({ format }) => format ?? []))]
  const own = formats.map((code, index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${written(code)}"/>`)
  const xfs = styles.map(({ format, bold, wrap, filled, quoted }) => {
    const number = format === undefined ? 0 : firstFormat + formats.indexOf(format)
    const alignment = wrap ? '<alignment vertical="top" wrapText="1"/>' : '<alignment vertical="top"/>'
    return `<xf numFmtId="${number}" fontId="${bold ? 1 : 0}" fillId="${filled ? 2 : 0}" borderId="0" xfId="0"${quoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${alignment}</xf>`
  })
  const list = (name: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`
  const font = (bold: string): string => `<font>${bold}<sz val="11"/><name val="Calibri"/></font>`
  const fills = ['<patternFill patternType="none"/>', '<patternFill patternType="gray125"/>'].concat(
    '<patternFill patternType="solid"><fgColor rgb="FFE8EDF2"/><bgColor indexed="64"/></patternFill>',
  )
  return `${xml}<styleSheet xmlns="${main}">${list('numFmts', own)}${list('fonts', [font(''), font('<b/>')])}${list(
    'fills',
    fills.map((fill) => `<fill>${fill}</fill>`),
  )}<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list('cellXfs', xfs)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

/** An inline string is never taken for a formula or a number, whatever it begins with. */
function cellXml(cell: Cell, at: string, styles: Styles): string {
  if (!cell) return ''
  const quoted = 'text' in cell && /^\s*[=+\-−@＝＋－＠]|^[\t\r]/u.test(cell.text)
  const style = styles.numberOf({ ...cell, quoted })
  const head = `<c r="${at}"${style === 0 ? '' : ` s="${style}"`}`
  if ('text' in cell)
    return cell.text === ''
      ? ''
      : `${head} t="inlineStr"><is><t${/^\s|\s$/.test(cell.text) ? ' xml:space="preserve"' : ''}>${written(cell.text)}</t></is></c>`
  if ('number' in cell) return `${head}><v>${cell.number}</v></c>`
  return `${head}><f>${written(cell.formula)}</f><v>${cell.result}</v></c>`
}

const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`

const referenceTo = (sheet: string, row: number, column: number): string =>
  `${quotedSheet(sheet)}!$${columnName(column)}$${row}`

function linksXml(rows: WorkbookSheet['rows']): string {
  const links = rows.flatMap((row, y) =>
    row.flatMap((cell, x) =>
      cell && 'text' in cell && cell.leadsTo !== undefined
        ? [
            `<hyperlink ref="${columnName(x + 1)}${y + 1}" location="${written(`${quotedSheet(cell.leadsTo)}!A1`)}" display="${written(cell.text)}"/>`,
          ]
        : [],
    ),
  )
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`
}

function viewXml({ frozen }: WorkbookSheet): string {
  if (!frozen) return '<sheetView showGridLines="0" workbookViewId="0"/>'
  const { rows, columns } = frozen
  const corner = `${columnName(columns + 1)}${rows + 1}`
  const pane = columns > 0 && rows > 0 ? 'bottomRight' : columns > 0 ? 'topRight' : 'bottomLeft'
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`
  return `<sheetView workbookViewId="0"><pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView>`
}

function sheetXml(sheet: WorkbookSheet, styles: Styles): string {
  const rows = sheet.rows.map((row, y) => {
    const cells = row.map((cell, x) => cellXml(cell, `${columnName(x + 1)}${y + 1}`, styles)).join('')
    return cells === '' ? '' : `<row r="${y + 1}">${cells}</row>`
  })
  const widths = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const columns = Math.max(1, ...sheet.rows.map(({ length }) => length))
  const filter = sheet.filters ? `<autoFilter ref="A1:${columnName(columns)}${Math.max(1, sheet.rows.length)}"/>` : ''
  const page = `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`
  return `${xml}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${viewXml(sheet)}</sheetViews><sheetFormatPr defaultRowHeight="15"/>${widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`}<sheetData>${rows.join('')}</sheetData>${filter}${linksXml(sheet.rows)}${page}</worksheet>`
}

const contentType = (part: string, type: string): string =>
  `<Override PartName="/${part}.xml" ContentType="application/vnd.openxmlformats-${type}+xml"/>`

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`

const relations = (list: readonly string[]): string =>
  `${xml}<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`

/** Names in a workbook stand sorted; heads of sheets are repeated on each printed page. */
function namesXml({ names, sheets }: Workbook): string {
  const titles = sheets.flatMap(({ name, frozen }, index) => {
    if (!frozen) return []
    const columns = frozen.columns > 0 ? [`${quotedSheet(name)}!$A:$${columnName(frozen.columns)}`] : []
    const rows = frozen.rows > 0 ? [`${quotedSheet(name)}!$1:$${frozen.rows}`] : []
    const reference = written([...columns, ...rows].join(','))
    return [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${reference}</definedName>`]
  })
  const own = [...names]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(
      ({ name, sheet, row, column }) =>
        `<definedName name="${written(name)}">${written(referenceTo(sheet, row, column))}</definedName>`,
    )
  const all = [...titles, ...own]
  return all.length === 0 ? '' : `<definedNames>${all.join('')}</definedNames>`
}

function propertiesXml({ title, date }: Workbook): string {
  const time = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`
  return `${xml}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${written(title)}</dc:title>${time('created')}${time('modified')}</cp:coreProperties>`
}

/**
 * Writes an Excel workbook. The same sheets give the same bytes: no clock, no user, and parts in one order. Programs
 * compute its formulas anew when they open it.
 */
export function workbookFile(workbook: Workbook): Buffer {
  const styles = styleSheet()
  const { sheets } = workbook
  const parts = sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, styles)] as const)
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${written(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const spreadsheet = 'officedocument.spreadsheetml'
  const types = [
    contentType('xl/workbook', `${spreadsheet}.sheet.main`),
    ...sheets.map((_, index) => contentType(`xl/worksheets/sheet${index + 1}`, `${spreadsheet}.worksheet`)),
    contentType('xl/styles', `${spreadsheet}.styles`),
    contentType('docProps/core', 'package.core-properties'),
  ]
  return zipOf({
    '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    '_rels/.rels': relations([
      relation('rId1', `${office}/officeDocument`, 'xl/workbook.xml'),
      relation('rId2', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ]),
    'docProps/core.xml': propertiesXml(workbook),
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets>${namesXml(workbook)}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) =>
        relation(`rId${index + 1}`, `${office}/worksheet`, `worksheets/sheet${index + 1}.xml`),
      ),
      relation('rIdStyles', `${office}/styles`, 'styles.xml'),
    ]),
    'xl/styles.xml': styles.xml(),
    ...Object.fromEntries(parts),
  })
}
