import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CheckedDeck } from '../project/check-editions.ts'
import type { Project } from '../project/project.ts'
import type { CommittedStamp } from '../tieout/report/stamp.ts'
import type { Call, Command, World } from './command.ts'
import { text, UsageError } from './command.ts'

/** The documented schema of the tie-out report; without a deck there is nothing in it but the diagnostics. */
async function jsonReport({ tied, diagnostics, files, unmeasured }: CheckedDeck, project: Checked): Promise<unknown> {
  const made = await stampOf(files, project)
  if (!tied) return { made, deck: null, counts: null, net: null, findings: [], diagnostics, unmeasured, errata: [] }
  const { reportJson } = await import('../tieout/report/report-json.ts')
  return { ...reportJson(tied.presenter, tied.result, made), diagnostics, unmeasured }
}

type Checked = Pick<Project, 'root' | 'engine'>

/** What a list or report is made of: it names the public page as a build would write it, which is compiled for this alone. */
async function stampOf(files: CheckedDeck['files'], { root, engine }: Checked): Promise<CommittedStamp> {
  const [{ builtAssets }, { deckSession }, { tieDeck }, { stampOfDeck, withCommit }] = await Promise.all([
    import('../build/address.ts'),
    import('../project/session.ts'),
    import('../project/tie.ts'),
    import('../project/record/stamp.ts'),
  ])
  const session = deckSession({ root, engine, edition: 'public' }, builtAssets)
  const { built } = tieDeck(await session.compile(), session)
  return withCommit(stampOfDeck(files, built?.html, engine), { root })
}

/** Prints every finding once: those of compiling with the lines around them, those of the tie-out by slide. */
async function printFindings(checked: CheckedDeck, all: boolean, { print, colors }: World): Promise<void> {
  const [report, ties] = await Promise.all([import('../project/report.ts'), import('../tieout/report/report-text.ts')])
  const { tied, diagnostics, files } = checked
  const palette = report.palette(colors)
  const framed = report.reportText({ files, diagnostics: tied ? tied.compiled : diagnostics }, palette)
  if (framed !== '') print(framed)
  if (tied) print(ties.reportText(tied.presenter, tied.result, { all, paint: palette.verdict }))
}

/** Prints which figures are still to be filled in, which slides are left out this time, and where text may be too long unseen. */
async function printOpen(
  { files, leftOut, mayBeOpen, unmeasured }: CheckedDeck,
  root: string,
  { print }: World,
): Promise<void> {
  if (mayBeOpen) {
    const { openFiguresText } = await import('../project/roll/open-figures.ts')
    const open = openFiguresText(files, root)
    if (open !== '') print(open)
  }
  for (const { slide, when } of leftOut) print(`left out: ${slide} (when: ${when})`)
  const { unmeasuredLines } = await import('../project/report.ts')
  for (const line of unmeasuredLines(unmeasured)) print(line)
}

async function checkDeck({ root, flags }: Call, world: World): Promise<number> {
  const { engine, print, printError } = world
  if (typeof flags.ticks === 'string' && !/\.(?:csv|xlsx)$/i.test(flags.ticks))
    throw new UsageError(`unsupported file ${flags.ticks}: the tick list is written as .csv or .xlsx`)
  const [{ checkEditions }, { isError }] = await Promise.all([
    import('../project/check-editions.ts'),
    import('../project/report.ts'),
  ])
  world.progress?.('checking both editions')
  const checked = await checkEditions({ root, engine }).finally(() => world.progress?.(''))
  if (flags.json === true) print(JSON.stringify(await jsonReport(checked, { root, engine }), null, 2))
  else {
    await printFindings(checked, flags.all === true, world)
    await printOpen(checked, root, world)
  }
  const { tied, diagnostics } = checked
  const isSound = tied !== undefined && !diagnostics.some(isError)
  const tooMany = waivedBeyond(flags['max-waived'], tied?.result.counts.waived ?? 0)
  if (tooMany !== undefined) printError(tooMany)
  if (flags['accept-net'] === true && tied) {
    const { acceptNet } = await import('../project/record/publish.ts')
    printError(acceptNet(root, tied.public, tied.result.net))
  }
  if (typeof flags.ticks === 'string' && tied)
    await writeTicks(flags.ticks, { tied, stamp: await stampOf(checked.files, { root, engine }) }, world)
  if (flags.publish === true) {
    const { publish } = await import('../project/record/publish.ts')
    printError(isSound ? publish(root, tied.public) : 'nothing published: the errors come first')
  }
  return isSound && tooMany === undefined ? 0 : 1
}

/** Writes the tick list of the presenter edition. */
async function writeTicks(
  file: string,
  { tied, stamp }: { readonly tied: NonNullable<CheckedDeck['tied']>; readonly stamp: CommittedStamp },
  { cwd, printError }: World,
): Promise<void> {
  const { tickList, tickListCsv } = await import('../tieout/report/tick-list.ts')
  const list = tickList(tied.presenter, tied.result, stamp)
  const isWorkbook = /\.xlsx$/i.test(file)
  const workbook = isWorkbook ? await import('../export/databook/tick-workbook.ts') : undefined
  writeFileSync(resolve(cwd, file), workbook ? workbook.tickWorkbook(list, tied.presenter.config) : tickListCsv(list))
  printError(`tick list of ${list.rows.length} rows in ${file}`)
}

/** Says that more is waived than a call allows. */
function waivedBeyond(most: string | boolean | undefined, waived: number): string | undefined {
  if (typeof most !== 'string') return undefined
  if (!/^\d+$/.test(most)) throw new UsageError(`invalid number "${most}" of waived findings`)
  return waived > Number(most) ? `${waived} findings are waived: at most ${most} may be` : undefined
}

/** Reads a presentation written elsewhere and ties it with itself and with the data; checking nothing is no success. */
async function checkText(file: string, { root, flags }: Call, { engine, cwd, print }: World): Promise<number> {
  const [{ auditFile }, { isError }] = await Promise.all([
    import('../project/audit-file.ts'),
    import('../project/report.ts'),
  ])
  const project: Project = { root, engine, edition: 'presenter' }
  const { report, diagnostics, checked } = await auditFile(file, { cwd, project, all: flags.all === true })
  print(flags.json === true ? JSON.stringify({ checked, diagnostics }, null, 2) : report)
  return checked === 0 || diagnostics.some(isError) ? 1 : 0
}

/** What a text that was written elsewhere has no part in. */
const ofDecks = ['publish', 'accept-net', 'max-waived', 'ticks', 'workbook'] as const

/** Holds the figures that were imported from a file against the file as it is now. */
async function checkCells(file: string, { root }: Call, { engine, cwd, print, printError }: World): Promise<number> {
  const [{ financeFile, ImportError, openDeck }, { checkWorkbook }] = await Promise.all([
    import('../project/import/import.ts'),
    import('../project/import/check-workbook.ts'),
  ])
  try {
    const checked = await checkWorkbook(await openDeck({ root, engine }), financeFile(resolve(cwd, file)))
    print(checked.text)
    return checked.agrees ? 0 : 1
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    printError(error.message)
    return 1
  }
}

/** Lists everything that is wrong, at once, and builds nothing. */
export const check: Command = {
  summary: 'list every finding of both editions and tie every figure, and build nothing',
  example: 'check --ticks ticks.xlsx',
  takes: [],
  options: {
    json: { summary: 'print the report as JSON (docs/tie-out.md); with --text {checked, diagnostics}' },
    all: { summary: 'list what was ticked too' },
    publish: { summary: 'add the figures of the public edition to data/published.csv, where there is no error' },
    'accept-net': { summary: 'take the present share of tied figures as the floor, in data/net.yaml' },
    'max-waived': { value: 'N', summary: 'fail where more findings are waived' },
    ticks: { value: 'FILE.csv|.xlsx', summary: 'write the tick list for an auditor' },
    workbook: { value: 'FILE', summary: 'say which cells no longer hold what was imported from them' },
    text: { value: 'FILE', summary: 'check a text that was written elsewhere (docs/release-check.md)' },
  },
  run(call, world) {
    const [file, workbook] = [text(call, 'text'), text(call, 'workbook')]
    const [other] = ofDecks.filter((flag) => call.flags[flag] !== undefined)
    if (file !== undefined && other !== undefined) throw new UsageError(`--${other} is not for --text`)
    if (workbook !== undefined) return checkCells(workbook, call, world)
    return file === undefined ? checkDeck(call, world) : checkText(file, call, world)
  },
}
