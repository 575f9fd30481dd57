import { expect, test } from 'vitest'
import { createPageFile } from './page-file.ts'

test('a file is fetched once, when first asked for, and replaced by a live update', async () => {
  let fetches = 0
  const file = createPageFile(async () => ++fetches)
  expect(fetches).toBe(0)
  await file.load()
  expect(await file.load()).toBe(1)
  expect(fetches).toBe(1)
  file.replace(7)
  expect(await file.load()).toBe(7)
})

test('a fetch that fails is tried again', async () => {
  let fetches = 0
  const file = createPageFile(async () => {
    fetches++
    if (fetches < 3) throw new Error('no network')
    return 'there'
  }, [0, 0])
  expect(await file.load()).toBe('there')
  expect(fetches).toBe(3)
})

test('what could not be had is asked for again the next time', async () => {
  let isOnline = false
  const file = createPageFile(async () => {
    if (!isOnline) throw new Error('no network')
    return 'there'
  }, [0])
  await expect(file.load()).rejects.toThrow('no network')
  isOnline = true
  expect(await file.load()).toBe('there')
})
