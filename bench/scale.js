// Whether the time of `check` grows with the figures and not with their square: node bench/scale.js [ROWS …]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const engine = dirname(dirname(fileURLToPath(import.meta.url)))

/** Four quarters and their year. @param {number} row */
function values(row) {
  const quarters = [100 + (row % 50), 110 + (row % 50), 120 + (row % 40), 130 + (row % 7)]
  return [...quarters, quarters.reduce((sum, value) => sum + value)].join(',')
}

/** A deck of so many rows, one a metric. @param {string} root @param {number} count */
function writeDeck(root, count) {
  const rows = Array.from({ length: count }, (_, row) => row)
  const metrics = rows.map((row) => `  m${row}: {label: Metric ${row}, unit: USD mn, kind: flow}\n`)
  /** @type {Readonly<Record<string, string>>} */
  const files = {
    'data/deck.yaml': 'company: Example\ntitle: T\ndate: 2025-02-01\nreporting-period: FY24\ncalendar: {style: us}\n',
    'data/sources.yaml': 'S01: {title: Report, date: 2025-01-30}\n',
    'data/metrics.yaml': `metrics:\n${metrics.join('')}`,
    'data/figures/all.csv': `metric,unit,Q1 FY24,Q2 FY24,Q3 FY24,Q4 FY24,FY24,source\n${rows
      .map((row) => `m${row},USD mn,${values(row)},S01\n`)
      .join('')}`,
    'slides/010-one.md': '---\nlayout: points\ntitle: Results\n---\n- One was {{figure "m0" "FY"}}\n',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

/** Seconds that a check of so many rows takes. @param {number} count */
function secondsOf(count) {
  const root = mkdtempSync(join(tmpdir(), 'quarterdeck-scale-'))
  writeDeck(root, count)
  const start = performance.now()
  const { status, stdout } = spawnSync(process.execPath, [join(engine, 'bin/quarterdeck.js'), 'check', '--root', root])
  if (status !== 0) throw new Error(stdout.toString())
  rmSync(root, { recursive: true })
  return (performance.now() - start) / 1000
}

secondsOf(10) // compiles the command line where it is not yet
const empty = secondsOf(10)
console.log('rows    seconds  beyond an empty deck, a thousand rows')
const counts = process.argv.slice(2).map(Number)
for (const count of counts.length > 0 ? counts : [5000, 10_000, 20_000]) {
  const seconds = secondsOf(count)
  console.log(
    `${String(count).padEnd(8)}${seconds.toFixed(1).padEnd(9)}${(((seconds - empty) / count) * 1000).toFixed(2)}`,
  )
}
