import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { coalesce, watchFolders } from './watch.ts'

test('calls during a run share the one run that follows it', async () => {
  let runs = 0
  let open: () => void = () => undefined
  const call = coalesce(async () => {
    runs++
    await new Promise<void>((resolve) => {
      open = resolve
    })
  })
  const first = call()
  await Promise.resolve()
  const [second, third] = [call(), call()]
  expect(second).toBe(third)
  open()
  await first
  await new Promise(setImmediate)
  open()
  await second
  expect(runs).toBe(2)
})

test('a run that fails does not stop the next', async () => {
  const results = [Promise.reject(new Error('no')), Promise.resolve()]
  const call = coalesce(() => results.shift() ?? Promise.resolve())
  await expect(call()).rejects.toThrow('no')
  await expect(call()).resolves.toBeUndefined()
})

let root: string
let reported: number
let stop: () => void

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quarterdeck-watch-'))
  mkdirSync(join(root, 'data/figures'), { recursive: true })
  reported = 0
  stop = watchFolders(root, [join(root, 'data'), join(root, 'slides')], () => {
    reported++
  })
})
afterEach(() => {
  stop()
  rmSync(root, { recursive: true, force: true })
})

test('a file that is written at once is noticed, however deep it lies', async () => {
  writeFileSync(join(root, 'data/figures/revenue.csv'), 'metric')
  await expect.poll(() => reported).toBeGreaterThan(0)
})

test('a folder that comes later is noticed and watched', async () => {
  mkdirSync(join(root, 'slides'))
  await expect.poll(() => reported).toBeGreaterThan(0)
  const before = reported
  writeFileSync(join(root, 'slides/010-cover.md'), 'text')
  await expect.poll(() => reported).toBeGreaterThan(before)
})

test('what stands beside the folders is not noticed', async () => {
  mkdirSync(join(root, 'dist'))
  writeFileSync(join(root, 'dist/index.html'), '')
  writeFileSync(join(root, 'data/last.csv'), '') // comes after: once it is reported, the others would have been
  await expect.poll(() => reported).toBeGreaterThan(0)
  expect(reported).toBeLessThanOrEqual(2)
})

test.each([
  ['a linked folder', 'shared', 'data/figures/years'],
  ['a linked file', 'shared/costs.csv', 'data/figures/costs.csv'],
])('an edit at the target of %s is noticed', async (_, target, link) => {
  mkdirSync(join(root, 'shared'))
  writeFileSync(join(root, 'shared/costs.csv'), 'metric')
  symlinkSync(join(root, target), join(root, link))
  await expect.poll(() => reported).toBeGreaterThan(0)
  const before = reported
  writeFileSync(join(root, 'shared/costs.csv'), 'metric,unit')
  await expect.poll(() => reported).toBeGreaterThan(before)
})
