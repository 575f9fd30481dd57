import { hasStream } from './pdf-objects.ts'

/** What a browser calls an element that others refer to, as the heads of a table: "(node00000202)". */
const name = /\(node(\d{8})\)/g

/**
 * The objects with the names of elements counted from 1: a browser counts all nodes that it ever made, and so prints other
 * numbers from one run to the next. Their order, by which they are found, stays.
 */
export function withSteadyNames(objects: ReadonlyMap<number, Buffer>): ReadonlyMap<number, Buffer> {
  const texts = new Map(
    [...objects].flatMap(([at, content]) => {
      const text = hasStream(content) ? '' : content.toString('latin1')
      return text.includes('(node') ? [[at, text] as const] : []
    }),
  )
  const known = [...texts.values()].flatMap((text) => [...text.matchAll(name)].map(([, number = '']) => number))
  const order = new Map([...new Set(known)].sort().map((number, index) => [number, String(index + 1).padStart(8, '0')]))
  const renamed = [...texts].map(([at, text]) => {
    const own = text.replace(name, (_, number: string) => `(node${order.get(number) ?? number})`)
    return [at, Buffer.from(own, 'latin1')] as const
  })
  return new Map([...objects, ...renamed])
}
