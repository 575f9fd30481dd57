import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { markerName, openOutput, outputFault } from './output.ts'

let base: string
let out: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'quarterdeck-output-'))
  out = join(base, 'site')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

type Files = Readonly<Record<string, string>>

function write(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

/** Everything in a folder but the marker. */
function read(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return Object.fromEntries(
    names
      .filter((name) => name !== markerName)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}

function build(files: Files, into = out): void {
  const output = openOutput(into)
  try {
    write(output.made, files)
    output.place()
  } finally {
    output.discard()
  }
}

const first = { 'index.html': '1', 'assets/a-1.js': 'a', 'licenses.txt': 'l' }
const second = { 'index.html': '2', 'assets/b-2.js': 'b', 'licenses.txt': 'l' }

describe('a build', () => {
  test('removes nothing where a folder of its files has become a link to another', () => {
    build({ ...first, 'pictures/old.png': 'p' })
    const shared = join(base, 'shared')
    write(shared, { 'old.png': 'of somebody else' })
    rmSync(join(out, 'pictures'), { recursive: true })
    symlinkSync(shared, join(out, 'pictures'))
    build(second)
    expect(read(shared)).toEqual({ 'old.png': 'of somebody else' })
    expect(() => build({ ...second, 'pictures/new.png': 'n' })).toThrow('no build put it there')
    expect(read(shared)).toEqual({ 'old.png': 'of somebody else' })
  })

  test('takes the place of an earlier one and removes what only that had', () => {
    build(first)
    expect(read(out)).toEqual(first)
    build(second)
    expect(read(out)).toEqual(second)
    build({ 'index.html': '3' })
    expect(readdirSync(out).sort()).toEqual([markerName, 'index.html'])
    expect(readdirSync(base)).toEqual(['site'])
  })

  test('leaves what others put beside its files', () => {
    mkdirSync(out)
    write(out, { '.git/HEAD': 'ref', CNAME: 'example.com', '.nojekyll': '' })
    build(first)
    write(out, { 'assets/report.pdf': 'pdf', '.well-known/security.txt': 's' })
    build(second)
    expect(read(out)).toEqual({
      ...second,
      '.git/HEAD': 'ref',
      CNAME: 'example.com',
      '.nojekyll': '',
      'assets/report.pdf': 'pdf',
      '.well-known/security.txt': 's',
    })
  })

  test('puts a folder where its file was, and a file where its folder was', () => {
    build({ 'index.html': '1', media: 'a file', 'notes/a.txt': 'a' })
    build({ 'index.html': '2', 'media/b.png': 'b', notes: 'a file' })
    expect(read(out)).toEqual({ 'index.html': '2', 'media/b.png': 'b', notes: 'a file' })
  })

  test('never replaces a file of somebody else, nor writes through a link out of its folder', () => {
    build(first)
    write(out, { CNAME: 'mine.example' })
    expect(() => build({ ...second, CNAME: 'other.example' })).toThrow('invalid site/CNAME: no build put it there')
    expect(read(out)).toEqual({ ...first, CNAME: 'mine.example' })
    build({ ...second, CNAME: 'mine.example' }) // the same bytes
    mkdirSync(join(base, 'elsewhere'))
    symlinkSync(join(base, 'elsewhere'), join(out, 'media'))
    expect(() => build({ ...second, 'media/x.png': 'x' })).toThrow('invalid site/media/x.png')
    expect(readdirSync(join(base, 'elsewhere'))).toEqual([])
  })

  test('goes where a link leads, also when nothing is there yet', () => {
    symlinkSync(join(base, 'real'), out)
    build(first)
    build(second)
    expect(read(join(base, 'real'))).toEqual(second)
    expect(readdirSync(base).sort()).toEqual(['real', 'site'])
  })

  test('removes what a killed build left beside it, and nothing of one that runs', () => {
    write(base, { '.site-999999999/deck/index.html': 'half', [`.site-${process.ppid}/deck/index.html`]: 'running' })
    write(base, { '.site-lock': '999999999', '.site-map/keep.txt': 'k' })
    build(first)
    expect(readdirSync(base).sort()).toEqual([`.site-${process.ppid}`, '.site-map', 'site'])
  })

  test('that was killed while it moved files is finished by the next', () => {
    build(first)
    const listed = JSON.parse(readFileSync(join(out, markerName), 'utf8'))
    const files = [...listed.files, 'assets/half-3.js', 'assets/never-4.js']
    writeFileSync(join(out, markerName), JSON.stringify({ ...listed, files }))
    write(out, { 'assets/half-3.js': 'h' })
    build(second)
    expect(read(out)).toEqual(second)
  })
})

describe('a folder', () => {
  test.each<[string, Files]>([
    ['somebody else’s pages', { 'index.html': 'mine', 'assets/a.js': '' }],
    ['documents', { 'thesis.md': '' }],
    ['hidden files', { '.env': 'secret' }],
    ['a marker that is none', { [markerName]: '{"files": ["../../etc/passwd"]}', 'a.txt': '' }],
    ['a broken marker', { [markerName]: '{', 'a.txt': '' }],
  ])('with %s is not built into', (_, files) => {
    mkdirSync(out)
    write(out, files)
    const before = read(out)
    expect(() => build(first)).toThrow(/invalid folder .*: it holds what no build put there/)
    expect(read(out)).toEqual(before)
    expect(readdirSync(base)).toEqual(['site'])
  })

  test('is named by what stands in the way', () => {
    write(out, { 'b.txt': '', 'a.txt': '', 'c/d.txt': '' })
    expect(outputFault(out)).toContain('(a.txt and 2 more)')
    write(base, { file: '' })
    expect(outputFault(join(base, 'file'))).toBe('there is a file of that name')
    expect(existsSync(join(base, 'nothing'))).toBe(false)
    expect(outputFault(join(base, 'nothing'))).toBeUndefined()
  })
})

describe('a site', () => {
  const publish = (steps: readonly (readonly [Files, ((file: string) => boolean)?])[]): void => {
    const output = openOutput(out, 'site')
    try {
      output.placeSteps(() =>
        steps.map(([files, removes = () => false], at) => {
          const made = join(output.made, String(at))
          mkdirSync(made)
          write(made, files)
          return { made, removes }
        }),
      )
    } finally {
      output.discard()
    }
  }

  test('keeps what earlier runs put there, but what a step removes', () => {
    publish([[{ 'a/index.html': 'a', 'latest/x.html': 'x' }], [{ 'index.html': '1' }]])
    publish([[{ 'b/index.html': 'b' }], [{ 'index.html': '2' }, (file) => file === 'latest/x.html']])
    expect(read(out)).toEqual({ 'a/index.html': 'a', 'b/index.html': 'b', 'index.html': '2' })
  })

  test('places nothing where a later step would take the place of a file of somebody else', () => {
    publish([[{ 'a/index.html': 'a' }]])
    write(out, { 'robots.txt': 'mine' })
    expect(() => publish([[{ 'b/index.html': 'b' }], [{ 'robots.txt': 'ours' }]])).toThrow('robots.txt')
    expect(read(out)).toEqual({ 'a/index.html': 'a', 'robots.txt': 'mine' })
  })

  test('is never taken for a build, nor a build for a site', () => {
    publish([[first]])
    expect(outputFault(out)).toBe('it is a site of published decks')
    expect(() => build(second)).toThrow('it is a site of published decks')
    build(first, join(base, 'dist'))
    expect(outputFault(join(base, 'dist'), 'site')).toBe('it holds a build, and no site')
  })
})
