import { resolve } from 'node:path'
import type { SourceFile } from '../../src/model/source-file.ts'
import { claimFaults, published } from './claims/claims.ts'
import { readDeck } from './deck-files.ts'
import { chooseMutations, type Judge, type Judged, openJudge, scoresOf } from './judge.ts'

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)}%`.padStart(4)

/** Where a mutation is and what it does, on one line. */
function describe({ mutation: { path, start, end, text }, why }: Judged, files: readonly SourceFile[]): string {
  const file = files.find((each) => each.path === path)
  const source = file?.kind === 'text' ? file.text : ''
  const line = source.slice(0, start).split('\n').length
  const short = (part: string): string => (part.length > 60 ? `${part.slice(0, 57)}…` : part).replaceAll('\n', ' ')
  return `${path}:${line}  ${short(source.slice(start, end))} → ${short(text)}  (${why})`
}

/** The faults in words, tables, record, waivers and ties: all of them; returns the per cent that is caught. */
function runClaims(files: readonly SourceFile[], clean: Judge): number {
  const deck = published(files, clean)
  const judge = openJudge(deck, { isPublished: true })
  const judged = judge.judgeAll(claimFaults(deck))
  console.log(`\n${judged.length} faults in words, tables, record, waivers and ties\ncaught  kind (rules)`)
  for (const { kind, tried, caught, rules } of scoresOf(judged))
    console.log(`${percent(caught, tried)} ${`${caught}/${tried}`.padStart(6)}  ${kind} (${rules.join(' ')})`)
  const missed = judged.filter(({ caughtBy }) => caughtBy.length === 0)
  const caught = judged.length - missed.length
  console.log(`${percent(caught, judged.length)} ${caught}/${judged.length}\n`)
  for (const each of missed) console.log(`  ${each.mutation.kind}: ${describe(each, deck)}`)
  return (100 * caught) / judged.length
}

/**
 * Mutates the deck in root and prints what the tie-out catches, kind by kind, what it does not, and where; returns the lesser
 * of the per cents caught of faults in numbers and in words.
 */
export function run(root: string, { perKind = 12, seed = 2009 } = {}): number {
  const files = readDeck(resolve(root))
  const clean = openJudge(files)
  const { deck, alarms, judge } = clean
  console.log(`clean deck: ${alarms.length} false alarms`)
  for (const { rule, message } of alarms) console.log(`  ${rule} ${message}`)
  const scores = scoresOf(chooseMutations(files, deck, { perKind, seed }).map(judge))
  const sum = (of: (score: (typeof scores)[number]) => number): number =>
    scores.reduce((all, score) => all + of(score), 0)
  console.log(`\n${sum(({ tried }) => tried)} mutations of ${scores.length} kinds, seed ${seed}`)
  console.log('caught  with the last edition known  kind (rules)')
  for (const { kind, tried, caught, withLastEdition, rules } of scores)
    console.log(
      `${percent(caught, tried)} ${`${caught}/${tried}`.padStart(6)}  ${percent(withLastEdition, tried)}  ${kind} (${rules.join(' ')})`,
    )
  const [tried, caught, known] = [
    sum((score) => score.tried),
    sum((score) => score.caught),
    sum((score) => score.withLastEdition),
  ]
  console.log(`${percent(caught, tried)} ${caught}/${tried}, ${percent(known, tried)} with the last edition known`)
  const missed = scores.flatMap((score) => score.missed)
  const whys = new Map<string, number>()
  for (const { why } of missed) whys.set(why.replace(/\(.*?\) /, ''), (whys.get(why.replace(/\(.*?\) /, '')) ?? 0) + 1)
  console.log('\nnot caught from the deck alone, and why')
  for (const [why, count] of [...whys].sort(([, a], [, b]) => b - a)) console.log(`  ${count} × ${why}`)
  console.log('')
  for (const { kind, missed } of scores)
    for (const each of missed) console.log(`  ${kind}: ${describe(each, files)}${each.withLastEdition ? '  [P3]' : ''}`)
  return Math.min((100 * caught) / tried, runClaims(files, clean))
}
