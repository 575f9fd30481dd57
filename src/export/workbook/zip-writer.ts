import { crc32, deflateRawSync } from 'node:zlib'

const fields = (size: number, values: readonly (readonly [at: number, bytes: 2 | 4, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(size)
  for (const [at, bytes, value] of values) buffer.writeUIntLE(value, at, bytes)
  return buffer
}

/** Midnight of 1 January 1980, the first day that an archive can say: the same texts make the same bytes. */
const firstDay = 0x21

/** A zip archive of texts and files by their names. */
export function zipOf(texts: Readonly<Record<string, string | Buffer>>): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text] of Object.entries(texts)) {
    const plain = typeof text === 'string' ? Buffer.from(text) : text
    const [content, label] = [deflateRawSync(plain), Buffer.from(name)]
    // version 2.0, names in UTF-8, deflated; then day, sum and sizes: alike in the file's own head and in the directory
    const head = (start: number): readonly (readonly [at: number, bytes: 2 | 4, value: number])[] => [
      [start, 2, 20],
      [start + 2, 2, 0x0800],
      [start + 4, 2, 8],
      [start + 8, 2, firstDay],
      [start + 10, 4, crc32(plain)],
      [start + 14, 4, content.length],
      [start + 18, 4, plain.length],
      [start + 22, 2, label.length],
    ]
    const file = Buffer.concat([fields(30, [[0, 4, 0x04034b50], ...head(4)]), label, content])
    directory.push(fields(46, [[0, 4, 0x02014b50], [4, 2, 20], ...head(6), [42, 4, at]]), label)
    files.push(file)
    at += file.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const count = files.length
  const end = fields(22, [
    [0, 4, 0x06054b50],
    [8, 2, count],
    [10, 2, count],
    [12, 4, size],
    [16, 4, at],
  ])
  return Buffer.concat([...files, ...directory, end])
}
