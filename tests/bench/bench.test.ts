import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { isLong } from '../long.ts'

const engine = join(import.meta.dirname, '..', '..')
const run = async (script: string, ...args: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [join(engine, 'bench', script), ...args])).stdout

test('types of the scripts that measure are checked, and none of them is left out', () => {
  const { include } = JSON.parse(readFileSync(join(engine, 'tsconfig.scripts.json'), 'utf8'))
  expect(include).toContain('bench')
  expect(readdirSync(join(engine, 'bench')).filter((name) => !name.endsWith('.js'))).toEqual([])
})

test('the growth of a check with its figures is measured', async () => {
  expect(await run('scale.js', '20')).toMatch(/^20 +\d+\.\d +-?\d+\.\d\d$/m)
})

test.runIf(isLong)('every measurement of the bench works', { timeout: 600_000 }, async () => {
  const printed = await run('bench.js', '--once')
  expect(printed).toMatch(/the page was kept +yes/)
  expect(printed).toMatch(/of its words as bare HTML/)
  expect(printed).not.toMatch(/NaN|undefined/)
})
