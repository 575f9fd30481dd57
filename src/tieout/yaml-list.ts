import { z } from 'zod'
import type { Place } from '../model/source-file.ts'

/** YAML that was parsed elsewhere, with its text for places. */
export interface RawList {
  readonly value: unknown
  readonly path: string
  readonly text: string
}

const rawList = z.object({ value: z.unknown(), path: z.string(), text: z.string() })
const rawTies = z.object({ ties: rawList, waivers: rawList })

/** The two lists that the data parser hands on unread; empty ones for a deck that was made without files. */
export function readRaw(value: unknown): { readonly ties: RawList; readonly waivers: RawList } {
  const parsed = rawTies.safeParse(value)
  if (parsed.success) return parsed.data
  return {
    ties: { value: undefined, path: 'data/metrics.yaml', text: '' },
    waivers: { value: undefined, path: 'data/waivers.yaml', text: '' },
  }
}

/** Places of the entries of a list in block style: under a key, or at the top of the file when the key is absent. */
export function placesOfItems({ path, text }: RawList, key?: string): readonly Place[] {
  const lines = text.split('\n')
  const from = key === undefined ? 0 : lines.findIndex((line) => line.startsWith(`${key}:`)) + 1
  const places: Place[] = []
  let indent: number | undefined
  for (const [index, line] of lines.entries()) {
    if (index < from || /^\s*(?:#|$)/.test(line)) continue
    const column = line.search(/\S/)
    if (key !== undefined && column === 0 && !line.startsWith('-')) break
    if (line[column] !== '-' || (indent !== undefined && column > indent)) continue
    indent = column
    places.push({ path, line: index + 1, column: column + 3, length: Math.max(1, line.trimEnd().length - column - 2) })
  }
  return places
}

/** "parts.2: expected a list", for one issue of a schema. */
export function issueText({ path, message }: z.core.$ZodIssue): string {
  const where = path.length === 0 ? '' : `${path.join('.')}: `
  return `${where}${message.charAt(0).toLowerCase()}${message.slice(1)}`
}
