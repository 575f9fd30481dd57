// Medians of repeated runs on this machine; `npm run bench`, with `-- --long` that of 2,000 slides as well,
// with `-- --once` each thing once and of a small deck, to see that all of this runs.
import { readdirSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import chromiumFiles from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import { measureEdits } from './edits.js'
import { measureFirstLoad } from './first-load.js'
import {
  copyDeckTimes,
  folder,
  isOnce,
  nextPeriod,
  peakOfCommand,
  repeat,
  startServer,
  subject,
  timeCommand,
} from './process.js'
import { measureSharedSlide, measureSite } from './site.js'
import { tieOutTimes } from './tie-out.js'
import { timeAddedByTieOut } from './tie-out-added.js'

/** @param {number} value */
const ms = (value) => `${Math.round(value)} ms`
/**
 * @param {string} name
 * @param {string} value
 */
const print = (name, value, aim = '') => console.log(`${name.padEnd(44)} ${value.padStart(12)}  ${aim}`)

const { length: cores } = cpus()
console.log(`Node ${process.version}, ${cores} × ${cpus()[0]?.model ?? 'unknown'}`)
const busy = loadavg()[0] ?? 0
console.log(
  `load before: ${busy.toFixed(1)}${busy > 0.5 ? ' — other work runs on this machine: times are too long' : ''}\n`,
)

const out = join(folder('built'), 'dist')
const once = await repeat(7, () => timeCommand('build', '--root', subject, '--out', out))
const slides = readdirSync(join(subject, 'slides')).filter((name) => name.endsWith('.md')).length
const charts = readdirSync(join(out, 'assets')).filter((name) => name.endsWith('.svg')).length
print(`build, ${slides} slides, ${charts} charts, whole process`, ms(once), 'aim 1000 ms')

const big = folder('times-ten')
const many = copyDeckTimes(isOnce ? 2 : 10, big)
const tenfold = await repeat(3, () => timeCommand('build', '--root', big, '--out', join(big, 'dist')))
print(`build, ${many} slides`, ms(tenfold))
print('ratio', `${(tenfold / once).toFixed(2)} ×`, 'aim 2.5 ×')

const [tied = 0, tiedTenfold = 0] = await tieOutTimes([subject, big], 5)
print('tie-out alone, nothing compiled before', ms(tied))
print(
  'build with the tie-out and without, difference',
  ms(await timeAddedByTieOut(subject, isOnce ? 1 : 7)),
  'aim 100 ms',
)
print('tie-out of ten times the slides', `${(tiedTenfold / tied).toFixed(2)} ×`, 'aim 10 ×')
rmSync(big, { recursive: true, force: true })

if (process.argv.includes('--long')) {
  const huge = folder('two-thousand')
  const count = copyDeckTimes(Math.round(2000 / slides), huge)
  const { time, peak } = await peakOfCommand('build', '--root', huge, '--out', join(huge, 'dist'))
  print(`build, ${count.toLocaleString('en')} slides, once`, ms(time), 'aim 12000 ms')
  print('peak memory', `${Math.round(peak)} MB`, 'aim 400 MB')
  rmSync(huge, { recursive: true, force: true })
}

const rolled = await repeat(5, () => timeCommand('roll', ...nextPeriod, '--dry-run', '--root', subject))
print('roll, the lists of the next quarter', ms(rolled), 'aim 1200 ms')
const compared = await repeat(5, () => timeCommand('compare', subject, subject))
print('compare, two folders', ms(compared), 'aim 1200 ms')

const site = await measureSite()
print('publish, the 2nd deck of a site', ms(site.second))
print('publish, the 20th', ms(site.last))
print('ratio', `${(site.last / site.second).toFixed(2)} ×`, 'aim 1.2 ×')
print(
  `page of a shared slide, compressed (${site.page.name})`,
  `${(site.page.bytes / 1000).toFixed(1)} kB`,
  'aim 60 kB',
)

const handed = folder('handed')
for (const [command, aim] of /** @type {const} */ ([
  ['databook', 3000],
  ['pptx', 3000],
  ['offline', 3000],
  ['pdf', 0],
  ['pictures', 0],
  ['handouts', 45_000],
])) {
  const { time, peak } = await peakOfCommand(command, '--root', subject, '--out', join(handed, command))
  const files = readdirSync(join(handed, command), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const size = files.reduce((all, { parentPath, name }) => all + statSync(join(parentPath, name)).size, 0)
  print(
    `${command}, ${Math.round(size / 1000)} kB, ${Math.round(peak)} MB at most`,
    ms(time),
    aim > 0 ? `aim ${aim} ms` : '',
  )
}
rmSync(handed, { recursive: true, force: true })

const ready = await repeat(5, async () => {
  const server = await startServer(subject)
  await server.close()
  return server.time
})
print('dev server, from start to the page answered', ms(ready), 'aim 900 ms')

const executablePath = process.env.CHROMIUM ?? (await chromiumFiles.executablePath())
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const edits = await measureEdits(browser)
print('edit to page: text', ms(edits.text), 'aim 40 ms')
print('edit to page: figure', ms(edits.figure), 'aim 60 ms')
print('edit to page: template', ms(edits.template), 'aim 60 ms')
print('the page was kept', edits.kept ? 'yes' : 'NO')

const slow = '4 × slower CPU, 10 Mbit/s, 20 ms'
const first = await measureFirstLoad(browser, out)
print('first load, compressed', `${(first.bytes / 1000).toFixed(1)} kB`, 'aim 150 kB')
print('with what is fetched ahead after the first paint', `${(first.all / 1000).toFixed(1)} kB`)
print(`first paint (${slow})`, ms(first.first), 'aim 500 ms')
print('largest paint', ms(first.largest))
const { shared, bare } = await measureSharedSlide(browser, site.deck, site.page.name)
print('first paint of a shared slide', ms(shared.first))
print('of its words as bare HTML, in the place of Marp’s', ms(bare.first))
for (const { path, size, isAhead } of first.files)
  console.log(`    ${path.padEnd(62)} ${(size / 1000).toFixed(1).padStart(7)} kB${isAhead ? '  ahead' : ''}`)
await browser.close()
site.end()
rmSync(join(out, '..'), { recursive: true, force: true })
