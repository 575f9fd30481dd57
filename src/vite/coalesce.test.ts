import { expect, test } from 'vitest'
import { coalesce } from './coalesce.ts'

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
