import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sample } from '../../tests/long.ts'
import { systemFault } from '../cli/command.ts'
import { newDeck } from '../cli/new.ts'
import { folderReader } from './check/readers.ts'
import { verifySite } from './check/verify.ts'
import { buildTestDeck, contentsOf, publishBuilt, removeFolder, type TestDeck, tempFolder } from './fixtures.ts'

const base = tempFolder('disks')
const disk = join(base, 'disk')
const to = join(disk, 'site')

/** A disk of 8 MB; false where this machine lets nobody mount one. */
function mountDisk(): boolean {
  mkdirSync(disk)
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk], { stdio: 'ignore' }).status === 0
}

const hasDisk = mountDisk()
if (!hasDisk) console.log('no disk can be mounted here: skipped')

let deck: TestDeck
beforeAll(async () => {
  deck = await buildTestDeck(base, 'fy24', newDeck)
}, 120_000)
afterAll(() => {
  if (hasDisk) spawnSync('umount', [disk])
  removeFolder(base)
})

/** Publishes, and gives what the system refuses. */
function refusal(id: string): string | undefined {
  try {
    publishBuilt(deck, { to, id })
    return undefined
  } catch (error) {
    return systemFault(error)
  }
}

/** Leaves so many bytes of the disk free. */
function fill(free: number): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(join(disk, 'fill'), Buffer.alloc(Math.max(0, bavail * bsize - free)))
}

async function expectWhole(before: ReadonlyMap<string, string>): Promise<void> {
  expect(contentsOf(to)).toEqual(before)
  expect(await verifySite(folderReader(to))).toMatchObject({ faults: [], isUnderWay: false })
  expect(readdirSync(disk).filter((name) => name.startsWith('.site'))).toEqual([])
}

describe.skipIf(!hasDisk)('a site on a disk', () => {
  test.each(sample([0, 100_000, 400_000, 1_000_000], 2, 13))(
    'that is full but for %i bytes is as it was, and is published when there is room again',
    async (free) => {
      rmSync(to, { recursive: true, force: true })
      publishBuilt(deck, { to, id: 'first' })
      const before = contentsOf(to)
      fill(free)
      expect(refusal('second')).toContain('the disk is full')
      rmSync(join(disk, 'fill'))
      await expectWhole(before)
      expect(refusal('second')).toBeUndefined()
      expect((await verifySite(folderReader(to))).decks).toBe(2)
    },
  )

  test('that is read-only is as it was, and says so', async () => {
    rmSync(to, { recursive: true, force: true })
    publishBuilt(deck, { to, id: 'first' })
    const before = contentsOf(to)
    spawnSync('mount', ['-o', 'remount,ro', disk])
    const refused = refusal('second')
    spawnSync('mount', ['-o', 'remount,rw', disk])
    expect(refused).toContain('the disk is read-only')
    await expectWhole(before)
  })
})
