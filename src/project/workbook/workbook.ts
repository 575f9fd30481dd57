import type { Sheet } from '../../model/source-file.ts'
import { formatById, type NumberFormat, numberFormat } from './number-format.ts'
import { isSet, readWorksheet, type SharedParts } from './worksheet.ts'
import { type Attributes, attributesOf, elements, textOfRuns } from './xml.ts'
import { zipReader } from './zip.ts'

type ReadMember = (name: string) => string

interface Relation {
  readonly id: string
  readonly type: string // "worksheet", "chartsheet", "styles" …
  readonly target: string
}

/** What a member refers to, by names of members: "../charts/chart1.xml" seen from xl/worksheets is xl/charts/chart1.xml. */
function relationsOf(read: ReadMember, member: string): readonly Relation[] {
  const cut = member.lastIndexOf('/') + 1
  const folder = member.slice(0, cut)
  return elements(read(`${folder}_rels/${member.slice(cut)}.rels`), 'Relationship').map((each) => {
    const [written, base] = [each.get('Target') ?? '', `zip:///${folder}`]
    const target = URL.canParse(written, base) ? new URL(written, base).pathname.slice(1) : written
    const type = each.get('Type') ?? ''
    return { id: each.get('Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), target }
  })
}

function formatsOfStyles(xml: string): readonly (NumberFormat | undefined)[] {
  const own = new Map(
    elements(xml, 'numFmt').map((each) => [Number(each.get('numFmtId')), each.get('formatCode') ?? '']),
  )
  const cells = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? ''
  return elements(cells, 'xf').map((xf) => {
    const format = formatById(Number(xf.get('numFmtId') ?? 0), own)
    return format === undefined ? undefined : numberFormat(format)
  })
}

const textsOf = (xml: string): readonly string[] =>
  [...xml.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map(([, runs = '']) =>
    textOfRuns(runs),
  )

function sharedParts(read: ReadMember, workbook: string, relations: readonly Relation[]): SharedParts {
  const targetOf = (type: string): string => relations.find((each) => each.type === type)?.target ?? ''
  const settings = /<(?:\w+:)?workbookPr(\s[^>]*)?>/.exec(workbook)?.[1] ?? ''
  return {
    texts: textsOf(read(targetOf('sharedStrings'))),
    formats: formatsOfStyles(read(targetOf('styles'))),
    from1904: isSet(attributesOf(settings).get('date1904')),
  }
}

function sheetOf(each: Attributes, xml: string, shared: SharedParts): Sheet {
  const worksheet = readWorksheet(xml, shared)
  const isHidden = (each.get('state') ?? 'visible') !== 'visible'
  return { name: each.get('name') ?? '', ...worksheet, ...(isHidden && { isHidden }) }
}

/**
 * Reads an .xlsx file into rows of cells, with numbers as its sheets show them; sheets of charts have none and are left
 * out, and sheets whose names are not wanted have no rows. Throws when it is no workbook.
 */
export function readSheets(content: Buffer, isWanted: (name: string) => boolean = () => true): readonly Sheet[] {
  const read = zipReader(content)
  const main = relationsOf(read, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const workbook = read(main)
  if (workbook === '') throw new Error('it has no sheets')
  const relations = relationsOf(read, main)
  const shared = sharedParts(read, workbook, relations)
  return elements(workbook, 'sheet').flatMap((each) => {
    const relation = relations.find(({ id }) => id === each.get('id'))
    if (relation?.type !== 'worksheet') return []
    const name = each.get('name') ?? ''
    return [isWanted(name) ? sheetOf(each, read(relation.target), shared) : { name, rows: [] }]
  })
}
