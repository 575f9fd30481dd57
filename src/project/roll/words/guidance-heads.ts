import type { DeckData } from '../../../model/deck.ts'
import type { Step } from '../next-period.ts'

/** A guidance table whose columns are headed "Previous" and "New", the new one being guidance of an older day. */
export interface GuidanceHeads {
  readonly line: number // 1-based
  readonly scenario: string // id of what is headed as new
}

const block = /^ {0,3}(`{3,}|~{3,})table[ \t]*\r?\n([\s\S]*?)^ {0,3}\1/gm
/** "new: guidance-oct", "new: {scenario: guidance-oct, label: …}". */
const newer = /(?<![\w-])new:\s*(?:\{[^}]*?\bscenario:\s*)?["']?([\w.-]+)/
const older = /(?<![\w-])old:/

/** Tables of a slide that compare guidance of which the newer was issued on the day of the old deck or before. */
export function guidanceHeads(
  source: string,
  { scenarios }: DeckData,
  { fromDate }: Pick<Step, 'fromDate'>,
): readonly GuidanceHeads[] {
  return [...source.matchAll(block)].flatMap((found) => {
    const [whole, , yaml = ''] = found
    const named = /^guidance:/m.test(yaml) && older.test(yaml) ? newer.exec(yaml) : null
    const [, scenario = ''] = named ?? []
    const { issued } = scenarios.get(scenario) ?? {}
    if (!named || (issued ?? fromDate) > fromDate) return []
    const offset = found.index + whole.indexOf(yaml) + named.index
    return [{ line: source.slice(0, offset).split('\n').length, scenario }]
  })
}
