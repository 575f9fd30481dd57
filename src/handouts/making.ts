import type { Project } from '../project/project.ts'
import type { BuiltDeck } from '../project/session.ts'

/** What can be made, in the order in which it is. */
export type HandoutKind = 'databook' | 'pptx' | 'offline' | 'pdf' | 'pictures'

/** Of PDF and pictures. */
export interface PrintOptions {
  /** With a page of notes behind each slide that has some; of the presenter edition only. */
  readonly notes: boolean
  /** Slides on a sheet of paper; one slide a page of its own size when undefined. */
  readonly handout: 2 | 3 | 6 | undefined
  readonly paper: 'A4' | 'Letter'
  /** 96 is a picture of 1920 × 1080. */
  readonly dpi: number
}

export interface HandoutRequest {
  readonly project: Project
  readonly kinds: readonly HandoutKind[]
  readonly out: string
  readonly cache: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly print: PrintOptions
  /** Told what is made, as it is. */
  readonly progress: (text: string) => void
}

/** What a kind is made from. */
export interface Making extends HandoutRequest {
  readonly built: BuiltDeck
  readonly id: string
  readonly date: string // ISO day that files say they are of
  /** The page as one file on disk. */
  readonly page: string
  /** The drawing of a chart as it stands in the build, by the chart's id. */
  readonly svgs: (chart: string) => Buffer | undefined
}
