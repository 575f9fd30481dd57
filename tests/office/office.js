// Opens the hand-outs in LibreOffice: `npm run test:office [-- ROOT]`. The presentation has a page a slide, back-up slides among
// them; the sheets behind its charts and the data book come out at their own numbers when LibreOffice reckons them anew, and the
// columns of a bridge move with a step that is changed. With OOXML_XSD naming a folder with the schemas of ECMA-376 (pml.xsd,
// dml-chart.xsd …) and xmllint, every part is validated as well.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const engine = resolve(import.meta.dirname, '../..')
const root = resolve(process.argv[2] ?? engine)
const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-office-'))

/**
 * @param {string} command
 * @param {...string} args
 */
const has = (command, ...args) => spawnSync(command, args).status === 0

/**
 * @param {string} file
 * @param {string} to
 */
const convert = (file, to) =>
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      folder,
      file,
    ],
    { stdio: 'ignore', timeout: 300_000 },
  )

/** Every slide, those too that are hidden while it is presented. */
const allPages = 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'

/** @param {string} text */
const lines = (text) => text.split(/\r?\n/).filter(Boolean)

/** Cells of a sheet as CSV; numbers with all of their digits. */
const csvFilter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'

/** @param {string} line */
function cells(line) {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
    cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
  )
}

/**
 * A workbook without the results of its formulas: LibreOffice takes results that are there for granted. Gives its path.
 * @param {string} parts A folder with the parts of a workbook; its sheets are written anew.
 * @param {(xml: string) => string} [edit] What else is changed in a sheet.
 */
function withoutResults(parts, edit = (xml) => xml) {
  const sheets = join(parts, 'xl/worksheets')
  for (const name of readdirSync(sheets).filter((each) => each.endsWith('.xml'))) {
    const path = join(sheets, name)
    writeFileSync(path, edit(readFileSync(path, 'utf8')).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'))
  }
  const file = join(mkdtempSync(join(folder, 'emptied-')), 'book.xlsx')
  execFileSync('zip', ['-q', '-r', file, '.'], { cwd: parts })
  return file
}

/**
 * How many formulas LibreOffice reckoned anew, and which came out at another number than the book says.
 * @param {string} xlsx
 */
function checkBook(xlsx) {
  const written = join(folder, 'book')
  execFileSync('unzip', ['-q', xlsx, '-d', written])
  const workbook = readFileSync(join(written, 'xl/workbook.xml'), 'utf8')
  const names = [...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)
  const printed = new Map(
    names.map((_, index) => [index, readFileSync(join(written, `xl/worksheets/sheet${index + 1}.xml`), 'utf8')]),
  )
  convert(withoutResults(written), csvFilter)
  const made = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  let compared = 0
  /** @type {string[]} */
  const wrong = []
  for (const [index, name = ''] of names.entries()) {
    const plain = name.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')
    const file = made.find((each) => each.endsWith(`-${plain}.csv`))
    if (!file) continue
    const rows = readFileSync(join(folder, file), 'utf8').split(/\r?\n/).map(cells)
    const xml = printed.get(index) ?? ''
    for (const [, column = '', row, value] of xml.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*><f>[^<]*<\/f><v>([^<]*)<\/v>/g)) {
      const at = [...column].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1
      const got = rows[Number(row) - 1]?.[at] ?? ''
      compared++
      if (!(Math.abs(numberOf(got) - Number(value)) <= 1e-9 * Math.max(1, Math.abs(Number(value)))))
        wrong.push(`${plain}!${column}${row}: ${got}, not ${value}`)
    }
  }
  return { compared, wrong }
}

/**
 * A cell as it is written: percentages have their sign.
 * @param {string} cell
 */
const numberOf = (cell) =>
  cell.endsWith('%') ? Number(cell.slice(0, -1)) / 100 : Number(cell === '' ? Number.NaN : cell)

/**
 * Changes the first step of a bridge by 1 in the sheet behind its chart, and counts the bars that stand elsewhere after that.
 * @param {string} deck A folder with the parts of a presentation.
 */
function movedBars(deck) {
  const books = readdirSync(join(deck, 'ppt/embeddings')).filter((name) => name.endsWith('.xlsx'))
  for (const name of books) {
    const parts = mkdtempSync(join(folder, 'sheet-'))
    execFileSync('unzip', ['-q', join(deck, 'ppt/embeddings', name), '-d', parts])
    const xml = readFileSync(join(parts, 'xl/worksheets/sheet1.xml'), 'utf8')
    if (!xml.includes('<f>C2+B3</f>')) continue // no bridge: its second column goes on from step to step
    /** @param {(xml: string) => string} [edit] */
    const rows = (edit) => {
      convert(withoutResults(parts, edit), 'csv')
      return lines(readFileSync(join(folder, 'book.csv'), 'utf8')).map(cells)
    }
    const before = rows()
    const after = rows((sheet) => sheet.replace(/(<c r="B3"[^>]*><v>)([^<]*)/, (_, cell, value) => cell + (Number(value) + 1)))
    return after.flatMap((row, at) => row.filter((cell, column) => column > 1 && cell !== before[at]?.[column])).length
  }
  return undefined
}

/** @type {readonly (readonly [RegExp, string])[]} */
const schemas = [
  [/^ppt\/(?:presentation|presProps|slide|notes)/, 'pml.xsd'],
  [/^ppt\/charts\//, 'dml-chart.xsd'],
  [/^ppt\/(?:theme|tableStyles)/, 'dml-main.xsd'],
  [/^xl\/(?:workbook|styles|worksheets\/sheet)/, 'sml.xsd'],
]

/**
 * Parts that the schemas refuse.
 * @param {string} written A folder with the parts of a presentation or workbook.
 */
function invalidParts(written) {
  const parts = readdirSync(written, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'))
  return parts.flatMap((part) => {
    const schema = schemas.find(([paths]) => paths.test(part))?.[1]
    if (!schema) return []
    const { status, stderr } = spawnSync(
      'xmllint',
      ['--noout', '--schema', join(process.env.OOXML_XSD ?? '', schema), join(written, part)],
      { encoding: 'utf8' },
    )
    return status === 0 ? [] : [lines(stderr)[0] ?? part]
  })
}

function main() {
  if (!has('soffice', '--version')) return console.log('skipped: there is no LibreOffice (soffice) here')
  /** @param {string} command */
  const run = (command) =>
    execFileSync(
      process.execPath,
      [
        join(engine, 'bin/quarterdeck.js'),
        command,
        '--root',
        root,
        '--edition',
        'presenter',
        '--out',
        join(folder, 'made'),
      ],
      { stdio: 'ignore' },
    )
  run('pptx')
  run('databook')
  const made = readdirSync(join(folder, 'made'))
  /** @param {string} ending */
  const file = (ending) => join(folder, 'made', made.find((name) => name.endsWith(ending)) ?? '')
  const [pptx, xlsx] = [file('.pptx'), file('.xlsx')]
  convert(pptx, allPages)
  const pdf = readdirSync(folder).find((name) => name.endsWith('.pdf')) ?? ''
  const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [join(folder, pdf)], { encoding: 'utf8' }))?.[1])
  const listed = JSON.parse(
    execFileSync(
      process.execPath,
      [join(engine, 'bin/quarterdeck.js'), 'inspect', '--root', root, '--edition', 'presenter'],
      { encoding: 'utf8', maxBuffer: 2 ** 28 },
    ),
  )
  console.log(`${pages} pages of ${listed.slides.length} slides`)
  const { compared, wrong } = checkBook(xlsx)
  console.log(`${compared} formulas reckoned anew, ${wrong.length} of them otherwise`, ...wrong.slice(0, 10))
  const parts = join(folder, 'deck')
  execFileSync('unzip', ['-q', pptx, '-d', parts])
  const moved = movedBars(parts)
  console.log(moved === undefined ? 'no bridge' : `${moved} cells of a bridge follow a step that is changed`)
  const ofBook = join(folder, 'book')
  execFileSync('unzip', ['-q', xlsx, '-d', ofBook])
  const isValidated = process.env.OOXML_XSD && has('xmllint', '--version')
  const invalid = isValidated ? [parts, ofBook].flatMap(invalidParts) : []
  if (process.env.OOXML_XSD) console.log(`${invalid.length} parts that the schemas refuse`, ...invalid.slice(0, 10))
  if (pages !== listed.slides.length || compared === 0 || wrong.length > 0 || moved === 0 || invalid.length > 0) process.exitCode = 1
}

try {
  main()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
