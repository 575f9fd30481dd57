import type { PeriodToken, ScenarioKind } from '../text-model.ts'
import type { Lexicon } from './lexicon.ts'

function scenarioOf(text: string): ScenarioKind | undefined {
  const suffix = /\d\(?([EFA])\)?$/.exec(text)?.[1]
  return suffix === undefined ? undefined : suffix === 'A' ? 'actual' : 'target'
}

function tokenAt(text: string, start: number, { periods }: Lexicon): PeriodToken | undefined {
  for (const { pattern, read } of periods) {
    pattern.lastIndex = start
    const match = pattern.exec(text)
    const period = match ? read([...match]) : undefined
    if (!match || !period) continue
    const scenario = scenarioOf(match[0])
    return { start, end: start + match[0].length, text: match[0], period, ...(scenario ? { scenario } : {}) }
  }
  return undefined
}

/** Every period that the text names, in order. A bare year counts only where a caller wants it (`bare`). */
export function findPeriods(text: string, lexicon: Lexicon): readonly PeriodToken[] {
  const tokens: PeriodToken[] = []
  for (let at = 0; at < text.length; at++) {
    const before = at === 0 ? ' ' : text.charAt(at - 1)
    if (/[A-Za-z0-9.,$¥€£/#]/.test(before) && !(/[a-z,/.]/.test(before) && /[1-4]Q|FY/.test(text.slice(at, at + 2))))
      continue
    if (!/[0-9A-Za-z']/.test(text.charAt(at))) continue
    const token = tokenAt(text, at, lexicon)
    if (!token) continue
    tokens.push(token)
    at = token.end - 1
  }
  return tokens
}
