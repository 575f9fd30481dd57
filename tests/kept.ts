import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the engine makes for itself is made once for all tests of a run, and gone after it. */
export const testCache = join(tmpdir(), `quarterdeck-tests-${process.pid}`)

export default function setup(): () => void {
  return () => rmSync(testCache, { recursive: true, force: true })
}
