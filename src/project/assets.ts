import { createHash } from 'node:crypto'
import type { ChartTheme } from '../charts/colors/theme.ts'
import type { ChartModel } from '../model/chart.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** A chart to draw: its address, and model and size as JSON. */
export interface Picture {
  readonly address: string
  readonly written: string
}

/** What is drawn. */
export interface Drawing {
  readonly model: ChartModel
  readonly size: Size
}

type DrawSvg = (model: ChartModel, theme: ChartTheme, size: Size) => string

/** What a compilation refers to by address: chart pictures and JSON. Pictures are drawn when first read. */
export interface AssetStore {
  /** For the compiler: stands for the picture until `assetUrl` gives it an address. */
  readonly drawChart: (model: ChartModel, size: Size) => string
  readonly assetUrl: (name: string, content: string) => string
  /** Addresses handed out so far, in order. */
  readonly addresses: () => readonly string[]
  readonly theme: ChartTheme
  /** What stands at an address; undefined while a picture is not drawn, or where another draws it. */
  readonly text: (address: string) => string | undefined
  readonly read: (address: string, drawSvg: DrawSvg) => string | undefined
}

const pictureOf = '\0chart:' // marks a picture that is still to be drawn; no asset's text starts with NUL

function contentHash(content: string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 10)
}

function nameWithHash(name: string, hash: string): string {
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)}-${hash}${name.slice(dot)}`
}

/** Picks out of an address what the store called it: "revenues-chart-1-Ab3_x9Q0zz.svg". */
const fileName = (address: string): string => address.slice(address.lastIndexOf('/') + 1)

/** Reads a picture that waits. */
export const readPicture = (written: string): Drawing => JSON.parse(written)

/** Takes a new picture to be drawn elsewhere; false leaves it to the store's reader. */
export type TakePicture = (picture: Picture) => boolean

/** All of a theme that shows in a picture, the same on every machine: no paths of fonts. */
export const themeText = (theme: ChartTheme): string =>
  JSON.stringify(theme, (key, value: unknown) => (key === 'path' ? undefined : value))

/** So many versions back may be asked for: a page that was not reached for a while still names them. */
export const keptVersions = 50

/**
 * Keeps assets between compilations, so that the same chart is drawn once; `take` is offered every new picture. Of each name
 * the last versions stay: a server follows the edits of a day.
 */
export function assetStore(base: string, theme: ChartTheme, take: TakePicture = () => false): AssetStore {
  const contents = new Map<string, string>()
  const colors = themeText(theme)
  const marks = new WeakMap<ChartModel, { readonly size: Size; readonly mark: string }>()
  const waiting = new Map<string, string>() // pictures by their marks
  const versions = new Map<string, Map<string, string>>() // contents of each name by their files, the latest last
  const latest = new Map<string, { readonly content: string; readonly address: string }>() // most saves leave facts and charts as they were
  const add = (name: string, content: string): string => {
    const known = latest.get(name)
    if (known?.content === content) return known.address
    const address = addNew(name, content)
    latest.set(name, { content, address })
    return address
  }
  const addNew = (name: string, content: string): string => {
    const isPicture = content.startsWith(pictureOf)
    const file = nameWithHash(fileName(name), isPicture ? content.slice(pictureOf.length) : contentHash(content))
    keepVersion(name, file, content)
    if (contents.has(file)) return base + file
    contents.set(file, content)
    const written = isPicture ? waiting.get(content) : undefined
    if (written !== undefined && take({ address: base + file, written })) waiting.delete(content)
    return base + file
  }
  const keepVersion = (name: string, file: string, content: string): void => {
    const files = versions.get(name) ?? new Map<string, string>()
    versions.set(name, files)
    files.delete(file) // one that comes back is the latest
    files.set(file, content)
    const [oldest] = files
    if (oldest === undefined || files.size <= keptVersions) return
    files.delete(oldest[0])
    contents.delete(oldest[0])
    waiting.delete(oldest[1])
  }
  return {
    theme,
    assetUrl: add,
    drawChart(model, size) {
      const known = marks.get(model)
      if (known?.size.width === size.width && known.size.height === size.height) return known.mark
      const written = JSON.stringify({ model, size })
      const mark = pictureOf + contentHash(pictureOf + written + colors)
      waiting.set(mark, written)
      marks.set(model, { size, mark })
      return mark
    },
    addresses: () => [...contents.keys()].map((file) => base + file),
    text(address) {
      const content = contents.get(fileName(address))
      return content?.startsWith(pictureOf) ? undefined : content
    },
    read(address, drawSvg) {
      const file = fileName(address)
      const content = contents.get(file)
      if (content === undefined || !content.startsWith(pictureOf)) return content
      const written = waiting.get(content)
      if (written === undefined) return undefined
      const { model, size } = readPicture(written)
      const picture = drawSvg(model, theme, size)
      contents.set(file, picture)
      return picture
    },
  }
}
