import { createHash } from 'node:crypto'
import type { ChartTheme } from '../charts/colors/theme.ts'
import type { ChartModel } from '../model/chart.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** A chart to draw, and how it is written while it waits. */
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
  /** What stands at an address; undefined while a picture is not drawn. */
  readonly text: (address: string) => string | undefined
  readonly fill: (address: string, picture: string) => void
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
export const readPicture = (written: string): Drawing => JSON.parse(written.slice(pictureOf.length))

/** Keeps assets between compilations, so that the same chart is drawn once; `ask` hears of every new picture. */
export function assetStore(base: string, theme: ChartTheme, ask: (picture: Picture) => void = () => {}): AssetStore {
  const contents = new Map<string, string>()
  const colors = JSON.stringify(theme)
  const written = new WeakMap<ChartModel, { readonly size: Size; readonly text: string }>()
  const add = (name: string, content: string): string => {
    const file = nameWithHash(fileName(name), contentHash(content.startsWith(pictureOf) ? content + colors : content))
    if (contents.has(file)) return base + file
    contents.set(file, content)
    if (content.startsWith(pictureOf)) ask({ address: base + file, written: content })
    return base + file
  }
  return {
    theme,
    assetUrl: add,
    drawChart(model, size) {
      const known = written.get(model)
      if (known?.size.width === size.width && known.size.height === size.height) return known.text
      const text = `${pictureOf}${JSON.stringify({ model, size })}`
      written.set(model, { size, text })
      return text
    },
    addresses: () => [...contents.keys()].map((file) => base + file),
    text(address) {
      const content = contents.get(fileName(address))
      return content?.startsWith(pictureOf) ? undefined : content
    },
    fill: (address, picture) => void contents.set(fileName(address), picture),
    read(address, drawSvg) {
      const file = fileName(address)
      const content = contents.get(file)
      if (content === undefined || !content.startsWith(pictureOf)) return content
      const { model, size } = readPicture(content)
      const picture = drawSvg(model, theme, size)
      contents.set(file, picture)
      return picture
    },
  }
}
